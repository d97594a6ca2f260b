using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a rule across columns.</summary>
internal static class RuleKeys
{
    public static readonly KeyDefinition<string> Id = new("id", new NameKind("a rule"))
    {
        Meaning = "Name of the rule; the check is `datasets.NAME.rules.ID`.",
        Example = "id: charges-add-up",
        Required = true,
    };

    public static readonly KeyDefinition<string> Expect = new("expect", new TextSchema("a SQL predicate"))
    {
        Meaning =
            "SQL condition on the columns of one row, with the operators and functions in 'What a rule may use'. A row "
            + "where it is null, because of a missing value, is not counted; a row where it cannot be computed (`sqrt(-1)`) "
            + "violates it. In CSV, TSV and JSON lines a column needs a declared type, or a cast in the rule.",
        Example = "expect: \"total_charges >= monthly_charges or tenure <= 1\"",
        Required = true,
        Codes = [Diagnostics.RuleBroken, Diagnostics.RuleNotUsable],
    };

    public static readonly MapSchema Map = new("rule", Id, Expect, CommonKeys.Mostly, CommonKeys.Severity);

    /// <summary>What a rule asks for, to find a policy's rule again.</summary>
    public static (string?, string?, double) Text(ListEntry<MapValue> rule) =>
        (rule.Value.Get(Id)?.Value, rule.Value.Get(Expect)?.Value, rule.Value.Get(CommonKeys.Mostly)?.Value.Value ?? 1);
}
