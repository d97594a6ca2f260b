using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Rules;

/// <summary>
/// Turns a gate file's predicate into SQL that can only compute on one row: it is parsed by the engine, every node is held against an
/// allow-list, and what is run is written anew from the parsed tree.
/// </summary>
internal sealed class RuleCompiler(EngineSession session, DataSource source, IReadOnlyList<TypedColumn> columns, DatasetGate gate)
{
    private const int LongestRule = 4_000;
    private const string Before = "SELECT (\n";
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 4_096 };
    private readonly Dictionary<string, TypedColumn> byName = columns.ToDictionary(column => column.Column.Name, StringComparer.Ordinal);
    private readonly HashSet<string> declared = gate.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

    /// <returns>The check, or why there is none.</returns>
    public (RowConstraint? Constraint, NotUsable? Problem) Compile(RuleGate rule, CancellationToken cancel)
    {
        try
        {
            return (Written(rule, cancel), null);
        }
        catch (RuleException exception)
        {
            return (null, new NotUsable(exception.Message, exception.Fix) { IsColumnAbsent = exception.IsColumnAbsent });
        }
    }

    private RowConstraint Written(RuleGate rule, CancellationToken cancel)
    {
        var text = rule.Expect.Value;
        if (text.Length > LongestRule)
        {
            throw new RuleException($"more than {LongestRule} characters");
        }

        // The line ends keep a comment in the rule from swallowing the parenthesis.
        var tree = Parse(Before, text, "\n) FROM t", cancel);
        var skeleton = Parse("", "SELECT 1 FROM t", "", cancel);
        var used = new SortedSet<int>();
        var expression = Detach(tree);
        Detach(skeleton);
        RuleNodes.RemoveLocations(tree);
        RuleNodes.RemoveLocations(skeleton);
        if (!JsonNode.DeepEquals(tree, skeleton))
        {
            throw new RuleException("more than one expression");
        }

        // A text format stores no types.
        new RuleNodes(byName, declared, column => column.Gate is null && source.Format != SourceFormat.Parquet, used).Visit(expression);
        ((JsonArray)tree["statements"]![0]!["node"]!["select_list"]!).Add(expression);
        var sql = (string)session.Row($"SELECT json_deserialize_sql({Sql.Text(tree.ToJsonString())}::JSON)", cancel)[0]!;
        var predicate = sql["SELECT ".Length..^" FROM t".Length];
        var uses = used.Select(index => columns[index]).ToList();
        Bind(predicate, uses, cancel);

        // 1 holds, 0 does not, 2 is unknown because a value is missing, NULL cannot be computed.
        var answer = $"TRY(coalesce(({predicate})::TINYINT, 2))";
        return new RowConstraint(
            rule.Expect.Id.Text,
            $"coalesce({answer}, 0) = 0",
            $"CASE WHEN {answer} IS DISTINCT FROM 2 THEN 1 END",
            uses
        )
        {
            Notes = [($"{answer} IS NULL", "cannot be computed")],
            Predicate = predicate,
        };
    }

    private JsonObject Parse(string before, string text, string after, CancellationToken cancel)
    {
        var json = (string)session.Row($"SELECT json_serialize_sql({Sql.Text(before + text + after)})::VARCHAR", cancel)[0]!;
        var tree = JsonNode.Parse(json, documentOptions: Deep)!.AsObject();
        if (tree["error"]!.GetValue<bool>())
        {
            throw new RuleException(NotParsed(tree, text));
        }

        return tree["statements"] is JsonArray { Count: 1 } ? tree : throw new RuleException("more than one statement");
    }

    // The engine counts from the start of the statement that the rule stands in.
    private static string NotParsed(JsonObject error, string text)
    {
        var reason = EngineReason.Clean((error["error_message"]?.GetValue<string>() ?? "").Split('\n')[0]);
        if (!int.TryParse(error["position"]?.GetValue<string>(), CultureInfo.InvariantCulture, out var position))
        {
            return $"invalid SQL expression{(reason.Length == 0 ? "" : ": " + reason)}";
        }

        var at = position - Before.Length + 1;
        return at <= text.Length
            ? string.Create(CultureInfo.InvariantCulture, $"invalid SQL expression: {reason}, character {Math.Max(1, at)}")
            : "invalid SQL expression: unexpected end, or unbalanced parentheses";
    }

    // Takes the one expression out of the tree.
    private static JsonNode Detach(JsonObject tree)
    {
        if (tree["statements"]![0]!["node"]!["select_list"] is not JsonArray { Count: 1 } list)
        {
            throw new RuleException("more than one expression");
        }

        var expression = list[0]!;
        list.Clear();
        return expression;
    }

    private void Bind(string predicate, List<TypedColumn> uses, CancellationToken cancel)
    {
        var row = string.Join(", ", uses.Select(column => $"NULL::{column.ValueType} AS {column.V}").DefaultIfEmpty("1 AS one"));
        try
        {
            var type = session.Row($"DESCRIBE SELECT {predicate} AS rule FROM (SELECT {row})", cancel)[1] as string;
            if (type != "BOOLEAN")
            {
                throw new RuleException("not a boolean expression");
            }

            session.Run($"SELECT {predicate} FROM (SELECT {row})", cancel);
        }
        catch (DuckDBException exception)
        {
            var types = string.Join(
                ", ",
                uses.Select(column => $"{EngineReason.Clean($"'{column.Column.Name}'")} is {column.Type.ToString().ToLowerInvariant()}")
            );
            throw new RuleException(
                $"an expression that cannot be computed: {EngineReason.OfRule(exception, uses)}{(uses.Count == 0 ? "" : $" ({types})")}"
            );
        }
    }
}
