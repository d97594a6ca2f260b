using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What the gate would say that the pull request brings.</summary>
internal static class PreviewSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        if (reading.Report.Preview is not { } preview)
        {
            return null;
        }

        var name = MarkdownText.From(PreviewWords.Title(preview));
        var title = $"🔎 **{name}.** Preview only; it does not count.";
        var lines = PreviewWords.Lines(preview).Select(line => "- " + MarkdownText.From(line)).ToList();
        return new(1, "preview of the changed gate", lines.Count == 0 ? title : $"{title}\n\n{string.Join('\n', lines)}", title);
    }
}
