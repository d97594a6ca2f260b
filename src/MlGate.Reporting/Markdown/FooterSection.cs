using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Which commit, when, by what, and the digest that tells two reports apart.</summary>
internal static class FooterSection
{
    /// <param name="reading">The report.</param>
    /// <param name="run">Which run of which machinery, with words around it; null for none.</param>
    /// <param name="time">When the run was; null for when the report was written.</param>
    /// <param name="note">What else stands there; null for nothing.</param>
    public static MarkdownSection Render(ReportReading reading, SafeText? run = null, DateTimeOffset? time = null, SafeText? note = null)
    {
        var report = reading.Report;
        SafeText commit = report.Commit is { } id ? SafeText.From($"For commit {TextPart.Name(LeadSentence.Short(id))}, ") : SafeText.Empty;
        SafeText until = report.ValidUntil is { } end ? SafeText.From($" · valid until {Times.Format(end)}") : SafeText.Empty;
        SafeText footer =
            $"{commit}{run ?? SafeText.Empty}{Times.Format(time ?? report.GeneratedAt)}{note ?? SafeText.Empty} · gate file "
            + $"{TextPart.Name(report.GateFile)}{until} · report {TextPart.Name("sha256:" + ReportJson.Digest(report)[..12])} · MlGate "
            + $"{TextPart.Text(report.Tool)}";
        return new(0, "footer", $"<sub>{MarkdownText.From(footer)}</sub>");
    }
}
