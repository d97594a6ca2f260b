using System.Text.Json.Nodes;
using MlGate.Data.Columns;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Data.Rules;

/// <summary>
/// Walks the engine's parse tree of a rule: what is not known here is refused, so that a new kind of node in a later engine is refused too.
/// </summary>
/// <param name="columns">The columns of the data, by name.</param>
/// <param name="declared">Names of the declared columns.</param>
/// <param name="untyped">Has the column neither a declared type nor a stored one?</param>
/// <param name="used">Receives the positions of the columns that the rule uses.</param>
internal sealed class RuleNodes(
    Dictionary<string, TypedColumn> columns,
    IReadOnlyCollection<string> declared,
    Func<TypedColumn, bool> untyped,
    SortedSet<int> used
)
{
    private static readonly HashSet<string> Functions = new(
        RuleVocabulary.Functions.SelectMany(group => group.Names).Concat(RuleVocabulary.OperatorFunctions),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> Types = new(RuleVocabulary.Types, StringComparer.Ordinal);

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "OPERATOR_NOT",
        "OPERATOR_COALESCE",
        "OPERATOR_NULLIF",
        "COMPARE_IN",
        "COMPARE_NOT_IN",
    };

    public void Visit(JsonNode? node)
    {
        if (node is not JsonObject expression)
        {
            throw new RuleException("unreadable expression");
        }

        switch (Text(expression, "class"))
        {
            case "COLUMN_REF":
                Column(expression, typed: false);
                break;
            case "CONSTANT":
                break;
            case "COMPARISON":
                Visit(expression["left"]);
                Visit(expression["right"]);
                break;
            case "BETWEEN":
                Visit(expression["input"]);
                Visit(expression["lower"]);
                Visit(expression["upper"]);
                break;
            case "CONJUNCTION":
                Children(expression);
                break;
            case "OPERATOR" when Text(expression, "type") is "OPERATOR_IS_NULL" or "OPERATOR_IS_NOT_NULL":
                Operand(expression["children"]?[0]);
                break;
            case "OPERATOR" when Operators.Contains(Text(expression, "type")):
                Children(expression);
                break;
            case "FUNCTION":
                Function(expression);
                break;
            case "CASE":
                foreach (var check in expression["case_checks"]!.AsArray())
                {
                    Visit(check!["when_expr"]);
                    Visit(check["then_expr"]);
                }

                Visit(expression["else_expr"]);
                break;
            case "CAST" when Types.Contains(Text(expression["cast_type"]!.AsObject(), "id")):
                Operand(expression["child"]);
                break;
            case "SUBQUERY":
                throw new RuleException("a subquery");
            default:
                throw new RuleException("an operator that rules do not support");
        }
    }

    /// <summary>Positions in the text say nothing about what an expression is.</summary>
    public static void RemoveLocations(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("query_location");
            foreach (var field in fields)
            {
                RemoveLocations(field.Value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                RemoveLocations(item);
            }
        }
    }

    // A cast gives a type, and a value is missing whatever its type is.
    private void Operand(JsonNode? node)
    {
        if (node is JsonObject column && Text(column, "class") == "COLUMN_REF")
        {
            Column(column, typed: true);
        }
        else
        {
            Visit(node);
        }
    }

    private void Column(JsonObject expression, bool typed)
    {
        var name = expression["column_names"] is JsonArray names ? string.Join('.', names.Select(part => part!.GetValue<string>())) : "";
        if (!columns.TryGetValue(name, out var column))
        {
            throw declared.Contains(name)
                ? new RuleException($"column {Shown(name)} is not in the data") { IsColumnAbsent = true }
                : new RuleException($"unknown column: {Shown(name)}") { Fix = Spelling.FixFor(name, columns.Keys) };
        }

        if (!typed && untyped(column))
        {
            throw new RuleException($"column {Shown(name)} has no type: it would be compared as text")
            {
                Fix =
                    $"Declare its type under 'columns', or write cast({name} as double) for a number and cast({name} as varchar) for "
                    + $"a text",
            };
        }

        used.Add(column.Column.Index);
        expression["column_names"] = new JsonArray(column.V);
    }

    private static string Shown(string name) => EngineReason.Clean($"'{name}'");

    private void Function(JsonObject expression)
    {
        var name = Text(expression, "function_name");
        if (!Functions.Contains(name) || Text(expression, "schema").Length > 0 || expression["filter"] is not null)
        {
            throw new RuleException($"a function that rules do not support: {Shown(name)}") { Fix = Spelling.FixFor(name, [.. Functions]) };
        }

        // A pattern from the data would be compiled for every row.
        if (
            name.StartsWith("regexp", StringComparison.OrdinalIgnoreCase)
            && expression["children"] is JsonArray { Count: >= 2 } arguments
            && Text(arguments[1]!.AsObject(), "class") != "CONSTANT"
        )
        {
            throw new RuleException("a pattern that is not a constant");
        }

        Children(expression);
    }

    private void Children(JsonObject expression)
    {
        foreach (var child in expression["children"]!.AsArray())
        {
            Visit(child);
        }
    }

    private static string Text(JsonObject node, string field) => node[field]?.GetValue<string>() ?? "";
}
