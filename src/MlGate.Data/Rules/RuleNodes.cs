using System.Text.Json.Nodes;
using MlGate.Data.Profiles;

namespace MlGate.Data.Rules;

/// <summary>Walks the engine's parse tree of a rule: what is not known here is refused, so that a new kind of node in a later engine is refused too.</summary>
internal sealed class RuleNodes(Dictionary<string, TypedColumn> columns, SortedSet<int> used)
{
    // No function of files, tables, settings, time or chance; none whose result can be much larger than its arguments.
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "+", "-", "*", "/", "//", "%", "^", "**", "||", "~~", "!~~", "~~*", "!~~*", "like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape",
        "abs", "ceil", "ceiling", "floor", "round", "trunc", "sign", "sqrt", "cbrt", "exp", "ln", "log", "log2", "log10", "pow", "power", "mod", "greatest", "least",
        "isnan", "isinf", "isfinite", "ifnull", "nullif", "if",
        "length", "len", "strlen", "lower", "upper", "trim", "ltrim", "rtrim", "left", "right", "substr", "substring", "starts_with", "ends_with", "prefix", "suffix", "contains", "strpos", "instr", "concat",
        "regexp_matches", "regexp_full_match",
        "year", "month", "day", "hour", "minute", "second", "quarter", "week", "isodow", "dayofweek", "dayofyear", "date_part", "datepart", "date_diff", "datediff", "date_sub", "datesub", "date_trunc", "datetrunc", "epoch",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "VARCHAR", "DATE", "TIMESTAMP", "INTERVAL",
    };

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL", "OPERATOR_COALESCE", "OPERATOR_NULLIF", "COMPARE_IN", "COMPARE_NOT_IN",
    };

    public void Visit(JsonNode? node)
    {
        if (node is not JsonObject expression)
        {
            throw new RuleException("an expression that cannot be read");
        }

        switch (Text(expression, "class"))
        {
            case "COLUMN_REF":
                Column(expression);
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
                Visit(expression["child"]);
                break;
            case "SUBQUERY":
                throw new RuleException("a query inside the rule");
            default:
                throw new RuleException("an operator that rules do not have");
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

    private void Column(JsonObject expression)
    {
        if (expression["column_names"] is not JsonArray { Count: 1 } names || !columns.TryGetValue(names[0]!.GetValue<string>(), out var column))
        {
            throw new RuleException("a column that the data does not have");
        }

        used.Add(column.Column.Index);
        names[0] = column.V;
    }

    private void Function(JsonObject expression)
    {
        var name = Text(expression, "function_name");
        if (!Functions.Contains(name) || Text(expression, "schema").Length > 0 || expression["filter"] is not null)
        {
            throw new RuleException("a function that rules do not have");
        }

        // A pattern from the data would be compiled for every row.
        if (name.StartsWith("regexp", StringComparison.OrdinalIgnoreCase) && expression["children"] is JsonArray { Count: >= 2 } arguments && Text(arguments[1]!.AsObject(), "class") != "CONSTANT")
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
