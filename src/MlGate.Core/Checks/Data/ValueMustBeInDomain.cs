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
                    $"{Phrase.Values(column.Mostly)} to be one of the {Phrase.Number(domain.Value.Count)} that are listed"
                ),
                "are not listed",
                column.Mostly,
                $"Mend the rows, or list the new values under '{domain.Id}'"
            );
        }
    }
}
