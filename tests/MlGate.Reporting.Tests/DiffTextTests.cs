using MlGate.Profiles;
using MlGate.Reporting.Terminal;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Reporting.Tests;

/// <summary>How <c>mlgate diff</c> tells what changed.</summary>
public sealed class DiffTextTests
{
    [Fact]
    public void The_largest_effects_come_first_with_their_share()
    {
        var text = DiffText.From(
            new GateDifference(
                [
                    new ArtifactDifference(
                        new Artifact(ArtifactKind.Dataset, "train", "data/train.csv"),
                        Version('a'),
                        Version('b'),
                        [
                            new ProfileChange("size", "342000", "343000"),
                            new ProfileChange("tenure.mean", "24", "31"),
                            new ProfileChange("code", "111111111111", "222222222222"),
                            new ProfileChange("region", null, "text"),
                            new ProfileChange("rows", "4812", "4930"),
                        ],
                        []
                    ),
                ],
                Metrics: null
            ),
            "now"
        );

        Assert.Equal(
            """
            datasets.train  aaaaaaaaaaaa → bbbbbbbbbbbb
              region: (none) → text
              code: 111111111111 → 222222222222
              tenure.mean: 24 → 31 (+29.2 %)
              rows: 4812 → 4930 (+2.5 %)
              size: 342000 → 343000 (+0.3 %)

            """,
            text
        );
    }

    [Fact]
    public void The_metrics_of_a_model_stand_below_in_the_table_of_a_check()
    {
        var text = DiffText.From(new GateDifference([], ReportSamples.All["better"]), "v1.1");

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"→ v1\.1 +change \(90 % confidence\) +allowed$", lines[0]);
        Assert.Contains(lines, line =>
            line.Contains("recall", StringComparison.Ordinal) && line.Contains(" to ", StringComparison.Ordinal)
        );
    }

    private static ArtifactVersion Version(char digit) => new(new string(digit, 40), new string(digit, 64), 1_000);
}
