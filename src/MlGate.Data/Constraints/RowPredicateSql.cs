using MlGate.Data.Columns;
using MlGate.Data.Rules;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Constraints;

/// <summary>Conditions on values of several columns as SQL over the typed relation.</summary>
internal static class RowPredicateSql
{
    /// <summary>The check of a query. A row for which the condition is unknown is not judged.</summary>
    /// <param name="query">The query.</param>
    /// <param name="uses">Its columns.</param>
    public static RowConstraint For(BrokenRows query, IReadOnlyList<TypedColumn> uses)
    {
        var breaks = Render(query.Breaks, uses.ToDictionary(column => column.Column.Name, StringComparer.Ordinal));
        return new RowConstraint(query.Id.Text, breaks, $"CASE WHEN ({breaks}) IS NOT NULL THEN 1 END", uses);
    }

    /// <summary>Why the values of columns cannot be compared; null if they can.</summary>
    public static NotUsable? ProblemWith(IReadOnlyList<TypedColumn> uses) =>
        uses.Any(column => column.Column.Stored.IsNested) ? Problem(uses, "cannot be compared: one of them is no single value")
        : uses.Skip(1).FirstOrDefault(column => !ColumnComparison.IsPossible(column.Type, uses[0].Type)) is { } other
            ? Problem([uses[0], other], "cannot be compared")
        : null;

    private static NotUsable Problem(IReadOnlyList<TypedColumn> columns, string what) =>
        new(
            string.Join(
                " and ",
                columns.Select(column =>
                    $"{EngineReason.Clean($"'{column.Column.Name}'")} of type {column.Type.ToString().ToLowerInvariant()}"
                )
            )
                + " "
                + what,
            "Declare types that can be compared, or remove a column from the list"
        );

    private static string Render(RowPredicate predicate, IReadOnlyDictionary<string, TypedColumn> columns) =>
        predicate switch
        {
            ColumnComparison both => Compare(columns[both.Left], both.Operator, columns[both.Right]),
            AnyOfRow any => string.Join(" OR ", any.Conditions.Select(condition => $"({Render(condition, columns)})")),
            _ => throw new InvalidOperationException($"No SQL for {predicate.Canonical}"),
        };

    private static string Compare(TypedColumn left, ComparisonOperator comparison, TypedColumn right)
    {
        // Single precision is compared as what it is rounded to; an engine may widen the one and not the other.
        var single = left.Column.IsSingle(left.Type) != right.Column.IsSingle(right.Type);
        return $"{Value(left, single)} {PredicateSql.Symbol(comparison)} {Value(right, single)}";
    }

    private static string Value(TypedColumn column, bool single) => single ? column.Dialect.AsSingle(column.V) : column.V;
}
