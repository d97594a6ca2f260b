using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>Values keep the constraints of their column; each constraint says in its own words what must hold.</summary>
internal sealed class ValueMustKeepConstraint : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        foreach (var declared in column.ValueConstraints)
        {
            yield return new ValueFact(
                Check(declared, subject, $"{FoundText.Values(column.Mostly)} {declared.Expected}"),
                new BrokenValues(column.Name, declared),
                declared.Broken,
                column.Mostly,
                declared.Fix
            );
        }

        foreach (var declared in column.JointConstraints)
        {
            if (declared.Query(column.Name) is { } query)
            {
                yield return new ValueFact(Check(declared, subject, declared.Expected), query, declared.Broken, Mostly: 1, declared.Fix);
            }
        }
    }

    private static FindingBuilder Check(DeclaredConstraint declared, string subject, string expected) =>
        new(declared.Constraint.Code, declared.Id, declared.Place, declared.Severity, subject, expected);
}
