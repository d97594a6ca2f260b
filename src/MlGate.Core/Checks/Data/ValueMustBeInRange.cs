using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>
/// Numbers lie between <c>min</c> and <c>max</c>, moments between <c>after</c> and <c>before</c>; the ends belong to the range.
/// </summary>
internal sealed class ValueMustBeInRange : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        if (column.Min is { } min)
        {
            yield return End(
                min,
                $"to be at least {FoundText.Number(min.Value)}",
                $"are below {FoundText.Number(min.Value)}",
                column,
                subject
            );
        }

        if (column.Max is { } max)
        {
            yield return End(
                max,
                $"to be at most {FoundText.Number(max.Value)}",
                $"are above {FoundText.Number(max.Value)}",
                column,
                subject
            );
        }

        if (column.After is { } after)
        {
            yield return End(after, $"to be at or after {after.Value}", $"are before {after.Value}", column, subject);
        }

        if (column.Before is { } before)
        {
            yield return End(before, $"to be at or before {before.Value}", $"are after {before.Value}", column, subject);
        }
    }

    private static ValueFact End<T>(Declared<T> end, string keeps, string breaks, ColumnGate column, string subject) =>
        new(
            FindingBuilder.From(Diagnostics.OutsideRange, end, subject, $"{FoundText.Values(column.Mostly)} {keeps}"),
            breaks,
            column.Mostly,
            $"Correct the rows, or widen the range under '{end.Id}'"
        );
}
