using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>Values keep the constraints of their column; each constraint says in its own words what must hold.</summary>
internal sealed class ValueMustKeepConstraint : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject) =>
        column.ValueConstraints.Select(declared => new ValueFact(
            new FindingBuilder(
                declared.Constraint.Code,
                declared.Id,
                declared.Place,
                declared.Severity,
                subject,
                $"{FoundText.Values(column.Mostly)} {declared.Expected}"
            ),
            new BrokenValues(column.Name, declared),
            declared.Broken,
            column.Mostly,
            declared.Fix
        ));
}
