using System.Globalization;

namespace MlGate.Gates;

/// <summary>
/// When two spellings of a label or class are the same value: <c>1</c> and <c>1.0</c> as numbers, <c>True</c> and <c>1</c> as truth values.
/// </summary>
public sealed class LabelSpelling
{
    private const double LargestExact = 1e27;
    private const double SmallestExact = 1e-9;
    private readonly Kind kind;

    private LabelSpelling(Kind kind) => this.kind = kind;

    private enum Kind
    {
        Text,
        Number,
        Truth,
    }

    /// <summary>That of a column.</summary>
    /// <param name="declared">The declared type; null for a column that is not declared, whose values decide.</param>
    /// <param name="texts">The values.</param>
    public static LabelSpelling For(ColumnType? declared, IReadOnlyCollection<string> texts) =>
        new(
            declared switch
            {
                ColumnType.Integer or ColumnType.Number => Kind.Number,
                ColumnType.Boolean => Kind.Truth,
                not null => Kind.Text,
                null when texts.Count > 0 && texts.All(text => Number(text) is not null) => Kind.Number,
                null when texts.Count > 0 && texts.All(text => text.ToLowerInvariant() is "true" or "false") => Kind.Truth,
                _ => Kind.Text,
            }
        );

    /// <summary>The one spelling of a value.</summary>
    public string Canonical(string text) =>
        kind switch
        {
            Kind.Number => Number(text) ?? text,
            Kind.Truth => BooleanValue(text) is { } value ? (value ? "true" : "false") : text,
            _ => text,
        };

    /// <summary>True if two spellings are the same value.</summary>
    public bool Same(string one, string other) => Canonical(one) == Canonical(other);

    /// <summary>The truth value of a word; null for other words.</summary>
    public static bool? BooleanValue(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "1" or "1.0" => true,
            "false" or "0" or "0.0" => false,
            _ => null,
        };

    /// <summary>The one spelling of a number; null for other texts.</summary>
    public static string? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        // Decimals keep whole numbers beyond 2^53 apart.
        var isExact = value == 0 || (Math.Abs(value) < LargestExact && Math.Abs(value) > SmallestExact);
        return isExact && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
