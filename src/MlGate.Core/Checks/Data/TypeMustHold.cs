using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>
/// Every present value is of the declared type. <c>mostly</c> does not soften this: a value that is not a number cannot be in a range.
/// </summary>
internal sealed class TypeMustHold : ValueCheck
{
    /// <inheritdoc/>
    protected override IEnumerable<ValueFact> Facts(ColumnGate column, string subject)
    {
        var type = column.Type.Value.ToString().ToLowerInvariant();
        yield return new ValueFact(
            FindingBuilder.From(Diagnostics.TypeInvalid, column.Type, subject, $"every value to be of type {type}"),
            new NotOfType(column.Type.Id, column.Name),
            $"are not of type {type}",
            Mostly: 1,
            $"Correct the rows, or declare another type under '{column.Type.Id}'"
        );
    }
}
