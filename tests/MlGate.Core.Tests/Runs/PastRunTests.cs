using MlGate.Findings;
using MlGate.Reports;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Core.Tests.Runs;

public sealed class PastRunTests
{
    private static readonly ArtifactVersion Version = new(new string('a', 40), new string('b', 64), 1);
    private static readonly string Now = new('c', 40);
    private static readonly string Then = new('d', 40);

    [Fact]
    public void A_value_is_kept_with_the_interval_of_its_own_and_never_with_that_of_a_change()
    {
        var run = PastRun.From(
            Report(
                Finding(
                    "models.m.metrics.auc.max-drop",
                    new()
                    {
                        Measure = "auc",
                        Candidate = 0.8,
                        Interval = new(-0.02, 0.01, 0.9, "DeLong"),
                        Limit = new(LimitKinds.MaxDrop, 0.01),
                    }
                ),
                Finding(
                    "models.m.metrics.auc.min",
                    new()
                    {
                        Measure = "auc",
                        Candidate = 0.8,
                        Interval = new(0.78, 0.82, 0.9, "DeLong"),
                        Limit = new(LimitKinds.Min, 0.7),
                    }
                ),
                Finding(
                    "models.m.metrics.recall.max-drop",
                    new()
                    {
                        Measure = "recall",
                        Candidate = 0.6,
                        Interval = new(-0.02, 0.01, 0.9, "Tango"),
                        Limit = new(LimitKinds.MaxDrop, 0.01),
                    }
                ),
                Finding("models.m.metrics.f1.min", new() { Measure = "f1" }),
                Finding("datasets.d.columns.x.drift", new() { Measure = "psi", Candidate = 0.1 })
            ),
            "digest"
        );

        var model = Assert.Single(run.Models);
        Assert.Equal(("m", Version.GitObjectId, Now), (model.Name, model.Version, model.Test));
        Assert.Equal([new PastMetric("auc", 0.8, 0.78, 0.82), new PastMetric("recall", 0.6)], model.Metrics);
        Assert.Equal(("g", "digest", Outcome.Failed), (run.Gate, run.Report, run.Verdict));
    }

    [Fact]
    public void A_trend_holds_the_runs_that_have_the_metric()
    {
        var runs = new[] { Recorded("1", ("m", "auc", 0.1)), Recorded("2", ("m", "auc", 0.2), ("m", "f1", 0.5), ("n", "auc", 0.9)) };

        var trends = Trend.From(runs);

        Assert.Equal(
            [("m", "auc", 2), ("m", "f1", 1), ("n", "auc", 1)],
            trends.Select(trend => (trend.Model, trend.Measure, trend.Points.Count))
        );
        Assert.Equal([0.1, 0.2], trends[0].Points.Select(point => point.Metric.Value));
        Assert.Equal(["1", "2"], trends[0].Points.Select(point => point.Run.Commit));
        Assert.Equal([("n", "auc")], Trend.From(runs, "n").Select(trend => (trend.Model, trend.Measure)));
        Assert.Equal([("m", "f1")], Trend.From(runs, measure: "f1").Select(trend => (trend.Model, trend.Measure)));
    }

    [Fact]
    public void A_report_shows_the_accepted_versions_of_what_it_measured_and_never_its_own_commit()
    {
        var report = Report(
            Finding(
                "models.m.metrics.auc.min",
                new()
                {
                    Measure = "auc",
                    Candidate = 0.8,
                    Limit = new(LimitKinds.Min, 0.7),
                }
            )
        ) with
        {
            Commit = "own",
        };
        var runs = new[]
        {
            Recorded("1", ("m", "auc", 0.1), ("m", "f1", 0.5)),
            Failed(Recorded("2", ("m", "auc", 0.2))),
            Waived(Recorded("3", ("m", "auc", 0.3), ("n", "auc", 0.9))),
            Recorded("own", ("m", "auc", 0.4)),
        };

        var shown = PastRun.WithHistory(report, runs);

        var model = Assert.Single(shown.History!);
        var history = Assert.Single(model.Metrics);
        Assert.Equal(("models.m", "auc", new Limit(LimitKinds.Min, 0.7)), (model.Model, history.Measure, history.Limit));
        Assert.Equal([("1", 0.1), ("3", 0.3)], history.Values.Select(value => (value.Commit, value.Value)));
        Assert.Same(report, PastRun.WithHistory(report, [runs[1], runs[3]]));
    }

