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
                Judged.Of(
                    Diagnostics.OutsideDomain,
                    domain,
                    subject,
                    $"{Phrase.Values(column.Mostly)} to be one of {Phrase.Number(domain.Value.Count)} allowed values"
                ),
                "are not in the list",
                column.Mostly,
                $"Correct the rows, or add the new values under '{domain.Id}'"
            );
        }
    }
}
