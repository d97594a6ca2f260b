using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of segments.</summary>
internal static class SegmentKeys
{
    public static readonly KeyDefinition<IReadOnlyList<ListEntry<SegmentColumns>>> Declared = new(
        "declared",
        new ListSchema<SegmentColumns>("segments", new SegmentSchema())
    )
    {
        Meaning =
            "Ways to part the rows of the test set: by the values of a column; by bins of a number (`{ tenure: [12, 24] }` is below "
            + "12, 12 to below 24, and from 24); by the combinations of several (`[gender, contract]`). A missing value is a segment of "
            + "its own. A bin without rows is a warning, and so is a value that the dataset declares with `in`.",
        Example = "declared: [gender, { tenure: [12, 24] }, [gender, contract]]",
        Required = true,
        Codes = [Diagnostics.SegmentVanished, Diagnostics.TooManySegments],
    };

    public static readonly KeyDefinition<long> MinDenominator = new("min-denominator", new IntegerSchema(new NumberRange(1)))
    {
        Meaning =
            "Fewest rows of a segment, or whatever a metric divides by (for recall: positives). Below it the metric is not judged "
            + "there, and the report says so.",
        Example = "min-denominator: 100",
        Default = "100",
        Weaker = (policy, local) => local > policy,
        Absent = (SegmentsGate.DefaultMinDenominator, true),
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Metrics = new("metrics", MetricKeys.ByName)
    {
        Meaning =
            "Metrics of each segment, with limits as in `metrics` of the model. All losses of segments are judged together (max-T): "
            + "their intervals hold at the same time, so that more segments raise no false alarms. "
            + "Limits on values and gains are not adjusted. A metric with `{}` is only reported.",
        Example = "metrics: { recall: { max-drop: 8pt } }",
        Default = "the primary metric, reported",
    };

    public static readonly MapSchema Map = new("segments", Declared, MinDenominator, Metrics, CommonKeys.Severity);
}
