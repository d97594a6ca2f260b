using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A text.</summary>
/// <param name="describe">With article: <c>a command</c>.</param>
internal sealed class TextSchema(string describe) : ScalarSchema<string>
{
    /// <summary>Most characters.</summary>
    public int MaxLength { get; init; } = 4096;

    /// <summary>May it be empty? Then only in quotes.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>A pattern that is valid both here and in ECMAScript.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Names something in data: a number or boolean is taken as its text, because that is what stands in the data.</summary>
    public bool OfData { get; init; }

    public override string Describe => describe;

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = OfData ? new JsonArray("string", "number", "boolean") : "string",
            ["minLength"] = MayBeEmpty ? 0 : 1,
            ["maxLength"] = MaxLength,
        };
        if (Pattern is not null)
        {
            schema["pattern"] = Pattern.ToString();
        }

        return schema;
    }

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        if (!OfData && !scalar.IsText)
        {
            return Wrong(scalar, "Put it in quotes if it is text");
        }

        if (value.Length == 0 && !MayBeEmpty)
        {
            return Outside(scalar) with { Found = "an empty text" };
        }

        if (value.EnumerateRunes().Count() > MaxLength)
        {
            return new Complaint(
                Diagnostics.OutOfRange,
                FormattableString.Invariant($"a text of {value.Length} characters"),
                null,
                FormattableString.Invariant($"{describe} of at most {MaxLength} characters")
            );
        }

        return Pattern is null || (Pattern.IsMatch(value) && !value.Any(char.IsControl)) ? null : Outside(scalar);
    }
}
