using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>The keys of the constraints of whole rows, made from the table of constraints.</summary>
internal static class DatasetConstraintKeys
{
    private static readonly Dictionary<DatasetConstraint, IDatasetConstraintKey> Keys = DatasetConstraints.All.ToDictionary(
        constraint => constraint,
        KeyOf
    );

    /// <summary>The keys of a dataset's map, in the order of the table.</summary>
    public static IReadOnlyList<KeyDefinition> OfDataset { get; } =
    [.. DatasetConstraints.All.Select(constraint => Keys[constraint].Definition)];

    /// <summary>All keys with what is read from them, in the order of the table.</summary>
    public static IEnumerable<IDatasetConstraintKey> All => DatasetConstraints.All.Select(constraint => Keys[constraint]);

    /// <summary>The key of a constraint.</summary>
    public static KeyDefinition For(DatasetConstraint constraint) => Keys[constraint].Definition;

    private static IDatasetConstraintKey KeyOf(DatasetConstraint constraint) =>
        constraint switch
        {
            DatasetConstraint<IReadOnlyList<string>> columns => new ColumnSetsKey(
                columns,
                fewest: ReferenceEquals(columns.Form, ItemForms.SeveralColumns) ? 2 : 1
            ),
            DatasetConstraint<RowRule> rules => new RulesKey(rules),
            _ => throw new InvalidOperationException($"No form of items for {constraint}"),
        };
}

/// <summary>The key of a constraint of whole rows.</summary>
internal interface IDatasetConstraintKey
{
    /// <summary>The key.</summary>
    KeyDefinition Definition { get; }

    /// <summary>The checks that a dataset declares under it.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="severity">The severity that holds there.</param>
    IEnumerable<DeclaredDatasetConstraint> Build(MapValue dataset, Severity severity);

    /// <summary>The columns that are named under it.</summary>
    IEnumerable<ListEntry<string>> ColumnsIn(MapValue dataset);

    /// <summary>What is wrong with items, with their places.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="typeOf">The declared type of a column; null for one that is not declared.</param>
    IEnumerable<(LimitProblem Problem, CheckId Id, FilePlace Place)> ProblemsIn(MapValue dataset, Func<string, ColumnType?> typeOf);
}
