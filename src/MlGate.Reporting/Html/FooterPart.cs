using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>Which commit, when, by what, and the digest that tells two reports apart.</summary>
internal static class FooterPart
{
    public static Markup Render(ReportReading reading)
    {
        var report = reading.Report;
        SafeText commit = report.Commit is { } id ? SafeText.From($"Commit {TextPart.Name(LeadSentence.Short(id))} · ") : SafeText.Empty;
        SafeText until = report.ValidUntil is { } end ? SafeText.From($" · valid until {Times.Format(end)}") : SafeText.Empty;
        return $"<footer><p>{commit}{Times.Format(report.GeneratedAt)} · gate file {TextPart.Name(report.GateFile)}{until} · report "
            + $"{TextPart.Name("sha256:" + ReportJson.Digest(report)[..12])} · MlGate {TextPart.Text(report.Tool)}</p></footer>";
    }
}
