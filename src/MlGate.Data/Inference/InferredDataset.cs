using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>What a dataset looks like: the facts from which <see cref="DatasetProposal"/> makes limits.</summary>
/// <param name="Rows">Data rows.</param>
/// <param name="Columns">In the data's order.</param>
internal sealed record InferredDataset(long Rows, IReadOnlyList<InferredColumn> Columns)
{
    /// <summary>Texts that mean "no value"; the columns are what they are without them.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = [];

    /// <summary>The column that looks most like a label; null if none does.</summary>
    public InferredColumn? Label => Columns.FirstOrDefault(column => column.Role == ColumnRole.Label);
}

/// <summary>What one column looks like.</summary>
internal sealed record InferredColumn
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>A guess by name and content; for a person to read before it is trusted.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>Why the role is <see cref="ColumnRole.Ignore"/>, or what the name suggests; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Does it hold lists or objects? No type can be declared for them.</summary>
    public bool IsNested { get; init; }

    /// <summary>Share of missing values, in [0, 1].</summary>
    public double Missing { get; init; }

    /// <summary>Present values.</summary>
    public long Present { get; init; }

    /// <summary>Distinct present values; approximate in large data.</summary>
    public long Distinct { get; init; }

    /// <summary>Does no present value repeat? False in large data, where that would have to be counted.</summary>
    public bool Unique { get; init; }

    /// <summary>
    /// Integers that count rows: each larger than the one before, or without repeats in a range that is hardly larger than their number.
    /// </summary>
    public bool IsCounter { get; init; }

    /// <summary>For numbers; null for others.</summary>
    public NumberSummary? Numbers { get; init; }

    /// <summary>For categories: all values, in ordinal order; empty where they are many.</summary>
    public IReadOnlyList<string> Domain { get; init; } = [];

    /// <summary>For categories: rows of the rarest value.</summary>
    public long RarestCount { get; init; }

    /// <summary>For categories: values that occur in one row only.</summary>
    public int Singles { get; init; }
}

/// <summary>Extremes and quantiles of a column of numbers.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Q001">Quantile at 0.1 %.</param>
/// <param name="Q01">Quantile at 1 %.</param>
/// <param name="Q99">Quantile at 99 %.</param>
/// <param name="Q999">Quantile at 99.9 %.</param>
/// <param name="Max">Largest value.</param>
internal sealed record NumberSummary(double Min, double Q001, double Q01, double Q99, double Q999, double Max);
