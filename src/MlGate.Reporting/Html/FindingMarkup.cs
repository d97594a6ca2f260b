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
        $"<span class=\"mark {Piece.Own(OutcomeColour.ClassOf(finding))}\">{Piece.Own(OutcomeWords.Of(finding).Word)}</span>";

    /// <summary>Where it stands.</summary>
    public static Phrase Place(Report report, Finding finding) =>
        finding.Place is { } place
            ? (Phrase)$"{Piece.Text(Piece.Place(place with { File = RepositoryPath.Of(report, place) }).Value)}"
            : $"–";

    /// <summary>Values before and now, or the candidate's alone.</summary>
    public static Phrase Values(Figures figures) =>
        figures switch
        {
            { Before: { } before, Now: { } now } => $"{Piece.Number(before + " → " + now)}",
            { Now: { } now } => $"{Piece.Number(now)}",
            _ => $"–",
        };

    /// <summary>The change.</summary>
    public static Phrase Change(Figures figures) => figures.Change is { } change ? (Phrase)$"{Piece.Number(change)}" : $"–";

    /// <summary>The interval that decides.</summary>
    public static Phrase Interval(Figures figures) =>
        (figures.Lower ?? figures.Upper) is null
            ? (Phrase)$"–"
            : $"{Piece.Number((figures.Lower ?? "-∞") + " … " + (figures.Upper ?? "∞"))}";

    /// <summary>The code, leading to its page: the one address that a page holds, and nobody else chose it.</summary>
    public static Markup Code(string code) =>
        Diagnostics.Find(code) is { } known
            ? Markup.Of($"<a href=\"{Piece.Own(known.HelpLink)}\" rel=\"noreferrer\">{Piece.Own(known.Code)}</a>")
            : Markup.Of($"{Piece.Name(code)}");
}
