using System.Text.Json;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Data.Rules;

/// <summary>Turns a gate file's predicate into SQL that can only compute on one row: it is parsed by the engine, every node is held against an allow-list, and what is run is written anew from the parsed tree.</summary>
internal sealed class RuleCompiler(EngineSession session, IReadOnlyList<TypedColumn> columns)
{
    private const int LongestRule = 4_000;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 4_096 };
    private readonly Dictionary<string, TypedColumn> byName = columns.ToDictionary(column => column.Column.Name, StringComparer.Ordinal);

    /// <returns>A check that a row breaks when the predicate is false for it; or <see cref="Diagnostics.RuleNotUsable"/>.</returns>
    public Result<Check> Compile(RuleGate rule, CancellationToken cancel)
    {
        try
        {
            return Written(rule, cancel);
        }
        catch (RuleException exception)
        {
            return NotUsable(rule, exception.Message);
        }
        catch (DuckDBException exception)
        {
            return NotUsable(rule, Reason(exception));
        }
    }

    /// <summary>The finding for a rule that cannot be used.</summary>
    public static Finding NotUsable(RuleGate rule, string found) => new()
    {
        Code = Diagnostics.RuleNotUsable.Code,
        Id = rule.Expect.Id,
        Subject = rule.Expect.Id,
        Outcome = Outcome.Failed,
        Expected = "a predicate over the columns of one row, with the operators and functions that docs/gate-file.md lists",
        Found = found,
        Fix = "Correct the rule in the gate file",
        Place = rule.Expect.Place,
    };

    private Check Written(RuleGate rule, CancellationToken cancel)
    {
        var text = rule.Expect.Value;
        if (text.Length > LongestRule)
        {
            throw new RuleException($"more than {LongestRule} characters");
        }

        // The line ends keep a comment in the rule from swallowing the parenthesis.
        var tree = Parse("SELECT (\n" + text + "\n) FROM t", cancel);
        var skeleton = Parse("SELECT 1 FROM t", cancel);
        var used = new SortedSet<int>();
        var expression = Detach(tree);
        Detach(skeleton);
        RuleNodes.RemoveLocations(tree);
        RuleNodes.RemoveLocations(skeleton);
        if (!JsonNode.DeepEquals(tree, skeleton))
        {
            throw new RuleException("more than one expression");
        }

        new RuleNodes(byName, used).Visit(expression);
        ((JsonArray)tree["statements"]![0]!["node"]!["select_list"]!).Add(expression);
        var sql = (string)session.Row($"SELECT json_deserialize_sql({Sql.Text(tree.ToJsonString())}::JSON)", cancel)[0]!;
        var predicate = sql["SELECT ".Length..^" FROM t".Length];
        var uses = used.Select(index => columns[index]).ToList();
        Bind(predicate, uses, cancel);
        return new Check(rule.Expect.Id, $"NOT {predicate}", null, uses);
    }

    private JsonObject Parse(string sql, CancellationToken cancel)
    {
        var json = (string)session.Row($"SELECT json_serialize_sql({Sql.Text(sql)})::VARCHAR", cancel)[0]!;
        var tree = JsonNode.Parse(json, documentOptions: Deep)!.AsObject();
        if (tree["error"]!.GetValue<bool>())
        {
            throw new RuleException("not an expression of SQL");
        }

        return tree["statements"] is JsonArray { Count: 1 } ? tree : throw new RuleException("more than one statement");
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
        var type = session.Row($"DESCRIBE SELECT {predicate} AS rule FROM (SELECT {row})", cancel)[1] as string;
        if (type != "BOOLEAN")
        {
            throw new RuleException("an expression that is neither true nor false");
        }

        session.Run($"SELECT {predicate} FROM (SELECT {row})", cancel);
    }

    private static string Reason(DuckDBException exception) =>
        exception.Message.Contains("No function matches", StringComparison.Ordinal) || exception.Message.Contains("Cannot compare", StringComparison.Ordinal)
            ? "an operator or function on columns of the wrong type"
            : "an expression that cannot be computed";
}
