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
    public static MarkdownSection Of(ReportReading reading, Phrase? run = null, DateTimeOffset? time = null, Phrase? note = null)
    {
        var report = reading.Report;
        Phrase commit = report.Commit is { } id ? Phrase.Of($"For commit {Piece.Name(LeadSentence.Short(id))}, ") : Phrase.Empty;
        Phrase until = report.ValidUntil is { } end ? Phrase.Of($" · valid until {Times.Of(end)}") : Phrase.Empty;
        Phrase footer =
            $"{commit}{run ?? Phrase.Empty}{Times.Of(time ?? report.GeneratedAt)}{note ?? Phrase.Empty} · gate file "
            + $"{Piece.Name(report.GateFile)}{until} · report {Piece.Name("sha256:" + ReportJson.Digest(report)[..12])} · MlGate "
            + $"{Piece.Text(report.Tool)}";
        return new(0, "footer", $"<sub>{MarkdownText.Of(footer)}</sub>");
    }
}
