using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>A schema that a dataset keeps as it is: what <c>init</c> writes into a gate file.</summary>
/// <param name="Rows">Data rows.</param>
/// <param name="Columns">In the data's order.</param>
internal sealed record InferredDataset(long Rows, IReadOnlyList<InferredColumn> Columns)
{
    /// <summary>The column that looks most like a label; null if none does.</summary>
    public InferredColumn? Label => Columns.FirstOrDefault(column => column.Role == ColumnRole.Label);
}

/// <summary>What one column looks like; every present value keeps it.</summary>
internal sealed record InferredColumn
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>A guess by name and content; for a person to read before it is trusted.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>Share of missing values, in [0, 1].</summary>
    public double Missing { get; init; }

    /// <summary>Distinct present values; approximate in large data.</summary>
    public long Distinct { get; init; }

    /// <summary>Does no present value repeat? False in large data, where that would have to be counted.</summary>
    public bool Unique { get; init; }

    /// <summary>For numbers: the smallest value rounded outward; null for none.</summary>
    public double? Min { get; init; }

    /// <summary>For numbers: the largest value rounded outward; null for none.</summary>
    public double? Max { get; init; }

    /// <summary>For categories: all values, in ordinal order; empty where they are many.</summary>
    public IReadOnlyList<string> Domain { get; init; } = [];
}
