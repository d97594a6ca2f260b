using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Limits on how many predictions change against the baseline.</summary>
public sealed record FlipsGate : ModelCheckGate
{
    /// <summary>The shares with their limits, in the file's order; the metric is the key of a measure.</summary>
    public required IReadOnlyList<MetricGate> Measures { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<LimitKind> LimitKinds => Measures.SelectMany(measure => measure.Limits).Select(limit => limit.Value.Kind);

    /// <inheritdoc/>
    public override bool ComparesWithBaseline => true;
}
