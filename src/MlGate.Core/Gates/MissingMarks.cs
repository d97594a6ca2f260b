namespace MlGate.Gates;

/// <summary>The texts of a dataset that mean "no value", besides null and the empty field.</summary>
public sealed record MissingMarks
{
    /// <summary>No text means "no value".</summary>
    public static MissingMarks None { get; } = new();

    /// <summary>The marks of every column that has none of its own.</summary>
    public IReadOnlyList<string> Default { get; init; } = [];

    /// <summary>The marks of single columns, in place of the default ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>True if they mean "no value" only where a number is read. For inputs of a model, which reads texts as they are.</summary>
    public bool OfNumbersOnly { get; init; }

    /// <summary>The marks that a gate declares.</summary>
    public static MissingMarks From(DatasetGate gate) =>
        new()
        {
            Default = gate.MissingMarks,
            Columns = gate
                .Columns.Where(column => column.MissingMarks is not null)
                .ToDictionary(column => column.Name, column => column.MissingMarks!, StringComparer.Ordinal),
        };

    /// <summary>The marks of one column.</summary>
    public IReadOnlyList<string> For(string column) => Columns.GetValueOrDefault(column) ?? Default;
}
