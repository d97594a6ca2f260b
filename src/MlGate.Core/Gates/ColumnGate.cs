using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>What must hold for one column.</summary>
public sealed record ColumnGate
{
    /// <summary>Its name, exactly as in the data.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>Its path in the gate file: <c>datasets.train.columns.tenure</c>.</summary>
    public required CheckId Id { get; init; }

    /// <summary>The type that every value must have; the check's id ends in <c>.type</c>.</summary>
    public required Declared<ColumnType> Type { get; init; }

    /// <summary>What the column is for.</summary>
    public ColumnRole Role { get; init; } = ColumnRole.Feature;

    /// <summary>True if the column may be absent.</summary>
    public bool Optional { get; init; }

    /// <summary>Share of the present values for which <see cref="ValueConstraints"/> must hold, in (0, 1].</summary>
    public double Mostly { get; init; } = 1;

    /// <summary>What the present values must keep.</summary>
    public IReadOnlyList<DeclaredConstraint> Constraints { get; init; } = [];

    /// <summary>What each of the present values must keep by itself.</summary>
    public IEnumerable<DeclaredValueConstraint> ValueConstraints => Constraints.OfType<DeclaredValueConstraint>();

    /// <summary>What the present values must keep together.</summary>
    public IEnumerable<DeclaredValuesConstraint> JointConstraints => Constraints.OfType<DeclaredValuesConstraint>();

    /// <summary>What statistics of the present values must keep.</summary>
    public IEnumerable<DeclaredStatisticLimit> StatisticLimits => Constraints.OfType<DeclaredStatisticLimit>();

    /// <summary>Largest share of missing values, in [0, 1]. Null: missing values are not judged.</summary>
    public Declared<double>? MaxMissing { get; init; }

    /// <summary>Texts that mean "no value" in this column, in place of the dataset's; null where the dataset's hold.</summary>
    public IReadOnlyList<string>? MissingMarks { get; init; }

    /// <summary>The declared limit of a constraint; null for none.</summary>
    public Declared<T>? Find<T>(ValueConstraint<T> constraint)
        where T : notnull =>
        ValueConstraints.OfType<DeclaredValueConstraint<T>>().FirstOrDefault(declared => declared.Kind == constraint)?.Limit;
}

/// <summary>The types that a column can be declared as. Data is read as text and cast under this, never guessed.</summary>
public enum ColumnType
{
    /// <summary>Whole numbers in the range of a signed 64-bit integer, decimal, with <c>-</c> as the only sign.</summary>
    Integer,

    /// <summary>Finite decimal numbers with <c>.</c> as decimal sign, exponent allowed.</summary>
    Number,

    /// <summary><c>true</c>/<c>false</c> or <c>1</c>/<c>0</c>, in any case.</summary>
    Boolean,

    /// <summary>One of few texts.</summary>
    Category,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>ISO 8601 date, <c>2026-11-30</c>.</summary>
    Date,

    /// <summary>ISO 8601 date and time; without an offset it is UTC.</summary>
    Timestamp,
}

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>An input of the model.</summary>
    Feature,

    /// <summary>Names the row; joins rows across versions.</summary>
    Id,

    /// <summary>What the model predicts.</summary>
    Label,

    /// <summary>Sampling weight, positive.</summary>
    Weight,

    /// <summary>Rows of one group stay together (leakage) and are resampled together (intervals).</summary>
    Group,

    /// <summary>When the row happened.</summary>
    Time,

    /// <summary>A protected attribute.</summary>
    Sensitive,

    /// <summary>Not used.</summary>
    Ignore,
}
