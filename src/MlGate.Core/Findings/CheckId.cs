using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MlGate.Findings;

/// <summary>
/// The id of a check: its path in the gate file, <c>models.churn.metrics.auc.max-drop</c>. Reports, waivers and history name a check by it.
/// </summary>
/// <remarks>
/// Steps are separated by dots. A step that is not a simple word is quoted: <c>datasets.train.columns."Total Charges".min</c>. A step may
/// end with an index or a list in brackets: <c>unique[id,day]</c>. Two ids are equal if their texts are.
/// </remarks>
public sealed partial class CheckId : IEquatable<CheckId>
{
    private const int LongestStep = 1_200;
    private const int KeptOfLongStep = 512;
    private const string Segments = "segments";
    private IReadOnlyList<string>? steps;

    private CheckId(string text) => Text = text;

    /// <summary>Longest id that a report or a waiver can hold, in UTF-16 units; a longer one is refused there, never cut.</summary>
    public const int Longest = 16_384;

    /// <summary>The whole id as text.</summary>
    public string Text { get; }

    /// <summary>Its steps, without quotes. At least one.</summary>
    public IReadOnlyList<string> Steps => steps ??= [.. Split(Text)];

    /// <summary>The section of the gate file that it belongs to; null for an id of the whole run, like <c>baseline</c>.</summary>
    public GateSection? Section => Steps.Count > 1 ? GateSection.All.FirstOrDefault(section => section.Key == Steps[0]) : null;

    /// <summary>The dataset, the model, ... that it is about: <c>models.churn</c>; null without <see cref="Section"/>.</summary>
    public CheckId? Subject => Section?.Subject(Steps[1]);

    /// <summary>The name of its subject: <c>churn</c>; null without <see cref="Section"/>.</summary>
    public string? Name => Section is null ? null : Steps[1];

    /// <summary>The steps below its subject: <c>metrics</c>, <c>auc</c>, <c>max-drop</c>; all without <see cref="Section"/>.</summary>
    public IReadOnlyList<string> Path => Section is null ? Steps : [.. Steps.Skip(2)];

    /// <summary>The segment that it is about: <c>contract=Two year</c>; null for all rows.</summary>
    public string? Segment => Section is not null && Path.Count > 1 && Path[0] == Segments ? Path[1] : null;

    /// <summary>The id without quotes, which any shell takes as it is: a person may type it. Two ids may have the same one.</summary>
    public string Plain => string.Join('.', Steps);

    /// <summary>An id of one step: <c>baseline</c>.</summary>
    /// <param name="step">Any text.</param>
    public static CheckId Root(string step) => new(Quoted(step));

    /// <summary>Reads an id. Every text is one.</summary>
    /// <param name="text">As <see cref="Text"/>.</param>
    public static CheckId Parse(string text) => new(text);

    /// <summary>Reads an id. Every text is one.</summary>
    /// <param name="text">As <see cref="Text"/>.</param>
    public static implicit operator CheckId(string text) => Parse(text);

    /// <summary>True if both are the same check.</summary>
    public static bool operator ==(CheckId? left, CheckId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True if they are different checks.</summary>
    public static bool operator !=(CheckId? left, CheckId? right) => !(left == right);

    /// <summary>The id one step below.</summary>
    /// <param name="step">A key of the gate file, or a name of the data; quoted if it is not a simple word.</param>
    public CheckId Child(string step) => new(Text.Length == 0 ? Quoted(step) : Text + "." + Quoted(step));

    /// <summary>The id with a list of names in brackets behind it: <c>unique[id,day]</c>.</summary>
    public CheckId WithList(IEnumerable<string> names) => new($"{Text}[{string.Join(',', names.Select(Quoted))}]");

    /// <summary>The id with an index in brackets behind it, from 0.</summary>
    public CheckId At(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Text}[{index}]"));

    /// <summary>The id below another area: <c>policy.datasets.test</c>.</summary>
    /// <param name="area">A simple word.</param>
    public CheckId Under(string area) => new(area + "." + Text);

    /// <summary>True if it is the other id, or stands below it.</summary>
    public bool IsIn(CheckId other) =>
        Text.StartsWith(other.Text, StringComparison.Ordinal)
        && (Text.Length == other.Text.Length || Text[other.Text.Length] is '.' or '[');

    /// <inheritdoc/>
    public bool Equals(CheckId? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckId);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Its text.</summary>
    public override string ToString() => Text;

    private static string Quoted(string step)
    {
        if (SimpleWord().IsMatch(step) && step.Length <= LongestStep)
        {
            return step;
        }

        var escaped = step.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var printable = PrintableText.From(escaped, int.MaxValue);

        if (printable.Length <= LongestStep)
        {
            return $"\"{printable}\"";
        }

        // Two steps that begin alike must not have one id: a waiver of the one would be one of the other.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(step)))[..16];
        return $"\"{PrintableText.From(escaped, KeptOfLongStep)}{digest}\"";
    }

    private static IEnumerable<string> Split(string text)
    {
        var step = new StringBuilder();
        var (quoted, brackets) = (false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quoted && letter == '\\' && at + 1 < text.Length)
            {
                at = Unescape(text, at + 1, step);
            }
            else if (letter == '"' && (quoted || brackets > 0 || step.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && letter == '.' && brackets == 0)
            {
                yield return step.ToString();
                step.Clear();
            }
            else
            {
                brackets +=
                    quoted ? 0
                    : letter == '[' ? 1
                    : letter == ']' ? -1
                    : 0;
                step.Append(letter);
            }
        }

        yield return step.ToString();
    }

    // Takes the letter at a place, or the code point that is spelled there, and returns the last place that it took.
    private static int Unescape(string text, int at, StringBuilder step)
    {
        var end = text[at] == 'u' && at + 1 < text.Length && text[at + 1] == '{' ? text.IndexOf('}', at) : -1;
        if (
            end > 0
            && int.TryParse(text.AsSpan(at + 2, end - at - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code)
        )
        {
            step.Append(new Rune(code).ToString());
            return end;
        }

        step.Append(text[at]);
        return at;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex SimpleWord();
}
