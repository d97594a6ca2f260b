using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>
/// A rule across columns holds for each row, or for the declared share of the rows. A row for which it is unknown, because a value is
/// missing, is not judged; one on which it cannot be computed breaks it.
/// </summary>
internal sealed class Rule : DatasetConstraint<RowRule>
{
    public override string Key => "rules";

    public override ItemForm<RowRule> Form => ItemForms.Rule;

    public override Diagnostic Code => Diagnostics.RuleBroken;

    public override string Meaning => "Rules across columns: SQL conditions on one row.";

    public override string Example => "rules: [{ id: charges-add-up, expect: \"total >= monthly\", mostly: 99% }]";

    public override string Noun => "rule";

    public override string Broken => "violate it";

    public override string Usable => "a condition on the columns of one row, with the operators and functions in docs/gate-file.md";

    public override ViolationQuery Query(CheckId id, RowRule item) => new BrokenRule(id, item.Expect);

    public override string Expected(RowRule item) =>
        $"{(item.Mostly < 1 ? $"at least {FoundText.Percent(item.Mostly)} of the rows" : "every row")} to satisfy the rule "
        + FoundText.Name(item.Name);

    public override string Fix(CheckId id, RowRule item) => $"Correct the rows, or change the rule under '{id}'";

    public override double Mostly(RowRule item) => item.Mostly;
}
