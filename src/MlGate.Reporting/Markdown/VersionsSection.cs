using System.Text;
using MlGate.Reporting.Wording;
using MlGate.Versions;

namespace MlGate.Reporting.Markdown;

/// <summary>The identity of every artifact, so that anyone can check what was measured.</summary>
internal static class VersionsSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        if (reading.Report.Artifacts.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder("| Artifact | | Git object | SHA-256 | Size |\n|:--|:--|:--|:--|--:|");
        foreach (var artifact in reading.Report.Artifacts)
        {
            body.Append('\n').Append(Row(MarkdownText.Name(artifact.Id.Text), "baseline", artifact.Baseline));
            body.Append('\n').Append(Row("", "candidate", artifact.Candidate));
        }

        if (VersionWords.Baseline(reading) is { } baseline)
        {
            body.Append("\n\n").Append(MarkdownText.From(baseline)).Append('.');
        }

        if (reading.Report.Randomness is { } random)
        {
            body.Append("\n\n")
                .Append(
                    MarkdownText.From(
                        $"Random numbers: {TextPart.Name(random.Generator)}, seed "
                            + $"{TextPart.Number(FormattableString.Invariant($"{random.Seed}"))}, {(long)random.Replicates} replicates."
                    )
                );
        }

        return new(
            4,
            "versions",
            Details.From(
                "Versions",
                MarkdownText.From($"{(long)reading.Report.Artifacts.Count} artifacts by git object and SHA-256"),
                body.ToString()
            )
        );
    }

    private static string Row(string name, string side, ArtifactVersion? version) =>
        version is null
            ? $"| {name} | {side} | – | – | – |"
            : $"| {name} | {side} | {MarkdownText.Name(LeadSentence.Short(version.GitObjectId))} | "
                + $"{MarkdownText.Name(version.Sha256[..16])} | {MarkdownText.Number(Numbers.Size(version.Size))} |";
}
