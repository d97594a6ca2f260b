using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Fairness;
using MlGate.Predictions;
using MlGate.Statistics;
using static MlGate.Core.Tests.Checks.Models.Fairness.FairnessGroups;

namespace MlGate.Core.Tests.Checks.Models.Fairness;

/// <summary>What chance may do, and what it may not: simulated groups that are equal in truth, and one that is not.</summary>
public sealed class FairnessChanceTests
{
    // Rows of a hospital or a household are not independent: with few of them nothing may fail, however many rows they have.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void Few_clusters_decide_nothing(int clusters)
    {
        for (var run = 0; run < 20; run++)
        {
            var set = Simulated.Binary(2_400, 500 + run, share: 0.4);
            var clustered = set with
            {
                Groups = [.. Enumerable.Range(0, set.Rows).Select(row => row % (2 * clusters))],
                Columns = Columns("ab", [.. Enumerable.Range(0, set.Rows).Select(row => row % 2)]),
            };

            Assert.NotEqual(
                Outcome.Failed,
                Assert.Single(Evaluate(clustered, "equal-opportunity-difference", (LimitKinds.MaxRise, 0.001))).Outcome
            );
            Assert.NotEqual(
                Outcome.Failed,
                Assert.Single(Evaluate(clustered, "equal-opportunity-difference", (LimitKinds.Max, 0.001))).Outcome
            );
        }
    }

    // Six groups with equal rates: with a limit of 0 at most a share alpha of the runs fails, though there are 15 pairs.
    [Theory]
    [InlineData("demographic-parity-difference", "max", 0)]
    [InlineData("equal-opportunity-ratio", "min", 1)]
    [InlineData("equalized-odds-difference", "max-rise", 0)]
    public void Equal_groups_fail_at_most_at_alpha(string key, string kind, double limit)
    {
        const int Runs = 200;
        var failed = Enumerable
            .Range(0, Runs)
            .Count(run =>
            {
                var set = Simulated.Binary(1_800, 7_000 + run, share: 0.4);
                var grouped = set with { Columns = Columns("abcdef", [.. Enumerable.Range(0, set.Rows).Select(row => row % 6)]) };
                return Evaluate(grouped, key, (LimitKinds.Find(kind)!, limit)).Any(finding => finding.Outcome == Outcome.Failed);
            });

        Assert.InRange(failed / (double)Runs, 0, 0.05 + DecisionSimulation.Noise(0.05, Runs));
    }

    [Theory]
    [InlineData("equal-opportunity-difference", "max-rise")]
    [InlineData("equal-opportunity-ratio", "max-drop")]
    public void A_group_that_the_candidate_treats_worse_than_the_baseline_did_fails(string key, string kind)
    {
        var set = Simulated.Binary(8_000, 3, share: 0.5);
        var scores = (double[])set.Baseline!.Values.Clone();
        int[] groups = [.. Enumerable.Range(0, set.Rows).Select(row => row % 2)];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] *= groups[row] == 0 || row % 3 > 0 ? 1 : 0.3;
        }

        var changed = set with { Candidate = new Scores(scores, 1), Columns = Columns("ab", groups) };
        var finding = Assert.Single(Evaluate(changed, key, (LimitKinds.Find(kind)!, 0.05)));

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.NotNull(finding.Evidence!.Baseline);
        Assert.Equal(JudgedVersions.AgainstBaseline, finding.Judged[1].Versions);
    }
}
