using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>No present value of the column repeats.</summary>
internal sealed class ValueMustBeUnique : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        if (column.Unique is { Value: true } unique)
        {
            yield return new ValueFact(
                FindingBuilder.From(Diagnostics.NotUnique, unique, subject, "unique values"),
                new RepeatedValues(unique.Id, [column.Name]),
                "are duplicates",
                Mostly: 1,
                "Remove the duplicate rows"
            );
        }
    }
}
