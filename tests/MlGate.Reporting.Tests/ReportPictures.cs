using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reports;
using MlGate.Statistics;

namespace MlGate.Reporting.Tests;

/// <summary>What a report may carry beside its findings, everything that a page can draw.</summary>
internal static class ReportPictures
{
    /// <summary>A model's picture with each of its parts.</summary>
    /// <param name="feature">Name of a feature, which a person outside may have chosen.</param>
    public static ModelPlots Model(string feature = "tenure") =>
        new()
        {
            Roc = new CurvePair(
                new Curve([0, 0.02, 0.07, 0.16, 0.33, 0.58, 1], [0, 0.19, 0.42, 0.64, 0.83, 0.95, 1], new CurvePoint(0.16, 0.64)),
                new Curve([0, 0.02, 0.06, 0.14, 0.31, 0.56, 1], [0, 0.22, 0.45, 0.66, 0.84, 0.95, 1], new CurvePoint(0.14, 0.66))
            ),
            PrecisionRecall = new CurvePair(
                new Curve([0, 0.19, 0.42, 0.64, 0.83, 1], [0.88, 0.78, 0.69, 0.58, 0.46, 0.27], new CurvePoint(0.64, 0.58)),
                new Curve([0, 0.22, 0.45, 0.66, 0.84, 1], [0.9, 0.8, 0.72, 0.62, 0.48, 0.27], new CurvePoint(0.66, 0.62))
            ),
            Reliability = new ReliabilityPair(
                [
                    new(0.03, 0.04, 423, 0.03, 0.06),
                    new(0.12, 0.15, 423, 0.12, 0.18),
                    new(0.29, 0.27, 423, 0.24, 0.31),
                    new(0.51, 0.46, 422, 0.42, 0.5),
                    new(0.78, 0.66, 422, 0.62, 0.7),
                ],
                [new(0.03, 0.03, 423), new(0.13, 0.14, 423), new(0.3, 0.29, 423), new(0.5, 0.51, 422), new(0.77, 0.75, 422)]
            ),
            Flips = new Flips(
                new PairedTable(1_604, 48, 91, 370),
                139,
                0.00034,
                new PairedTable(380, 31, 74, 76),
                new PairedTable(1_224, 17, 17, 294)
            ),
            Importance =
            [
                new(feature, 0.081, 0.102),
                new("contract", 0.064, 0.058),
                new("monthly_charges", 0.021, 0.019),
                new("paperless_billing", 0.004),
            ],
        };

    /// <summary>What a model's metric was before.</summary>
    /// <param name="measure">Name of the metric.</param>
    public static IReadOnlyList<MetricHistory> Past(string measure = "auc") =>
        [
            new MetricHistory(
                measure,
                [
                    new PastValue(
                        "1f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e",
                        new DateTimeOffset(2026, 8, 3, 9, 0, 0, TimeSpan.Zero),
                        0.8262,
                        0.8101,
                        0.8423
                    ),
                    new PastValue(
                        "5a2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e",
                        new DateTimeOffset(2026, 9, 14, 9, 30, 0, TimeSpan.Zero),
                        0.8337,
                        0.8176,
                        0.8498
                    ),
                    new PastValue(
                        "9f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e",
                        new DateTimeOffset(2026, 10, 20, 12, 15, 0, TimeSpan.Zero),
                        0.8421
                    ),
                ],
                new Limit(LimitKinds.Min, 0.8)
            ),
        ];

    /// <summary>A dataset's drifted columns: one of numbers, one of categories.</summary>
    /// <param name="column">Name of the first column.</param>
    /// <param name="category">Name of a category that the gate file names.</param>
    public static IReadOnlyList<Distribution> Data(string column = "monthly_charges", string category = "Month-to-month") =>
        [
            new Distribution
            {
                Check = "datasets.train.drift.columns.monthly_charges",
                Column = column,
                AddedRowsOnly = false,
                Bins =
                [
                    Range(null, 20, 37, 12),
                    Range(20, 40, 1_240, 905),
                    Range(40, 60, 611, 540),
                    Range(60, 80, 1_003, 1_160),
                    Range(80, 100, 1_180, 1_402),
                    Range(100, 120, 741, 899),
                    Range(120, null, 0, 12),
                ],
            },
            new Distribution
            {
                Check = "datasets.train.drift.columns.contract",
                Column = "contract",
                AddedRowsOnly = true,
                Bins =
                [
                    Category(category, 2_710, 3_201),
                    Category(null, 1_190, 1_020),
                    Category(null, 890, 640),
                    new DistributionBin
                    {
                        Kind = BinKind.Others,
                        Merged = 3,
                        Baseline = 21,
                        Candidate = 60,
                    },
                    new DistributionBin
                    {
                        Kind = BinKind.Missing,
                        Baseline = 1,
                        Candidate = 9,
                    },
                ],
            },
        ];

    private static DistributionBin Range(double? from, double? to, long baseline, long candidate) =>
        new()
        {
            Kind = BinKind.Range,
            From = from,
            To = to,
            Baseline = baseline,
            Candidate = candidate,
        };

    private static DistributionBin Category(string? name, long baseline, long candidate) =>
        new()
        {
            Kind = BinKind.Category,
            Name = name,
            Baseline = baseline,
            Candidate = candidate,
        };
}
