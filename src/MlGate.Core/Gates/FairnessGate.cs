using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Limits on how unlike groups of rows are treated.</summary>
public sealed record FairnessGate : ModelCheckGate
{
    /// <summary>The groupings, in the file's order.</summary>
    public required IReadOnlyList<GroupsGate> Groups { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Groups.SelectMany(groups => groups.Columns.Columns).Select(column => column.Name);

    /// <inheritdoc/>
    public override IEnumerable<LimitKind> LimitKinds =>
        Groups.SelectMany(groups => groups.Measures).SelectMany(measure => measure.Limits).Select(limit => limit.Value.Kind);
}

/// <summary>One way to part the rows into groups, and the limits between them.</summary>
public sealed record GroupsGate
{
    /// <summary>Fewest of what a rate divides by, unless the gate file says otherwise.</summary>
    public const long DefaultMinDenominator = 30;

    /// <summary>Its name: that of its first column.</summary>
    public required string Name { get; init; }

    /// <summary>Its path in the gate file: <c>models.churn.fairness.gender</c>.</summary>
    public required CheckId Id { get; init; }

    /// <summary>The severity that holds without one of its own.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The columns.</summary>
    public required SegmentColumns Columns { get; init; }

    /// <summary>A group with fewer rows, positives, ..., whatever a rate divides by, is not compared.</summary>
    public long MinDenominator { get; init; } = DefaultMinDenominator;

    /// <summary>The measures with their limits; the metric is the key of a measure.</summary>
    public required IReadOnlyList<MetricGate> Measures { get; init; }
}
