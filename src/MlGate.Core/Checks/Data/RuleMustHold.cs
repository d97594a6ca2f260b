using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>A rule across columns holds for each row, or for the declared share of the rows.</summary>
internal sealed class RuleMustHold : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Judge(DatasetInputs inputs) =>
        from rule in inputs.Gate.Rules
        let check = Judged.Of(
            Diagnostics.RuleBroken,
            rule.Expect,
            inputs.Gate.Id,
            $"{(rule.Mostly < 1 ? $"at least {Phrase.Percent(rule.Mostly)} of the rows" : "every row")} to keep the rule {Phrase.Name(rule.Name)}")
        select Counted(inputs, check, rule.Mostly, "rows", "break it", $"Mend the rows, or the rule under '{check.Id}'");

    /// <summary>The finding over rows that the profile counted under the check's id.</summary>
    internal static Finding Counted(DatasetInputs inputs, Judged check, double mostly, string noun, string broken, string fix)
    {
        if (!inputs.Candidate.Violations.TryGetValue(check.Id, out var violations))
        {
            return check.NotMeasured("the profile does not answer this check", "See the other findings on this dataset");
        }

        return violations.Of == 0
            ? check.NotMeasured("there are no rows to judge", "Check how the data was exported")
            : ValueCheck.Judge(check, violations, mostly, noun, broken, fix);
    }
}
