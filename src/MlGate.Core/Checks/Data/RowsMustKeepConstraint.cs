using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data;

/// <summary>Rows keep the constraints of their dataset; each constraint says in its own words what must hold.</summary>
internal sealed class RowsMustKeepConstraint : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<ViolationQuery> Queries(DatasetGate gate) => gate.Constraints.Select(declared => declared.Query);

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs) =>
        inputs.Gate.Constraints.Select(declared => Evaluate(inputs, declared, declared.Constraint));

    private static Finding Evaluate(DatasetInputs inputs, DeclaredDatasetConstraint declared, DatasetConstraint kind)
    {
        var check = new FindingBuilder(kind.Code, declared.Id, declared.Place, declared.Severity, inputs.Gate.Id.Text, declared.Expected);
        var absent = declared.Query.Columns.Where(name => inputs.Column(name) is null).ToList();
        if (absent.Count > 0)
        {
            return check.NotMeasured(
                $"missing {(absent.Count == 1 ? "column" : "columns")} {FoundText.Names(absent)}",
                $"Add the columns to the data, or remove the {kind.Noun} from the gate file"
            );
        }

        if (inputs.NotUsable.TryGetValue(declared.Id.Text, out var problem))
        {
            return problem.IsColumnAbsent
                ? check.NotMeasured(problem.Reason, $"Add the column to the data, or remove the {kind.Noun} from the gate file")
                : NotUsable(check, problem, kind.Usable);
        }

        if (!inputs.Violations.TryGetValue(declared.Id.Text, out var violations))
        {
            return check.NotMeasured("no result for this check in the scan", "See the other findings on this dataset");
        }

        return violations.Of == 0
            ? check.NotMeasured("no row has all values for the check", "Check how the data was exported")
            : ValueCheck.Evaluate(check, violations, declared.Mostly, "rows", kind.Broken, declared.Fix);
    }

    /// <summary>
    /// The finding for a check that cannot be evaluated at all: always an error, because such a check would pass for ever.
    /// </summary>
    internal static Finding NotUsable(FindingBuilder check, NotUsable problem, string expected) =>
        (check with { Check = Diagnostics.RuleNotUsable, Expected = expected, Severity = Severity.Error }).Failed(
            problem.Reason,
            problem.Fix ?? $"Correct '{check.Id}' in the gate file"
        );
}
