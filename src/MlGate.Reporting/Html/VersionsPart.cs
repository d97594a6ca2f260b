using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Html;

/// <summary>The identity of every artifact, so that anyone can check what was measured.</summary>
internal static class VersionsPart
{
    public static Markup Render(ReportReading reading, PageBudget budget)
    {
        var artifacts = reading.Report.Artifacts;
        if (artifacts.Count == 0)
        {
            return Markup.Empty;
        }

        var rows = budget.Take(
            artifacts.Select(artifact =>
                Markup.Lines([Row(artifact, "baseline", artifact.Baseline), Row(artifact, "candidate", artifact.Candidate)])
            )
        );
        Markup table = $"""
            <table><caption>Artifacts by git object and SHA-256</caption>
            <thead><tr><th scope="col">Artifact</th><th scope="col">Side</th><th scope="col">Path</th><th scope="col">Git object</th><th scope="col">SHA-256</th><th scope="col">Size</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody></table>
            """;
        var left =
            artifacts.Count == rows.Count
                ? Markup.Empty
                : Markup.From(
                    $"\n<p class=\"left\">{(long)(artifacts.Count - rows.Count)} of {(long)artifacts.Count} artifacts are not shown "
                        + $"for want of room.</p>"
                );
        Markup baseline = VersionWords.Baseline(reading) is { } commits ? Markup.From($"\n<p class=\"note\">{commits}.</p>") : Markup.Empty;
        Markup random = reading.Report.Randomness is { } drawn
            ? Markup.From(
                $"\n<p class=\"note\">Random numbers: {TextPart.Name(drawn.Generator)}, seed "
                    + $"{TextPart.Number(FormattableString.Invariant($"{drawn.Seed}"))}, {(long)drawn.Replicates} replicates.</p>"
            )
            : Markup.Empty;
        return $"""
            <section aria-labelledby="versions">
            <h2 id="versions">Versions</h2>
            {Figure.Scroll($"Versions", table)}{left}{baseline}{random}
            </section>
            """;
    }

    private static Markup Row(ArtifactPart artifact, string side, ArtifactVersion? version)
    {
        SafeText id = version is null ? (SafeText)$"–" : $"{TextPart.Name(LeadSentence.Short(version.GitObjectId))}";
        SafeText digest = version is null ? (SafeText)$"–" : $"{TextPart.Name(version.Sha256[..16])}";
        SafeText size = version is null ? (SafeText)$"–" : $"{TextPart.Number(Numbers.Size(version.Size))}";
        return $"<tr><th scope=\"row\">{TextPart.Name(artifact.Id.Text)}</th><td>{TextPart.Own(side)}</td>"
            + $"<td>{TextPart.Name(artifact.Path)}</td>"
            + $"<td>{id}</td><td>{digest}</td><td class=\"n\">{size}</td></tr>";
    }
}
