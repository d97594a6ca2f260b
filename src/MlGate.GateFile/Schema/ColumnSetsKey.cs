using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A key whose items are lists of columns.</summary>
/// <param name="constraint">The constraint.</param>
/// <param name="fewest">Fewest columns of an item.</param>
internal sealed class ColumnSetsKey(DatasetConstraint<IReadOnlyList<string>> constraint, int fewest) : IDatasetConstraintKey
{
    private readonly KeyDefinition<IReadOnlyList<ListEntry<IReadOnlyList<ListEntry<string>>>>> key = new(
        constraint.Key,
        new ListSchema<IReadOnlyList<ListEntry<string>>>(
            "lists of columns",
            new ListSchema<string>("columns", new TextSchema("the name of a column") { OfData = true }) { Distinct = true, Fewest = fewest }
        )
    )
    {
        Meaning = constraint.Meaning,
        Example = constraint.Example,
        Codes = [constraint.Code],
        Weaker = (policy, local) => policy.Select(Joined).Except(local.Select(Joined), StringComparer.Ordinal).Any(),
    };

    public KeyDefinition Definition => key;

    // Named by what it holds: an item must keep its id when another is written before it.
    public IEnumerable<DeclaredDatasetConstraint> Build(MapValue dataset, Severity severity) =>
        Items(dataset)
            .Select(item =>
                constraint.Declare(
                    new Declared<IReadOnlyList<string>>(
                        Names(item),
                        dataset.Id.Child(constraint.Key).WithList(Names(item)),
                        item.Place,
                        severity
                    )
                )
            );

    public IEnumerable<ListEntry<string>> ColumnsIn(MapValue dataset) => Items(dataset).SelectMany(item => item.Value);

    public IEnumerable<(LimitProblem Problem, CheckId Id, FilePlace Place)> ProblemsIn(
        MapValue dataset,
        Func<string, ColumnType?> typeOf
    ) =>
        from item in Items(dataset)
        let problem = constraint.ProblemWith(Names(item), typeOf)
        where problem is not null
        select (problem, item.Id, item.Place);

    private static string[] Names(ListEntry<IReadOnlyList<ListEntry<string>>> item) => [.. item.Value.Select(column => column.Value)];

    private static string Joined(ListEntry<IReadOnlyList<ListEntry<string>>> item) =>
        string.Join('\0', Names(item).Order(StringComparer.Ordinal));

    private IReadOnlyList<ListEntry<IReadOnlyList<ListEntry<string>>>> Items(MapValue dataset) => dataset.Get(key)?.Value ?? [];
}
