using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Checks.Models;

/// <summary>
/// Test sets that no interval likes: nothing throws, nothing passes by chance, no interval has zero width unless it is exact.
/// </summary>
public sealed class DegenerateRowsTests
{
    public static TheoryData<string> Cases =>
        [
            "no rows",
            "one row",
            "two rows",
            "29 rows",
            "all negative",
            "all positive",
            "one positive",
            "constant scores",
            "both constant",
            "all ties",
            "no discordant rows",
            "perfect",
            "perfectly wrong",
            "one group",
            "group of one row",
            "huge weights",
            "regression: one row",
            "regression: equal labels",
            "regression: equal errors",
            "regression: shifted",
            "regression: zero labels",
            "multiclass: one class",
            "multiclass: a class without rows",
            "multiclass: a class of one row",
            "raw margins",
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_limit_of_every_metric_has_an_honest_outcome(string name)
    {
        var set = Make(name);
        var metrics = MetricCatalog
            .Keys(Evaluations.Of(set).Model.Task)
            .Select(key =>
                Evaluations
                    .Metric(
                        key,
                        (LimitKinds.MaxDrop, 0.01),
                        (LimitKinds.MaxRise, 0.01),
                        (LimitKinds.Min, 0.5),
                        (LimitKinds.MinGain, 0.01),
                        (LimitKinds.MaxGain, 0.1),
                        (LimitKinds.MaxRelativeRise, 0.05)
                    )
                    .With(Severity.Warn)
            );

        var findings = Evaluations.Of(set, [.. metrics]).Evaluate();

        Assert.Equal(MetricCatalog.Keys(Evaluations.Of(set).Model.Task).Count * 6, findings.Count);
        Assert.All(findings, finding =>
        {
            Assert.DoesNotContain("NaN", finding.Message, StringComparison.Ordinal);
            if (finding.Evidence!.Interval is { } interval)
            {
                // A share of 0 has no upper end.
                Assert.True(double.IsFinite(interval.Lower ?? 0) && double.IsFinite(interval.Upper ?? 0), finding.Message);
                Assert.True(
                    (interval.Upper is not null && interval.Lower is not null)
                        || finding.Evidence is { Baseline: 0, Limit.Kind.Key: "max-relative-rise" },
                    finding.Message
                );
                Assert.True(
                    interval.Upper is null || interval.Upper > interval.Lower || finding.Evidence.Candidate == finding.Evidence.Baseline,
                    $"zero width: {finding.Message} {interval.Method}"
                );
            }
        });
    }

    [Theory]
    [InlineData("all negative", "recall")]
    [InlineData("all positive", "auc")]
    [InlineData("no rows", "accuracy")]
    public void What_is_not_defined_is_not_measured_and_leaves_the_verdict_undecided(string name, string key)
    {
        var finding = Evaluations.Of(Make(name), Evaluations.Metric(key, (LimitKinds.MaxDrop, 0.01))).Evaluate().Single();

        Assert.Equal((Outcome.NotMeasured, Diagnostics.MetricUndefined.Code), (finding.Outcome, finding.Code));
        Assert.Equal(ExitCode.Undecided, Verdict.From([finding]).ExitCode);
    }

    [Theory]
    [InlineData("29 rows", "auc")]
    [InlineData("29 rows", "brier")]
    [InlineData("29 rows", "recall")]
    [InlineData("both constant", "auc")]
    public void A_handful_of_rows_decides_nothing_and_says_what_would(string name, string key)
    {
        var kind = key == "brier" ? LimitKinds.MaxRise : LimitKinds.MaxDrop;

        var finding = Evaluations.Of(Make(name), Evaluations.Metric(key, (kind, 0.001))).Evaluate().Single();

        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        Assert.NotNull(finding.Evidence!.MinimumDetectableEffect);
        Assert.NotNull(finding.Evidence.Needed);
    }

    [Fact]
    public void Probability_metrics_of_raw_margins_are_not_defined_and_rank_metrics_are()
    {
        var findings = Evaluations
            .Of(Make("raw margins"), Evaluations.Metric("brier", (LimitKinds.Max, 1)), Evaluations.Metric("auc", (LimitKinds.Min, 0)))
            .Evaluate();

        Assert.Equal([Outcome.NotMeasured, Outcome.Passed], findings.Select(finding => finding.Outcome));
    }

    private static PredictionSet Make(string name)
    {
        var binary = Simulated.Binary(200, 1);
        PredictionSet Scored(double[] labels, Func<int, double> now, Func<int, double> old) =>
            new()
            {
                Keys = [.. labels.Select((_, row) => (UInt128)(row + 1))],
                Classes = binary.Classes,
                Labels = labels,
                Candidate = new Scores([.. labels.Select((_, row) => now(row))], 1),
                Baseline = new Scores([.. labels.Select((_, row) => old(row))], 1),
            };
        double[] half = [.. Enumerable.Range(0, 100).Select(row => (double)(row % 2))];
        PredictionSet Numbers(Func<int, double> label, Func<int, double> now, Func<int, double> old, int rows = 100) =>
            Scored([.. Enumerable.Range(0, rows).Select(label)], now, old) with
            {
                Classes = [],
            };
        var classes = Simulated.Multiclass(100, 1, classes: 3);
        return name switch
        {
            "no rows" => Simulated.Binary(0, 1),
            "one row" => Simulated.Binary(1, 1),
            "two rows" => Scored([0, 1], row => 0.4 + (0.2 * row), row => 0.6 - (0.2 * row)),
            "29 rows" => Simulated.Binary(29, 2, share: 0.5),
            "all negative" => Simulated.Binary(100, 1, share: 0),
            "all positive" => Simulated.Binary(100, 1, share: 1),
            "one positive" => Scored([1, .. new double[99]], row => (row + 1) / 101.0, row => (100 - row) / 101.0),
            "constant scores" => Scored(half, _ => 0.5, row => binary.Candidate.Values[row]),
            "both constant" => Scored(half, _ => 0.5, _ => 0.6),
            "all ties" => Scored(half, row => row % 4 < 2 ? 0.3 : 0.7, row => row % 4 < 2 ? 0.7 : 0.3),
            "no discordant rows" => binary with
            {
                Candidate = new Scores([.. binary.Baseline!.Values.Select(score => score >= 0.5 ? 0.5 + (score / 2) : score / 2)], 1),
            },
            "perfect" => Scored(half, row => 0.1 + (0.8 * half[row]), row => 0.2 + (0.6 * half[row])),
            "perfectly wrong" => Scored(half, row => 0.9 - (0.8 * half[row]), row => 0.1 + (0.8 * half[row])),
            "one group" => binary with { Groups = new int[200] },
            "group of one row" => binary with { Groups = [.. Enumerable.Range(0, 200).Select(row => row == 0 ? 0 : 1 + (row / 50))] },
            "huge weights" => binary with { Weights = [.. Enumerable.Range(0, 200).Select(row => row == 0 ? 1e12 : 1e-3)] },
            "regression: one row" => Simulated.Regression(1, 1),
            "regression: equal labels" => Numbers(_ => 7, row => row, row => row + 1),
            "regression: equal errors" => Numbers(row => row, row => row + 1, row => row - 1),
            "regression: shifted" => Numbers(row => row, row => row + 0.3, row => row + 0.1),
            "regression: zero labels" => Numbers(_ => 0, row => row, row => row / 2.0),
            "multiclass: one class" => classes with { Labels = new double[100] },
            "multiclass: a class without rows" => classes with { Labels = [.. classes.Labels.Select(label => label == 2 ? 1 : label)] },
            "multiclass: a class of one row" => classes with
            {
                Labels = [2, .. classes.Labels.Skip(1).Select(label => label == 2 ? 1 : label)],
            },
            _ => binary with
            {
                Candidate = new Scores([.. binary.Candidate.Values.Select(score => (score * 8) - 4)], 1, Calibrated: false),
                Baseline = new Scores([.. binary.Baseline!.Values.Select(score => (score * 8) - 4)], 1, Calibrated: false),
            },
        };
    }
}
