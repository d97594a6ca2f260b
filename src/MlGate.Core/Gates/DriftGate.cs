using MlGate.Drift;
using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Drift of a dataset's columns against its baseline, or against another dataset.</summary>
public sealed record DriftGate
{
    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>Its path in the gate file: <c>datasets.train.drift</c>.</summary>
    public required CheckId Id { get; init; }

    /// <summary>Severity of columns without one of their own.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>Name of the dataset that the columns are compared with; null for the baseline.</summary>
    public string? Against { get; init; }

    /// <summary>True to compare only rows that are not in the baseline.</summary>
    public bool AddedRowsOnly { get; init; }

    /// <summary>Method and limit per column. Declared columns that stand here not are judged by the defaults of their type.</summary>
    public IReadOnlyDictionary<string, Declared<DriftLimit>> Columns { get; init; } = new Dictionary<string, Declared<DriftLimit>>();
}

/// <summary>A drift limit belongs to a method.</summary>
/// <param name="Method">The statistic.</param>
/// <param name="Limit">In the statistic's unit; compared with statistic minus null mean.</param>
public sealed record DriftLimit(DriftMethod Method, double Limit);
