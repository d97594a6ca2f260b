using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reports;
using MlGate.Versions;
using static MlGate.Reporting.Tests.SampleFindings;
using static MlGate.Reporting.Tests.SampleModelFindings;

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
                        Drifted(),
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
            ["better"] = Make([
                .. Data(),
                Metric("auc", "max-drop", 0.01, 0.8421, 0.8563, 0.0081, 0.0204, Outcome.Passed, 40),
                Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed),
                AucFloor(),
            ]),
            ["unchanged"] = Make([
                .. Data(),
                Metric("auc", "max-drop", 0.01, 0.8421, 0.8421, 0, 0, Outcome.Passed, 40),
                Recall(0.8093, 0.8093, 0, 0, Outcome.Passed),
            ]),
            ["below-limit"] = Make([.. Data(), Auc(), Metric("auc", "min", 0.85, null, 0.8439, 0.8269, 0.8597, Outcome.Failed, 40)]),
            ["data-only"] = Make([.. Data(), Missing(), Rule(12), Auc(), Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed)]),
            ["lock-out-of-date"] = Make([LockOutOfDate(), .. Data(), Auc(), Recall(0.8093, 0.8164, -0.0142, 0.0285, Outcome.Passed)]),
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
                    ChangedFiles = ["mlgate.yml"],
                    ChangedTestSets = ["datasets.test"],
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
                    ChangedFiles = ["mlgate.yml"],
                    ChangedTestSets = [],
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
                    new ModelPart
                    {
                        Id = "models.tenure",
                        Path = "models/tenure.zip",
                        Baseline = Version('e'),
                        Candidate = Version('f'),
                        BaselineCommit = Base,
                        Rows = 2_113,
                        Primary = "models.tenure.metrics.rmse",
                        Test = "datasets.test",
                    },
                ]
            ),
        };

    /// <summary>The same report with all that a page can draw.</summary>
    public static Report WithPictures(
        Report report,
        ModelPlots? picture = null,
        IReadOnlyList<Distribution>? distributions = null,
        IReadOnlyList<MetricHistory>? history = null
    ) =>
        report with
        {
            History =
            [
                .. report
                    .Models.Where(model => IsOf(model, "models.churn"))
                    .Select(model => new ModelHistory(model.Id, history ?? ReportPictures.Past())),
            ],
            Parts =
            [
                .. report.Parts.Select(part =>
                    part switch
                    {
                        DatasetPart dataset when IsOf(dataset, "datasets.train") => dataset with
                        {
                            Distributions = distributions ?? ReportPictures.Data(),
                        },
                        ModelPart model when IsOf(model, "models.churn") => model with { Picture = picture ?? ReportPictures.Model() },
                        _ => part,
                    }
                ),
            ],
        };

    // Hostile samples add text to the ids.
    private static bool IsOf(ReportPart part, string start) => part.Id.Text.StartsWith(start, StringComparison.Ordinal);

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
        IReadOnlyList<ArtifactPart>? more = null
    )
    {
        ArtifactPart[] all =
        [
            Dataset("datasets.test", "data/test.csv", 'a', 'a', 2_113),
            Dataset("datasets.train", "data/train.csv", 'b', 'c', 4_930),
            new ModelPart
            {
                Id = "models.churn",
                Path = "models/churn.zip",
                Baseline = Version('3'),
                Candidate = Version('d'),
                BaselineCommit = Base,
                Rows = rows,
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
            Parts = artifacts
                ? [.. all.Select(artifact => baseline ? artifact : artifact with { Baseline = null, BaselineCommit = null })]
                : [],
            Findings = findings,
            Loosened = loosened ?? [],
            Verdict = Verdict.From(findings),
            Randomness = new ReportedRandomness("Philox4x32-10", 42, 2_000),
            GeneratedAt = new DateTimeOffset(2026, 11, 22, 17, 52, 12, TimeSpan.Zero),
            ValidUntil = validUntil,
        };
    }

    private static Baseline Base => new("9f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e", "origin/main", "merge base with origin/main");

    private static DatasetPart Dataset(string id, string path, char before, char now, long? rows) =>
        new()
        {
            Id = id,
            Path = path,
            Baseline = Version(before),
            Candidate = Version(now),
            BaselineCommit = Base,
            Rows = rows,
        };

    private static ArtifactVersion Version(char digit) =>
        new(
            string.Concat(Enumerable.Repeat(digit + "81d07b4", 5)),
            string.Concat(Enumerable.Repeat(digit + "427f19c", 8)),
            291_000 + ((digit - '0') * 1_024)
        );
}
