namespace MlGate.Metrics.Classification;

/// <summary>
/// Means over classes. Classes without rows have no recall and are left out; a class that is never predicted has precision 0.
/// </summary>
internal static class ClassMeans
{
    public static MetricValue Recall(ConfusionTotals totals) => Over(totals, of => totals.Hits[of] / totals.Actual[of], _ => 1);

    public static MetricValue Precision(ConfusionTotals totals) =>
        Over(totals, of => totals.Predicted[of] == 0 ? 0 : totals.Hits[of] / totals.Predicted[of], _ => 1);

    public static MetricValue F1(ConfusionTotals totals) => Over(totals, of => F1(totals, of), _ => 1);

    public static MetricValue WeightedF1(ConfusionTotals totals) => Over(totals, of => F1(totals, of), of => totals.Actual[of]);

    private static double F1(ConfusionTotals totals, int of) => 2 * totals.Hits[of] / (totals.Predicted[of] + totals.Actual[of]);

    // One class alone makes every mean of classes say nothing: it is undefined, not 1.
    private static MetricValue Over(ConfusionTotals totals, Func<int, double> value, Func<int, double> weight)
    {
        var (sum, weights, classes) = (0.0, 0.0, 0);
        for (var of = 0; of < totals.Classes; of++)
        {
            if (totals.Actual[of] > 0)
            {
                sum += weight(of) * value(of);
                weights += weight(of);
                classes++;
            }
        }

        return classes < 2 ? MetricValue.Because("all rows have the same label") : MetricValue.From(sum / weights);
    }
}
