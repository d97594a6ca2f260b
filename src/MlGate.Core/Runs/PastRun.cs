using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Runs;

/// <summary>
/// What is kept of a run: who it was, how it ended, and each metric's value. Small, because every run of a repository keeps one.
/// </summary>
/// <param name="Gate">Name of the gate.</param>
/// <param name="At">When it ran, UTC.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Report">SHA-256 that the run's report says of itself: runs of the same inputs have the same.</param>
/// <param name="Models">Its models.</param>
public sealed record PastRun(string Gate, DateTimeOffset At, Outcome Verdict, string Report, IReadOnlyList<PastModel> Models)
{
    /// <summary>What is kept of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="digest">Its digest.</param>
    public static PastRun From(Report report, string digest) =>
        new(
            report.Gate,
            report.GeneratedAt.ToUniversalTime(),
            report.Verdict.Outcome,
            digest,
            [
                .. report
                    .Models.Where(model => model.Candidate is not null)
                    .Select(model => (Model: model, Test: TestOf(report, model)))
                    .Where(one => one.Test is not null)
                    .Select(one => new PastModel(
                        one.Model.Id.Name!,
                        one.Model.Candidate!.GitObjectId,
                        one.Test!,
                        MetricsOf(report, one.Model.Id)
                    )),
            ]
        );

    /// <summary>A report with the history of its models' metrics beside them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="runs">Past runs of the gate, the oldest first; those that <see cref="BelongsTo"/> says no of are left out.</param>
    public static Report WithHistory(Report report, IReadOnlyList<RecordedRun> runs)
    {
        var shown = runs.Where(run => BelongsTo(report, run)).ToList();
        var histories = report
            .Models.Select(model => new ModelHistory(model.Id, HistoryOf(report, model, shown)))
            .Where(history => history.Metrics.Count > 0)
            .ToList();
        return histories.Count == 0 ? report : report with { History = histories };
    }

    /// <summary>
    /// Is a run an accepted version to lay beside a report: passed or accepted by waiver, of another commit, and measured on a test set
    /// that a model of the report was evaluated on?
    /// </summary>
    public static bool BelongsTo(Report report, RecordedRun run) =>
        run.Run.Verdict is (Outcome.Passed or Outcome.Waived)
        && run.Commit != report.Commit
        && run.Run.Models.Any(past => report.Models.Any(model => IsSame(report, model, past.Name, past.Test)));

    private static List<MetricHistory> HistoryOf(Report report, ModelPart model, List<RecordedRun> shown)
    {
        var findings = report
            .Findings.Where(finding =>
                finding.Id.IsIn(model.Id) && finding.Id.Segment is null && finding.Evidence is { Measure: not null, Candidate: not null }
            )
            .Select(finding => finding.Evidence!)
            .ToList();
        return
        [
            .. Trend
                .From(shown)
                .Select(trend => trend with { Points = [.. trend.Points.Where(point => IsSame(report, model, trend.Model, point.Test))] })
                .Where(trend => trend.Points.Count > 0 && findings.Any(evidence => evidence.Measure == trend.Measure))
                .OrderBy(trend => findings.FindIndex(evidence => evidence.Measure == trend.Measure))
                .Take(ModelHistory.MostMetrics)
                .Select(trend => new MetricHistory(
                    trend.Measure,
                    [
                        .. trend
                            .Points.TakeLast(MetricHistory.MostValues)
                            .Select(point => new PastValue(
                                point.Run.Commit,
                                point.Run.Run.At,
                                point.Metric.Value,
                                point.Metric.Lower,
                                point.Metric.Upper
                            )),
                    ],
                    findings
                        .FirstOrDefault(evidence => evidence.Measure == trend.Measure && evidence.Limit is { Kind.IsOfChange: false })
                        ?.Limit
                )),
        ];
    }

    // Values of two test sets say nothing of each other.
    private static bool IsSame(Report report, ModelPart model, string name, string test) =>
        model.Id == GateSection.Models.Subject(name) && TestOf(report, model) == test;

    private static string? TestOf(Report report, ModelPart model) =>
        report.Datasets.FirstOrDefault(dataset => dataset.Id == model.Test) is { } test
            ? (test.Evaluated ?? test.Candidate)?.GitObjectId
            : null;

    // An absolute limit's interval is the value's own; that of a change says nothing of the value.
    private static List<PastMetric> MetricsOf(Report report, CheckId model) =>
        [
            .. report
                .Findings.Where(finding =>
                    finding.Id.IsIn(model) && finding.Id.Segment is null && finding.Evidence is { Measure: not null, Candidate: not null }
                )
                .GroupBy(finding => finding.Evidence!.Measure!, StringComparer.Ordinal)
                .Select(findings =>
                    findings.FirstOrDefault(finding => finding.Evidence is { Interval: not null, Limit.Kind.IsOfChange: false })
                    ?? findings.First()
                )
                .Select(finding => finding.Evidence!)
                .Select(evidence =>
                    evidence.Limit is { Kind.IsOfChange: false }
                        ? new PastMetric(evidence.Measure!, evidence.Candidate!.Value, evidence.Interval?.Lower, evidence.Interval?.Upper)
                        : new PastMetric(evidence.Measure!, evidence.Candidate!.Value)
                ),
        ];
}

/// <summary>One model of a past run.</summary>
/// <param name="Name">The model's name in the gate file.</param>
/// <param name="Version">Its git object id.</param>
/// <param name="Test">Git object id of the test set that it was evaluated on.</param>
/// <param name="Metrics">What was measured.</param>
public sealed record PastModel(string Name, string Version, string Test, IReadOnlyList<PastMetric> Metrics);

/// <summary>One metric of a past run.</summary>
/// <param name="Measure">The metric: <c>auc</c>.</param>
/// <param name="Value">The candidate's value, in the metric's unit.</param>
/// <param name="Lower">Lower bound of the value; null where only a change was bounded.</param>
/// <param name="Upper">Upper bound of the value; null where only a change was bounded.</param>
public sealed record PastMetric(string Measure, double Value, double? Lower = null, double? Upper = null);

/// <summary>A past run and where it stands.</summary>
/// <param name="Commit">Full id of the commit that was checked.</param>
/// <param name="Run">The run.</param>
public sealed record RecordedRun(string Commit, PastRun Run);
