using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.GateFile.Draft;

/// <summary>What <c>init</c> found and proposes; <see cref="StarterWriter"/> makes a gate file of it.</summary>
public sealed record StarterGate
{
    /// <summary>The gate's name: lower-case letters, digits, <c>_</c>, <c>.</c>, <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The datasets, in the order of the file.</summary>
    public IReadOnlyList<StarterDataset> Datasets { get; init; } = [];

    /// <summary>The models, in the order of the file.</summary>
    public IReadOnlyList<StarterModel> Models { get; init; } = [];
}

/// <summary>A dataset that was found.</summary>
public sealed record StarterDataset
{
    /// <summary>Its name in the gate file.</summary>
    public required string Name { get; init; }

    /// <summary>A file, a folder or a glob, relative to the gate file, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>A comment above it, for people; null for none. Line breaks are kept.</summary>
    public string? Comment { get; init; }

    /// <summary>Must its bytes stay? For test sets.</summary>
    public bool Frozen { get; init; }

    /// <summary>Fewest rows; null for no limit.</summary>
    public long? MinRows { get; init; }

    /// <summary>Largest change of the row count as a share; null for no limit.</summary>
    public double? RowsChange { get; init; }

    /// <summary>Texts that mean "no value" in every column; empty for none.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = [];

    /// <summary>The columns, in the data's order.</summary>
    public IReadOnlyList<StarterColumn> Columns { get; init; } = [];

    /// <summary>Columns that are named in a comment only.</summary>
    public IReadOnlyList<OmittedColumn> OmittedColumns { get; init; } = [];

    /// <summary>Are the distributions compared with the baseline's, by the defaults?</summary>
    public bool Drift { get; init; }

    /// <summary>What happens to other columns; null for the default. Needs columns.</summary>
    public OtherColumns? OtherColumns { get; init; }

    /// <summary>Names of datasets that must share no row with this one.</summary>
    public IReadOnlyList<string> DisjointFrom { get; init; } = [];

    /// <summary>Sets of columns that are unique taken together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Keys { get; init; } = [];
}

/// <summary>A column that cannot be declared.</summary>
/// <param name="Name">Its name, exactly as in the data.</param>
/// <param name="Reason">Why; for people.</param>
public sealed record OmittedColumn(string Name, string Reason);

/// <summary>A column that was found.</summary>
public sealed record StarterColumn
{
    /// <summary>Its name, exactly as in the data.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>What it is for.</summary>
    public ColumnRole Role { get; init; } = ColumnRole.Feature;

    /// <summary>Smallest value; only for numbers.</summary>
    public double? Min { get; init; }

    /// <summary>Largest value; only for numbers.</summary>
    public double? Max { get; init; }

    /// <summary>Its values; null or empty for no domain.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>Share of the values that must keep range and domain, in (0, 1); null for all.</summary>
    public double? Mostly { get; init; }

    /// <summary>Largest share of missing values, in [0, 1]; null for no limit.</summary>
    public double? MaxMissing { get; init; }

    /// <summary>Must no value repeat?</summary>
    public bool Unique { get; init; }

    /// <summary>A comment behind it, for people; null for none.</summary>
    public string? Comment { get; init; }
}

/// <summary>A model that was found.</summary>
public sealed record StarterModel
{
    /// <summary>Its name in the gate file.</summary>
    public required string Name { get; init; }

    /// <summary>The file, relative to the gate file, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>A comment above it, for people; null for none. Line breaks are kept.</summary>
    public string? Comment { get; init; }

    /// <summary>Why its section is written as a comment; null for a section that counts. Line breaks are kept.</summary>
    public string? CommentedOut { get; init; }

    /// <summary>What it predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Name of the dataset that it is tested on.</summary>
    public required string Test { get; init; }

    /// <summary>The label's column.</summary>
    public required string Label { get; init; }

    /// <summary>The positive value; for binary classification.</summary>
    public string? Positive { get; init; }

    /// <summary>For a file of predictions: the column that joins it to the rows.</summary>
    public string? Key { get; init; }

    /// <summary>For a file of predictions: its score columns, as in <see cref="ModelGate.ScoreColumns"/>.</summary>
    public IReadOnlyDictionary<string, string> ScoreColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>The primary metric; null for the first.</summary>
    public string? Primary { get; init; }

    /// <summary>The metrics with the limits that are proposed.</summary>
    public IReadOnlyList<StarterMetric> Metrics { get; init; } = [];
}

/// <summary>A metric and its proposed limits.</summary>
public sealed record StarterMetric
{
    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>The limits, in the metric's unit.</summary>
    public IReadOnlyList<MetricLimit> Limits { get; init; } = [];

    /// <summary>Why these: <c>the test set of 2,113 rows can tell a drop of 0.012</c>; null for no comment.</summary>
    public string? Reason { get; init; }
}
