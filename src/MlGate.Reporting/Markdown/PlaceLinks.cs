using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>Commits and lines of the gate file, as links where the host of the repository is known.</summary>
/// <param name="report">Whose commits and lines.</param>
/// <param name="host">The host; null where it is not known, then there are no links.</param>
internal sealed class PlaceLinks(Report report, IRepositoryLinks? host)
{
    private const int ShortestId = 40;
    private const int LongestId = 64;

    /// <summary>The first digits of a commit.</summary>
    public string Commit(string sha) => Linked(MarkdownText.Name(LeadSentence.Short(sha)), IsId(sha) ? host?.Commit(sha) : null);

    /// <summary>
    /// A place in the gate file. Where the pull request changes the gate, that of another commit applies, whose lines are not those of the
    /// checked one: no link then.
    /// </summary>
    public string Place(FilePlace place) =>
        Linked(
            MarkdownText.From($"{TextPart.Place(place)}"),
            place.Line > 0 && report.Preview is null && report.Commit is { } commit && IsId(commit)
                ? host?.Line(commit, RepositoryPath.From(report, place), place.Line)
                : null
        );

    private static string Linked(string text, Uri? address) => Links.From(text, address) ?? text;

    private static bool IsId(string sha) => sha.Length is ShortestId or LongestId && sha.All(char.IsAsciiHexDigitLower);
}
