using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>Texts have at least <c>min-length</c> and at most <c>max-length</c> characters.</summary>
internal sealed class LengthMustBeInRange : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        if (column.MinLength is { } shortest)
        {
            yield return End(shortest, "at least", "are shorter", column, subject);
        }

        if (column.MaxLength is { } longest)
        {
            yield return End(longest, "at most", "are longer", column, subject);
        }
    }

    private static ValueFact End(Declared<long> end, string side, string breaks, ColumnGate column, string subject) =>
        new(
            FindingBuilder.From(
                Diagnostics.LengthInvalid,
                end,
                subject,
                $"{FoundText.Values(column.Mostly)} to have {side} {FoundText.Number(end.Value)} characters"
            ),
            breaks,
            column.Mostly,
            $"Correct the rows, or change the limit under '{end.Id}'"
        );
}
