using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Tests;

/// <summary>Reports on the churn sample as a run would write them, one per form.</summary>
internal static class ReportSamples
{
    public static IReadOnlyDictionary<string, Report> All { get; } =
        new SortedDictionary<string, Report>(StringComparer.Ordinal)
        {
            ["pass"] = Make([
                .. Data(),
                Auc(),
                Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed),
                LogLoss(Outcome.Passed),
                AucFloor(),
            ]),
            ["pass-undecided"] = Make([.. Data(), Auc(), Precision(Leaning.Fine), AucFloor()]),
            ["warn"] = Make([
                .. Data(),
                Auc(),
                Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed),
                LogLoss(Outcome.Failed),
                AucFloor(),
                RecallSegment(Severity.Warn),
            ]),
            ["fail"] = WithPictures(
                Make(
                    [
                        .. Data(),
                        Drift(),
                        Auc(),
                        Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Failed),
                        Precision(Leaning.Fine),
                        LogLoss(Outcome.Failed),
                        AucFloor(),
                        RecallSegment(Severity.Error),
                    ],
                    loosened: ["models.churn.metrics.auc.min: 0.85 → 0.80"]
                )
            ),
            ["no-baseline"] = Make([.. Data(), AucFloor(), First("auc"), First("recall")], baseline: false),
            ["inconclusive"] = Make([.. Data(), Auc(), AucFloor(), Recall(0.8093, 0.7807, -0.0606, 0.0036, Outcome.Inconclusive)]),
            ["could-not-measure"] = Make([.. Data(), NotFound()], rows: null),
            ["integrity"] = Make([WrongBytes(), .. Data(), Auc(), Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed)]),
            ["baseline-required"] = Make(
                [
                    .. Data(),
                    First("auc") with
                    {
                        Severity = Severity.Error,
                        Fix = "Merge a first version of the model, or take require-baseline out of the gate file",
                    },
                ],
                baseline: false
            ),
            ["not-comparable"] = Make([.. Data(), NotComparable()]),
            ["gate-file"] = Make([UnknownKey()], artifacts: false),
            ["refused"] = Make([.. Data(), Unsafe()], rows: null),
            ["nothing-measured"] = Make([], artifacts: false),
            ["waived"] = Make(
                [.. Data(), Auc(), Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Waived) with { Waiver = Waiver.File }, AucFloor()],
                validUntil: new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)
            ) with
            {
                Waivers = [Waiver],
            },
            ["waiver-ends"] = Make([
                WaiverStale(),
                .. Data(),
                Auc(),
                Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Waived) with
                {
                    Waiver = Waiver.File,
                },
                AucFloor(),
            ]) with
            {
                Waivers = [Waiver with { ExpiresSoon = true, Until = "2026-11-30" }],
            },
            ["policy-changed"] = Make([
                PolicyChanged(),
                TestSetChanged(),
                .. Data(),
                Auc(),
                Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Failed),
                AucFloor(),
            ]) with
            {
                Preview = new ReportedPreview
                {
                    Changed = ["mlgate.yml", "datasets.test"],
                    Outcome = Outcome.Failed,
                    ExitCode = ExitCode.Failed,
                    Findings = [Metric("auc", "min", 0.9, null, 0.8439, 0.8269, 0.8597, Outcome.Failed, 40)],
                    Gone = ["models.churn.metrics.recall.max-drop"],
                },
            },
            ["check-gone"] = Make([
                PolicyChanged(),
                .. Data(),
                Auc(),
                Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed),
                AucFloor(),
            ]) with
            {
                Preview = new ReportedPreview
                {
                    Changed = ["mlgate.yml"],
                    Outcome = Outcome.Passed,
                    ExitCode = ExitCode.Passed,
                    Findings = [],
                    Gone = ["models.churn.metrics.recall.max-drop", "models.churn.metrics.auc.min"],
                },
            },
            ["stale"] = Make([.. Data(), Auc(), Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed), AucFloor()]) with
            {
                Behind = new Behind("origin/main", 14, ["models.churn"]),
            },
            ["stale-only"] = Make([.. Data(), Auc(), Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Failed), AucFloor()]) with
            {
                Behind = new Behind("origin/main", 1, []),
            },
            ["several-models"] = Make(
                [
                    .. Data(),
                    Auc(),
                    Recall(0.8093, 0.7326, -0.1034, -0.0499, Outcome.Failed),
                    .. Enumerable.Range(1, 14).Select(n => Rule(n)),
                ],
                more:
                [
                    Artifact("models.tenure", "models/tenure.zip", 'e', 'f', 2_113) with
                    {
                        Primary = "models.tenure.metrics.rmse",
                        Test = "datasets.test",
                    },
                ]
            ),
        };

    /// <summary>The same report with all that a page can draw.</summary>
    public static Report WithPictures(
        Report report,
        ModelPicture? picture = null,
        IReadOnlyList<Distribution>? distributions = null,
        IReadOnlyList<MetricHistory>? history = null
    ) =>
        report with
        {
            History =
            [
                .. report
                    .Artifacts.Where(artifact => artifact.Id.StartsWith("models.churn", StringComparison.Ordinal))
                    .Select(artifact => new ModelHistory(artifact.Id, history ?? ReportPictures.Past())),
            ],
            Artifacts =
            [
                .. report.Artifacts.Select(artifact =>
                    artifact.Id switch
                    {
                        var id when id.StartsWith("datasets.train", StringComparison.Ordinal) => artifact with
                        {
                            Distributions = distributions ?? ReportPictures.Data(),
                        },
                        var id when id.StartsWith("models.churn", StringComparison.Ordinal) => artifact with
                        {
                            Picture = picture ?? ReportPictures.Model(),
                        },
                        _ => artifact,
                    }
                ),
            ],
        };

    private static ReportedWaiver Waiver =>
        new(
            ".mlgate/waivers/models.churn.metrics.recall.max-drop.0a1b2c3d.json",
            "models.churn.metrics.recall.max-drop",
            "relaunch in Brazil, the old labels were wrong (see #4711)",
            "Jane Doe <jane@example.org>",
            "2026-12-31",
            ExpiresSoon: false
        );

    public static Report Make(
        IReadOnlyList<Finding> findings,
        bool baseline = true,
        bool artifacts = true,
        long? rows = 2_113,
        IReadOnlyList<string>? loosened = null,
        DateTimeOffset? validUntil = null,
        IReadOnlyList<ReportedArtifact>? more = null
    )
    {
        ReportedArtifact[] all =
        [
            Artifact("datasets.test", "data/test.csv", 'a', 'a', 2_113),
            Artifact("datasets.train", "data/train.csv", 'b', 'c', 4_930),
            Artifact("models.churn", "models/churn.zip", '3', 'd', rows) with
            {
                Primary = "models.churn.metrics.auc",
                Test = "datasets.test",
            },
            .. more ?? [],
        ];
        return new Report
        {
            Tool = "0.1.0",
            Gate = "churn",
            GateFile = "samples/churn/mlgate.yml",
            Commit = "6dcb09b5b57875f334f61aebed695e2e4193db5e",
            Alpha = 0.05,
            Artifacts = artifacts
                ? [.. all.Select(artifact => baseline ? artifact : artifact with { Baseline = null, BaselineCommit = null })]
                : [],
            Findings = findings,
            Loosened = loosened ?? [],
            Verdict = Verdict.Of(findings),
            Randomness = new ReportedRandomness("Philox4x32-10", 42, 2_000),
            GeneratedAt = new DateTimeOffset(2026, 11, 22, 17, 52, 12, TimeSpan.Zero),
            ValidUntil = validUntil,
        };
    }

    public static Finding Metric(
        string metric,
        string kind,
        double limit,
        double? before,
        double now,
        double lower,
        double upper,
        Outcome outcome,
        int line
    ) =>
        new()
        {
            Code = kind is "min" or "max" ? Diagnostics.MetricMustKeepLimit.Code : Diagnostics.MetricMustNotDrop.Code,
            Id = $"models.churn.metrics.{metric}.{kind}",
            Subject = "models.churn",
            Outcome = outcome,
            Expected = kind switch
            {
                "min" => $"{metric} of at least {limit}",
                "max-rise" => $"a rise of at most {limit}",
                _ => $"a drop of at most {limit}",
            },
            Found = before is null ? $"{metric} is {now:0.0000}" : $"{metric} went {before:0.0000} → {now:0.0000}",
            Place = new FilePlace("mlgate.yml", line, 21),
            Evidence = new Evidence
            {
                Measure = metric,
                Baseline = before,
                Candidate = now,
                Interval = new Interval(
                    lower,
                    upper,
                    0.9,
                    metric switch
                    {
                        "auc" => "DeLong",
                        "recall" => "Tango",
                        _ => "paired Poisson bootstrap, BCa",
                    }
                ),
                Limit = new Limit(kind, limit),
                Rows = 2_113,
            },
        };

    private static ReportedArtifact Artifact(string id, string path, char before, char now, long? rows) =>
        new()
        {
            Id = id,
            Path = path,
            Baseline = Version(before),
            Candidate = Version(now),
            BaselineCommit = new Baseline("9f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e", "origin/main", "merge base with origin/main"),
            Rows = rows,
        };

    private static ArtifactVersion Version(char digit) =>
        new(
            string.Concat(Enumerable.Repeat(digit + "81d07b4", 5)),
            string.Concat(Enumerable.Repeat(digit + "427f19c", 8)),
            291_000 + ((digit - '0') * 1_024)
        );

    private static Finding Auc() => Metric("auc", "max-drop", 0.01, 0.8421, 0.8439, -0.0031, 0.0067, Outcome.Passed, 40);

    private static Finding AucFloor() => Metric("auc", "min", 0.8, null, 0.8439, 0.8269, 0.8597, Outcome.Passed, 40);

    private static Finding Recall(double before, double now, double lower, double upper, Outcome outcome)
    {
        var finding = Metric("recall", "max-drop", 0.02, before, now, lower, upper, outcome, 41);
        var evidence = finding.Evidence! with
        {
            Denominator = new Denominator("positives", 561),
            AdjustedP = outcome == Outcome.Failed ? 0.0004 : null,
        };
        return finding with
        {
            Evidence =
                outcome == Outcome.Inconclusive
                    ? evidence with
                    {
                        Leaning = Leaning.Worse,
                        MinimumDetectableEffect = 0.0479,
                        Needed = 1_587,
                    }
                    : evidence,
            Fix = outcome switch
            {
                Outcome.Failed => "Retrain with the rows that are missing, or widen max-drop on purpose",
                Outcome.Inconclusive => "Test on more positives, or allow a drop of at least 0.048",
                _ => null,
            },
        };
    }

    private static Finding RecallSegment(Severity severity) =>
        Metric("recall", "min", 0.6, null, 0.5714, 0.4621, 0.6741, Outcome.Failed, 47) with
        {
            Id = "models.churn.segments.contract=Two year.recall.min",
            Severity = severity,
            Found = "recall of contract=Two year is 0.5714",
            Evidence = new Evidence
            {
                Measure = "recall",
                Candidate = 0.5714,
                Interval = new Interval(0.4621, 0.6741, 0.9, "Wilson"),
                Limit = new Limit("min", 0.6),
                Rows = 527,
                Denominator = new Denominator("positives", 56),
            },
        };

    private static Finding Precision(Leaning leaning) =>
        Metric("precision", "max-drop", 0.02, 0.5310, 0.5223, -0.0301, 0.0127, Outcome.Inconclusive, 42) with
        {
            Severity = Severity.Info,
            Evidence = Metric("precision", "max-drop", 0.02, 0.5310, 0.5223, -0.0301, 0.0127, Outcome.Inconclusive, 42).Evidence! with
            {
                Leaning = leaning,
                Denominator = new Denominator("predicted positives", 842),
                MinimumDetectableEffect = 0.032,
                Needed = 2_150,
            },
        };

    private static Finding LogLoss(Outcome outcome) =>
        outcome == Outcome.Passed
            ? Metric("log-loss", "max-rise", 0.02, 0.4183, 0.4169, -0.0081, 0.0052, outcome, 43) with
            {
                Severity = Severity.Warn,
            }
            : Metric("log-loss", "max-rise", 0.02, 0.4183, 0.4512, 0.0203, 0.0461, outcome, 43) with
            {
                Severity = Severity.Warn,
                Fix = "Calibrate the model again",
            };

    private static Finding Drift() =>
        new()
        {
            Code = Diagnostics.ColumnDrifted.Code,
            Id = "datasets.train.drift.columns.monthly_charges",
            Subject = "datasets.train",
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Expected = "a population stability index of at most 0.2 above its null mean",
            Found = "monthly_charges drifted",
            Fix = "Look at the rows that are new; if the shift is real, accept it with a waiver",
            Place = new FilePlace("mlgate.yml", 29, 49),
            Evidence = new Evidence
            {
                Measure = "psi",
                Candidate = 0.2713,
                Limit = new Limit("limit", 0.2),
                Rows = 4_930,
            },
        };

    private static IReadOnlyList<Finding> Data() =>
        [
            Passed(
                Diagnostics.RowCount,
                "datasets.train.rows.min",
                "at least 4,000 rows",
                "4,930 rows",
                16,
                new Evidence
                {
                    Measure = "rows",
                    Candidate = 4_930,
                    Baseline = 4_812,
                    Limit = new Limit("min", 4_000),
                }
            ),
            Passed(
                Diagnostics.MissingTooMany,
                "datasets.train.columns.total_charges.missing",
                "at most 1 % missing",
                "0.22 % missing",
                21,
                new Evidence
                {
                    Measure = "missing",
                    Candidate = 0.0022,
                    Limit = new Limit("max", 0.01),
                    Rows = 4_930,
                }
            ),
            Passed(Diagnostics.OutsideDomain, "datasets.train.columns.contract.in", "one of 3 values", "every value is one", 19, null),
            Passed(Diagnostics.RowsShared, "datasets.train.disjoint-from", "no row that is also in datasets.test", "no such row", 30, null),
            Passed(Diagnostics.FrozenChanged, "datasets.test.frozen", "the bytes of the baseline", "the same bytes", 33, null),
        ];

    private static Finding Passed(Diagnostic code, string id, string expected, string found, int line, Evidence? evidence) =>
        new()
        {
            Code = code.Code,
            Id = id,
            Subject = string.Join('.', id.Split('.').Take(2)),
            Outcome = Outcome.Passed,
            Expected = expected,
            Found = found,
            Place = new FilePlace("mlgate.yml", line, 7),
            Evidence = evidence,
        };

    private static Finding PolicyChanged() =>
        new()
        {
            Code = Diagnostics.PolicyChanged.Code,
            Id = "policy",
            Subject = "churn",
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Expected = "the gate to stay as it is",
            Found = "the pull request changes mlgate.yml; the gate of merge base with origin/main judges it",
            Fix = "Have the change of the gate reviewed: it holds from the next pull request on",
            Place = new FilePlace("mlgate.yml", 4, 1),
        };

    private static Finding TestSetChanged() =>
        PolicyChanged() with
        {
            Code = Diagnostics.TestSetChanged.Code,
            Id = "policy.datasets.test",
            Subject = "datasets.test",
            Expected = "the test set to stay as it is",
            Found =
                "the pull request changes it (sha256 3427f19c3427 → d427f19cd427); the models are evaluated on that of merge base with origin/main",
            Fix = "Have the change of the test set reviewed: it holds from the next pull request on",
        };

    private static Finding WaiverStale() =>
        new()
        {
            Code = Diagnostics.WaiverStale.Code,
            Id = "waivers.models.churn.metrics.auc.min",
            Subject = ".mlgate/waivers/models.churn.metrics.auc.min.4d3c2b1a.json",
            Outcome = Outcome.Failed,
            Severity = Severity.Info,
            Expected = "a check that does not hold",
            Found = "the check holds without it",
            Fix = "Delete the file",
            Place = new FilePlace(".mlgate/waivers/models.churn.metrics.auc.min.4d3c2b1a.json", 0, 0),
        };

    private static Finding Rule(int n) =>
        new()
        {
            Code = Diagnostics.RuleBroken.Code,
            Id = $"datasets.train.rules.rule-{n}",
            Subject = "datasets.train",
            Outcome = Outcome.Failed,
            Expected = "99 % of the rows keep it",
            Found = $"{n + 60} of 4,930 rows break it (rows 3, 17, {90 + n})",
            Fix = "Look at the rows whose numbers follow",
            Place = new FilePlace("mlgate.yml", 27, 9),
            Evidence = new Evidence
            {
                Measure = "broken",
                Candidate = (n + 60) / 4_930.0,
                Limit = new Limit("mostly", 0.99),
                Rows = 4_930,
                OffendingRows = [3, 17, 90 + n],
            },
        };

    private static Finding First(string metric) =>
        new()
        {
            Code = Diagnostics.NoBaselineFound.Code,
            Id = $"models.churn.metrics.{metric}.max-drop",
            Subject = "models.churn",
            Outcome = Outcome.NoBaseline,
            Severity = Severity.Info,
            Expected = "a baseline to compare with",
            Found = "main holds no version of models/churn.zip",
            Place = new FilePlace("mlgate.yml", 40, 21),
        };

    private static Finding NotFound() =>
        new()
        {
            Code = Diagnostics.FileNotFound.Code,
            Id = "datasets.test",
            Subject = "data/test.csv",
            Outcome = Outcome.NotMeasured,
            Expected = "a file",
            Found = "there is no such file",
            Fix = "Restore it with git checkout -- data/test.csv, or mend its path",
            Place = new FilePlace("mlgate.yml", 31, 11),
        };

    private static Finding WrongBytes() =>
        new()
        {
            Code = Diagnostics.NotWhatTheLockSays.Code,
            Id = "models.churn",
            Subject = "models/churn.zip",
            Outcome = Outcome.Failed,
            Expected = "sha256 3427f19c3427f19c, as .mlgate/lock/models.churn.json says",
            Found = "sha256 d427f19cd427f19c",
            Fix = "Restore the file with git checkout, or record it on purpose with dotnet mlgate lock",
            Place = new FilePlace("mlgate.yml", 35, 11),
        };

    private static Finding NotComparable() =>
        new()
        {
            Code = Diagnostics.ModelsNotComparable.Code,
            Id = "models.churn",
            Subject = "models.churn",
            Outcome = Outcome.NotComparable,
            Expected = "the label's values of the baseline",
            Found = "the candidate knows 3 classes and the baseline 2",
            Fix = "Start a new baseline on purpose: set baseline to a commit that holds the new kind of model",
            Place = new FilePlace("mlgate.yml", 34, 3),
        };

    private static Finding UnknownKey() =>
        new()
        {
            Code = Diagnostics.UnknownKey.Code,
            Id = "models.churn.metrics.acuracy",
            Subject = "mlgate.yml",
            Outcome = Outcome.NotMeasured,
            Expected = "a metric of binary classification",
            Found = "the key acuracy",
            Fix = "Did you mean accuracy?",
            Place = new FilePlace("mlgate.yml", 41, 7),
        };

    private static Finding Unsafe() =>
        new()
        {
            Code = Diagnostics.ComponentNotAllowed.Code,
            Id = "models.churn",
            Subject = "models/churn.zip",
            Outcome = Outcome.NotMeasured,
            Expected = "components of ML.NET that are on the allow-list",
            Found = "the component CustomMappingTransformer",
            Fix = "Train without it; the model was not loaded",
            Place = new FilePlace("mlgate.yml", 35, 11),
        };
}
