using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>Values are among the texts that the gate file lists.</summary>
internal sealed class ValueMustBeInDomain : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        if (column.In is { } domain)
        {
            yield return new ValueFact(
                FindingBuilder.From(
                    Diagnostics.OutsideDomain,
                    domain,
                    subject,
                    $"{FoundText.Values(column.Mostly)} to be one of {FoundText.Number(domain.Value.Count)} allowed values"
                ),
                "are not in the list",
                column.Mostly,
                $"Correct the rows, or add the new values under '{domain.Id}'"
            );
        }
    }
}
