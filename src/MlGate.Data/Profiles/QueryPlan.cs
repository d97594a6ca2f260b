using MlGate.Data.Columns;
using MlGate.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Data.Rules;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Queries as what a scan computes. A query of a column that the data does not have is left out.</summary>
/// <param name="OfColumns">Those that look at one value of one column at a time.</param>
/// <param name="OfRows">Those that look at one row at a time.</param>
/// <param name="Keys">Those of values that must not repeat.</param>
/// <param name="NotUsable">Per id of a check why it is left out.</param>
internal sealed record QueryPlan(
    IReadOnlyList<ColumnQuery> OfColumns,
    IReadOnlyList<RowConstraint> OfRows,
    IReadOnlyList<(string Id, IReadOnlyList<TypedColumn> Columns)> Keys,
    IReadOnlyDictionary<string, NotUsable> NotUsable
)
{
    /// <summary>Plans queries.</summary>
    /// <param name="engine">Parses rules and patterns.</param>
    /// <param name="columns">The columns of the data.</param>
    /// <param name="schema">What is declared of them.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="cancel">Stops the parsing.</param>
    public static async Task<QueryPlan> FromAsync(
        ISqlEngine engine,
        IReadOnlyList<TypedColumn> columns,
        DatasetSchema schema,
        IReadOnlyList<ViolationQuery> queries,
        CancellationToken cancel
    )
    {
        var notUsable = await Patterns.NotUsableAsync(engine, queries, cancel).ConfigureAwait(false);
        var byName = columns.ToDictionary(column => column.Column.Name, StringComparer.Ordinal);
        var compiler = new RuleCompiler(engine, columns, schema);
        var (ofColumns, ofRows) = (new List<ColumnQuery>(), new List<RowConstraint>());
        var keys = new List<(string Id, IReadOnlyList<TypedColumn> Columns)>();
        foreach (var query in queries.Where(query => !notUsable.ContainsKey(query.Id.Text) && query.Columns.All(byName.ContainsKey)))
        {
            List<TypedColumn> uses = [.. query.Columns.Select(name => byName[name])];
            switch (query)
            {
                case RepeatedValues:
                    keys.Add((query.Id.Text, uses));
                    break;
                case BrokenRule rule:
                    var (constraint, problem) = await compiler.CompileAsync(rule, cancel).ConfigureAwait(false);
                    ofRows.AddRange(constraint is null ? [] : [constraint]);
                    if (problem is not null)
                    {
                        notUsable[query.Id.Text] = problem;
                    }

                    break;
                case BrokenRows rows:
                    if (RowPredicateSql.ProblemWith(uses) is { } incomparable)
                    {
                        notUsable[query.Id.Text] = incomparable;
                    }
                    else
                    {
                        ofRows.Add(RowPredicateSql.For(rows, uses));
                    }

                    break;
                default:
                    if (ColumnChecks.For(query, uses[0]) is { } check)
                    {
                        ofColumns.Add(new ColumnQuery(query, uses[0], check));
                    }

                    break;
            }
        }

        return new QueryPlan(ofColumns, ofRows, keys, notUsable);
    }
}

/// <summary>A query of one column.</summary>
/// <param name="Query">The query.</param>
/// <param name="Column">The column.</param>
/// <param name="Constraint">Its SQL.</param>
internal sealed record ColumnQuery(ViolationQuery Query, TypedColumn Column, RowConstraint Constraint);
