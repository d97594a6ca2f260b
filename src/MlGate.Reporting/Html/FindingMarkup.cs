using MlGate.Findings;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The parts of a finding that several tables show.</summary>
internal static class FindingMarkup
{
    /// <summary>Outcome as a word in its colour.</summary>
    public static Markup Mark(Finding finding) =>
        $"<span class=\"mark {TextPart.Own(OutcomeColour.ClassOf(finding))}\">{TextPart.Own(OutcomeWords.From(finding).Word)}</span>";

    /// <summary>Where it stands.</summary>
    public static SafeText Place(Report report, Finding finding) =>
        finding.Place is { } place
            ? (SafeText)$"{TextPart.Text(TextPart.Place(place with { File = RepositoryPath.From(report, place) }).Value)}"
            : $"–";

    /// <summary>Values before and now, or the candidate's alone.</summary>
    public static SafeText Values(FormattedEvidence figures) =>
        figures switch
        {
            { Before: { } before, Now: { } now } => $"{TextPart.Number(before + " → " + now)}",
            { Now: { } now } => $"{TextPart.Number(now)}",
            _ => $"–",
        };

    /// <summary>The change.</summary>
    public static SafeText Change(FormattedEvidence figures) =>
        figures.Change is { } change ? (SafeText)$"{TextPart.Number(change)}" : $"–";

    /// <summary>The interval that decides.</summary>
    public static SafeText Interval(FormattedEvidence figures) =>
        (figures.Lower ?? figures.Upper) is null ? (SafeText)$"–" : $"{TextPart.Number(figures.Range!)}";

    /// <summary>The code, leading to its page: the one address that a page holds, and nobody else chose it.</summary>
    public static Markup Code(string code) =>
        Diagnostics.Find(code) is { } known
            ? Markup.From($"<a href=\"{TextPart.Own(known.HelpLink)}\" rel=\"noreferrer\">{TextPart.Own(known.Code)}</a>")
            : Markup.From($"{TextPart.Name(code)}");
}
