using MlGate.Metrics.Classification;

namespace MlGate.Metrics.Fairness;

/// <summary>The measures of fairness that a gate file can limit; all of binary classification.</summary>
/// <remarks>
/// Definitions: demographic parity as in Calders and Verwer 2010; equalised odds and equal opportunity as in Hardt, Price and Srebro 2016;
/// predictive parity as in Chouldechova 2017. Differences and ratios as in Fairlearn: largest minus smallest, smallest over largest.
/// </remarks>
public static class FairnessMeasures
{
    private static readonly Metric Selection = new CountedShare(
        "selection-rate",
        "predicted positives / rows",
        ShareRule.FromPredictions((_, _) => true, (_, predicted) => predicted == 1, paired: true),
        totals => totals.Predicted[1]
    );

    private static readonly Metric TruePositives = new Recall();
    private static readonly Metric FalsePositives = new FalsePositiveRate();
    private static readonly Metric Correct = new Precision();

    /// <summary>All, in the order of the docs.</summary>
    public static IReadOnlyList<FairnessMeasure> All { get; } =
    [
        .. Pair("demographic-parity", "the share of rows that is predicted positive", Selection),
        .. Pair("equal-opportunity", "recall, the share of positives that is predicted positive", TruePositives),
        .. Pair("equalized-odds", "recall or the false positive rate, whichever is worse", TruePositives, FalsePositives),
        .. Pair("predictive-parity", "precision, the share of predicted positives that is positive", Correct),
    ];

    /// <summary>The measure of a key; null for none.</summary>
    public static FairnessMeasure? Find(string key) => All.FirstOrDefault(measure => measure.Key == key);

    private static IEnumerable<FairnessMeasure> Pair(string name, string rate, params IReadOnlyList<Metric> rates) =>
        [
            new(name + "-difference", $"largest difference between two groups of {rate}", false, rates),
            new(name + "-ratio", $"smallest ratio between two groups of {rate}", true, rates),
        ];
}
