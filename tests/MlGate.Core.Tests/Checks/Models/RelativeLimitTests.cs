using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Metrics;
using static MlGate.Core.Tests.Checks.Models.MetricDecisionTests;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>Limits on the ratio to the baseline, also where a value is 0.</summary>
public sealed class RelativeLimitTests
{
    [Fact]
    public void A_model_against_itself_does_not_change_and_passes_every_relative_limit()
    {
        foreach (
            var set in new[]
            {
                Simulated.Binary(20, 1),
                Simulated.Binary(500, 1),
                Simulated.Multiclass(100, 1),
                Simulated.Regression(100, 1),
            }
        )
        {
            var self = set with { Baseline = set.Candidate };
            var of = Evaluations.Of(self);
            var metrics = Metrics(of.Model.Task)
                .Select(key =>
                    Evaluations.Metric(key, (LimitKinds.MaxDrop, 0.001), (LimitKinds.MaxRise, 0), (LimitKinds.MaxDropSinceAnchor, 0.001))
                )
                .ToArray();

            var findings = (Evaluations.Of(self, metrics) with { Anchor = self }).Evaluate();

            Assert.All(findings, finding =>
                Assert.Equal(
                    (Outcome.Passed, 0.0, 0.0),
                    (finding.Outcome, finding.Evidence!.Interval!.Lower, finding.Evidence.Interval.Upper)
                )
            );
        }
    }

    [Fact]
    public void Relative_limits_are_judged_on_the_ratio()
    {
        var set = Simulated.Regression(2000, 2, candidateNoise: 1.3);

        var findings = Evaluations
            .Of(set, Evaluations.Metric("rmse", (LimitKinds.MaxRelativeRise, 0.02), (LimitKinds.MaxRelativeRise, 0.2)))
            .Evaluate();

        Assert.Equal([Outcome.Failed, Outcome.Passed], findings.Select(finding => finding.Outcome));
        var evidence = findings[0].Evidence!;
        Assert.Contains(" %", findings[0].Found, StringComparison.Ordinal);
        Assert.InRange(
            (evidence.Candidate!.Value / evidence.Baseline!.Value) - 1,
            evidence.Interval!.Lower!.Value,
            evidence.Interval.Upper!.Value
        );
    }

    [Theory]
    [InlineData(0, 0, 0, 200, "max-relative-rise", Outcome.Inconclusive)] // 0 → 0 by other scores
    [InlineData(0, 0, 40, 160, "max-relative-rise", Outcome.Passed)] // 0.2 → 0: a fall is no rise
    [InlineData(0, 0, 40, 160, "max-relative-drop", Outcome.Failed)]
    [InlineData(0, 40, 0, 160, "max-relative-rise", Outcome.Failed)] // 0 → 0.2: more than any share of 0
    [InlineData(0, 40, 0, 160, "max-relative-drop", Outcome.Passed)]
    [InlineData(0, 1, 0, 199, "max-relative-rise", Outcome.Inconclusive)]
    public void A_relative_limit_is_measured_where_a_value_is_0(int both, int gained, int lost, int neither, string kind, Outcome expected)
    {
        var finding = Evaluations
            .Of(Recall(both, gained, lost, neither), Evaluations.Metric("recall", (LimitKinds.Find(kind)!, 0.1)))
            .Evaluate()
            .Single();

        Assert.Equal((expected, "MLG4102"), (finding.Outcome, finding.Code));
        Assert.DoesNotContain("NaN", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_limit_passes_from_0_to_0_by_the_same_scores()
    {
        var set = Recall(0, 0, 0, 200);

        var finding = Evaluations
            .Of(
                set with
                {
                    Baseline = set.Candidate,
                },
                Evaluations.Metric("recall", (LimitKinds.MaxRelativeRise, 0.1), (LimitKinds.MaxRelativeDrop, 0.1))
            )
            .Evaluate();

        Assert.All(finding, one => Assert.Equal(Outcome.Passed, one.Outcome));
        Assert.Contains("did not change", finding[0].Found, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Metrics(ModelTask task) => MlGate.Metrics.Catalog.MetricCatalog.Keys(task);
}
