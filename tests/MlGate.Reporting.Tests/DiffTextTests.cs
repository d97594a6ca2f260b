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
        var text = DiffText.From([
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
        ]);

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

    private static ArtifactVersion Version(char digit) => new(new string(digit, 40), new string(digit, 64), 1_000);
}