    [Fact]
    public void A_report_shows_no_value_of_another_test_set_than_its_own()
    {
        var report = Report(Finding("models.m.metrics.auc.min", new() { Measure = "auc", Candidate = 0.8 }));
        var other = Version with { GitObjectId = Then };
        var runs = new[] { Recorded("1", ("m", "auc", 0.1)), On(Then, Recorded("2", ("m", "auc", 0.2))), Recorded("3", ("m", "auc", 0.3)) };

        Assert.Equal(["1", "3"], Commits(report));
        Assert.Equal(["2"], Commits(report with { Parts = [report.Parts[0], report.Datasets[0] with { Evaluated = other }] }));
        Assert.Same(report, PastRun.WithHistory(report, [runs[1]]));
        Assert.Equal([true, false, true], runs.Select(run => PastRun.BelongsTo(report, run)));

        IEnumerable<string> Commits(Report shown) =>
            PastRun.WithHistory(shown, runs).History!.Single().Metrics.Single().Values.Select(value => value.Commit);
    }

    [Fact]
    public void A_model_whose_test_set_is_not_known_is_not_kept()
    {
        var report = Report(Finding("models.m.metrics.auc.min", new() { Measure = "auc", Candidate = 0.8 }));

        Assert.Empty(PastRun.From(report with { Parts = [report.Parts[0]] }, "digest").Models);
    }

    [Fact]
    public void A_trend_falls_into_stretches_of_one_test_set()
    {
        var runs = new[]
        {
            Recorded("1", ("m", "auc", 0.1)),
            Recorded("2", ("m", "auc", 0.2)),
            On(Then, Recorded("3", ("m", "auc", 0.3))),
            Recorded("4", ("m", "auc", 0.4)),
        };

        Assert.Equal(
            ["1 2", "3", "4"],
            Assert.Single(Trend.From(runs)).Stretches.Select(stretch => string.Join(' ', stretch.Select(point => point.Run.Commit)))
        );
    }

    private static RecordedRun Waived(RecordedRun run) => run with { Run = run.Run with { Verdict = Outcome.Waived } };

    private static RecordedRun On(string test, RecordedRun run) =>
        run with
        {
            Run = run.Run with { Models = [.. run.Run.Models.Select(model => model with { Test = test })] },
        };

    private static RecordedRun Failed(RecordedRun run) => run with { Run = run.Run with { Verdict = Outcome.Failed } };

    private static RecordedRun Recorded(string commit, params (string Model, string Measure, double Value)[] values) =>
        new(
            commit,
            new PastRun(
                "g",
                DateTimeOffset.UnixEpoch,
                Outcome.Passed,
                "",
                [
                    .. values
                        .GroupBy(value => value.Model)
                        .Select(group => new PastModel(
                            group.Key,
                            "v",
                            Now,
                            [.. group.Select(value => new PastMetric(value.Measure, value.Value))]
                        )),
                ]
            )
        );

    private static Finding Finding(string id, Evidence evidence) =>
        new()
        {
            Code = Diagnostics.MetricMustKeepLimit.Code,
            Id = id,
            Subject = id,
            Outcome = Outcome.Failed,
            Expected = "more",
            Found = "less",
            Evidence = evidence,
        };

    private static Report Report(params Finding[] findings) =>
        new()
        {
            Tool = "1",
            Gate = "g",
            GateFile = "mlgate.yml",
            Alpha = 0.05,
            Parts =
            [
                new ModelPart
                {
                    Id = "models.m",
                    Path = "m",
                    Candidate = Version,
                    Test = "datasets.d",
                },
                new DatasetPart
                {
                    Id = "datasets.d",
                    Path = "d",
                    Candidate = Version with { GitObjectId = Now },
                },
            ],
            Findings = findings,
            Verdict = Verdict.From(findings),
            GeneratedAt = DateTimeOffset.UnixEpoch,
        };
}
