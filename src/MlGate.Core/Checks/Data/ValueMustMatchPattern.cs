using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>Values match the declared pattern from their first to their last character.</summary>
internal sealed class ValueMustMatchPattern : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        if (column.Regex is { } regex)
        {
            yield return new ValueFact(
                FindingBuilder.From(
                    Diagnostics.PatternMismatch,
                    regex,
                    subject,
                    $"{FoundText.Values(column.Mostly)} to match {FoundText.Name(regex.Value)}"
                ),
                "do not match",
                column.Mostly,
                $"Correct the rows, or change the pattern under '{regex.Id}'"
            );
        }
    }
}
