using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data;

/// <summary>
/// A rule across columns holds for each row, or for the declared share of the rows. A row for which it is unknown, because a value is
/// missing, is not judged; one on which it cannot be computed breaks it.
/// </summary>
internal sealed class RuleMustHold : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<ViolationQuery> Queries(DatasetGate gate) =>
        gate.Rules.Select(rule => new BrokenRule(rule.Expect.Id, rule.Expect.Value));

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        foreach (var rule in inputs.Gate.Rules)
        {
            var check = FindingBuilder.From(
                Diagnostics.RuleBroken,
                rule.Expect,
                inputs.Gate.Id.Text,
                $"{(rule.Mostly < 1 ? $"at least {FoundText.Percent(rule.Mostly)} of the rows" : "every row")} to satisfy the rule "
                    + $"{FoundText.Name(rule.Name)}"
            );
            yield return !inputs.NotUsable.TryGetValue(check.Id.Text, out var problem)
                ? Counted(inputs, check, rule.Mostly, "rows", "violate it", $"Correct the rows, or change the rule under '{check.Id}'")
            : problem.IsColumnAbsent
                ? check.NotMeasured(problem.Reason, "Add the column to the data, or remove the rule from the gate file")
            : NotUsable(check, problem, "a condition on the columns of one row, with the operators and functions in docs/gate-file.md");
        }
    }

    /// <summary>
    /// The finding for a rule or a pattern that cannot be evaluated at all: always an error, because such a check would pass for ever.
    /// </summary>
    internal static Finding NotUsable(FindingBuilder check, NotUsable problem, string expected) =>
        (check with { Check = Diagnostics.RuleNotUsable, Expected = expected, Severity = Severity.Error }).Failed(
            problem.Reason,
            problem.Fix ?? $"Correct '{check.Id}' in the gate file"
        );

    /// <summary>The finding over rows that a query counted under the check's id.</summary>
    internal static Finding Counted(DatasetInputs inputs, FindingBuilder check, double mostly, string noun, string broken, string fix)
    {
        if (!inputs.Violations.TryGetValue(check.Id.Text, out var violations))
        {
            return check.NotMeasured("no result for this check in the scan", "See the other findings on this dataset");
        }

        return violations.Of == 0
            ? check.NotMeasured("no row has all values for the check", "Check how the data was exported")
            : ValueCheck.Evaluate(check, violations, mostly, noun, broken, fix);
    }
}
