using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Parts of the rows that are judged one by one.</summary>
public sealed record SegmentsGate : ModelCheckGate
{
    /// <summary>Fewest rows, or whatever a metric divides by, unless the gate file says otherwise.</summary>
    public const long DefaultMinDenominator = 100;

    /// <summary>How the rows are parted, in the file's order.</summary>
    public required IReadOnlyList<SegmentColumns> Declared { get; init; }

    /// <summary>
    /// Below it a metric of a segment is not judged: rows, positives, predicted positives, whatever the metric divides by.
    /// </summary>
    public long MinDenominator { get; init; } = DefaultMinDenominator;

    /// <summary>The metrics of each segment, with their limits there.</summary>
    public IReadOnlyList<MetricGate> Metrics { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Declared.SelectMany(declared => declared.Columns).Select(column => column.Name);

    /// <inheritdoc/>
    public override IEnumerable<LimitKind> LimitKinds => Metrics.SelectMany(metric => metric.Limits).Select(limit => limit.Value.Kind);
}

/// <summary>One way to part the rows: by the values of one column, or by the combinations of several.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record SegmentColumns(IReadOnlyList<SegmentColumn> Columns, FilePlace Place);

/// <summary>A column that parts the rows.</summary>
/// <param name="Name">Its name in the test set.</param>
/// <param name="Edges">For numbers: ascending edges of the bins, each edge in the bin above it; empty for one segment a value.</param>
public sealed record SegmentColumn(string Name, IReadOnlyList<double> Edges);
