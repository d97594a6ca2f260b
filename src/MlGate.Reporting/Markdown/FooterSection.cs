using System.Globalization;

using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Which commit, when, by what, and the digest that tells two reports apart.</summary>
internal static class FooterSection
{
    public static MarkdownSection Of(ReportReading reading)
    {
        var report = reading.Report;
        Phrase commit = report.Commit is { } id ? Phrase.Of($"For commit {Piece.Name(LeadSentence.Short(id))}, ") : Phrase.Empty;
        Phrase until = report.ValidUntil is { } end ? Phrase.Of($" · valid until {Time(end)}") : Phrase.Empty;
        Phrase footer = $"{commit}{Time(report.GeneratedAt)} · gate file {Piece.Name(report.GateFile)}{until} · report {Piece.Name("sha256:" + ReportJson.Digest(report)[..12])} · MlGate {Piece.Text(report.Tool)}";
        return new(1, "footer", $"<sub>{MarkdownText.Of(footer)}</sub>");
    }

    private static Piece Time(DateTimeOffset time) => new(PieceKind.Words, time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
}
