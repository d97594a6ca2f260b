using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Everything beside the metrics: one line for the data, unless it fails; and what else is not green.</summary>
internal static class ChecksSection
{
    private const int Most = 10;

    public static MarkdownSection? Render(ReportReading reading)
    {
        var words = ChecksWords.From(reading);
        List<string> lines = [];
        if (words.Line is { } line)
        {
            lines.Add($"{(words.Icon is { } icon ? icon + " " : "")}{MarkdownText.From(line)}");
        }

        var items = words.Items.Take(Most).Select(Item).ToList();
        if (words.Items.Count > Most)
        {
            items.Add(MarkdownText.From($"- *{(long)(words.Items.Count - Most)} more in the full report*"));
        }

        if (items.Count > 0)
        {
            lines.Add(string.Join('\n', items));
        }

        return lines.Count == 0 ? null : new(2, "data and other checks", string.Join("\n\n", lines), lines[0].Split('\n')[0]);
    }

    private static string Item(Finding finding)
    {
        var words = OutcomeWords.From(finding);
        var word = words.Loud ? $"**{words.Word}**" : words.Word;
        return $"- {words.Icon} {word}: {MarkdownText.From(ChecksWords.Of(finding))}";
    }
}
