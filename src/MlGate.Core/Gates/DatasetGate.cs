using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Gates;

/// <summary>What must hold for one dataset.</summary>
public sealed record DatasetGate : SubjectGate
{
    /// <inheritdoc/>
    public override GateSection Section => GateSection.Datasets;

    /// <summary>A file, a folder or a glob, relative to the gate file, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <inheritdoc/>
    public override Artifact Artifact => new(ArtifactKind.Dataset, Name, Path);

    /// <inheritdoc/>
    public override bool ComparesWithBaseline => Frozen is { Value: true } || RowsChange is not null || Drift is not null;

    /// <summary>True if its bytes must equal the baseline.</summary>
    public Declared<bool>? Frozen { get; init; }

    /// <summary>Fewest rows.</summary>
    public Declared<long>? MinRows { get; init; }

    /// <summary>Most rows.</summary>
    public Declared<long>? MaxRows { get; init; }

    /// <summary>Largest change of the row count against the baseline, either way, as a share of the baseline's.</summary>
    public Declared<double>? RowsChange { get; init; }

    /// <summary>Texts that mean "no value" in every column that does not list its own.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = [];

    /// <summary>The declared columns, in the file's order.</summary>
    public IReadOnlyList<ColumnGate> Columns { get; init; } = [];

    /// <summary>What happens to columns that are not declared.</summary>
    public Declared<OtherColumns>? OtherColumns { get; init; }

    /// <summary>True if the columns must be in the declared order.</summary>
    public Declared<bool>? Ordered { get; init; }

    /// <summary>What whole rows must keep: keys, rules.</summary>
    public IReadOnlyList<DeclaredDatasetConstraint> Constraints { get; init; } = [];

    /// <summary>Drift against the baseline; null for none.</summary>
    public DriftGate? Drift { get; init; }

    /// <summary>Names of datasets that must share no row with this one.</summary>
    public IReadOnlyList<Declared<string>> DisjointFrom { get; init; } = [];
}

/// <summary>What happens to columns that the gate file does not name.</summary>
public enum OtherColumns
{
    /// <summary>Nothing.</summary>
    Allow,

    /// <summary>A warning.</summary>
    Warn,

    /// <summary>An error.</summary>
    Forbid,
}
