using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Rules;

/// <summary>
/// Turns a gate file's predicate into SQL that can only compute on one row: it is parsed by the engine, every node is held against an
/// allow-list, and what is run is written anew from the parsed tree.
/// </summary>
internal sealed class RuleCompiler(ISqlEngine engine, IReadOnlyList<TypedColumn> columns, DatasetSchema schema)
{
    private const int LongestRule = 4_000;
    private const string Before = "SELECT (\n";
    private readonly Dictionary<string, TypedColumn> byName = columns.ToDictionary(column => column.Column.Name, StringComparer.Ordinal);
    private readonly HashSet<string> declared = schema.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

    /// <returns>The check, or why there is none.</returns>
    public async Task<(RowConstraint? Constraint, NotUsable? Problem)> CompileAsync(BrokenRule rule, CancellationToken cancel)
    {
        try
        {
            return (await WriteAsync(rule, cancel).ConfigureAwait(false), null);
        }
        catch (RuleException exception)
        {
            return (null, new NotUsable(exception.Message, exception.Fix) { IsColumnAbsent = exception.IsColumnAbsent });
        }
    }

    private async Task<RowConstraint> WriteAsync(BrokenRule rule, CancellationToken cancel)
    {
        var text = rule.Rule;
        if (text.Length > LongestRule)
        {
            throw new RuleException($"more than {LongestRule} characters");
        }

        // The line ends keep a comment in the rule from swallowing the parenthesis.
        var tree = await ParseAsync(Before, text, "\n) FROM t", cancel).ConfigureAwait(false);
        var skeleton = await ParseAsync("", "SELECT 1 FROM t", "", cancel).ConfigureAwait(false);
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
        new RuleNodes(byName, declared, column => column.Declared is null && !column.Column.HasOwnType, used).Visit(expression);
        ((JsonArray)tree["statements"]![0]!["node"]!["select_list"]!).Add(expression);
        var predicate = await engine.Rules.WriteAsync(tree, cancel).ConfigureAwait(false);
        var uses = used.Select(index => columns[index]).ToList();
        await BindAsync(predicate, uses, cancel).ConfigureAwait(false);
        var answer = engine.Rules.Answer(predicate);
        return new RowConstraint(rule.Id.Text, $"coalesce({answer}, 0) = 0", $"CASE WHEN coalesce({answer}, 0) <> 2 THEN 1 END", uses)
        {
            Notes = [($"{answer} IS NULL", "cannot be computed")],
            Predicate = predicate,
        };
    }

    private async Task<JsonObject> ParseAsync(string before, string text, string after, CancellationToken cancel)
    {
        var tree = await engine.Rules.ParseAsync(before + text + after, cancel).ConfigureAwait(false);
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

    private async Task BindAsync(string predicate, List<TypedColumn> uses, CancellationToken cancel)
    {
        var row = string.Join(", ", uses.Select(column => $"{column.NullSql} AS {column.V}").DefaultIfEmpty("1 AS one"));
        var nothing = $"(SELECT {row}) AS nothing";
        try
        {
            if (!await engine.Rules.IsBooleanAsync(predicate, nothing, cancel).ConfigureAwait(false))
            {
                throw new RuleException("not a boolean expression");
            }

            await engine.RunAsync($"SELECT {predicate} FROM {nothing}", cancel).ConfigureAwait(false);
        }
        catch (EngineException exception)
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
