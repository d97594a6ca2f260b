using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>Which commit, when, by what, and the digest that tells two reports apart.</summary>
internal static class FooterPart
{
    public static Markup Of(ReportReading reading)
    {
        var report = reading.Report;
        Phrase commit = report.Commit is { } id ? Phrase.Of($"Commit {Piece.Name(LeadSentence.Short(id))} · ") : Phrase.Empty;
        Phrase until = report.ValidUntil is { } end ? Phrase.Of($" · valid until {Times.Of(end)}") : Phrase.Empty;
        return $"<footer><p>{commit}{Times.Of(report.GeneratedAt)} · gate file {Piece.Name(report.GateFile)}{until} · report "
            + $"{Piece.Name("sha256:" + ReportJson.Digest(report)[..12])} · MlGate {Piece.Text(report.Tool)}</p></footer>";
    }
}
