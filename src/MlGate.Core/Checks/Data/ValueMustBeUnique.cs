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
                Judged.Of(Diagnostics.NotUnique, unique, subject, "no value to repeat"),
                "repeat an earlier one",
                Mostly: 1,
                "Remove the repeated rows"
            );
        }
    }
}
