using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>The declared columns stand in the declared order; columns between them do not matter.</summary>
internal sealed class ColumnsMustBeInOrder : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        if (inputs.Gate.Ordered is not { Value: true } declared)
        {
            yield break;
        }

        var check = FindingBuilder.From(Diagnostics.ColumnOrder, declared, inputs.Gate.Id.Text, "the column order of the gate file");
        var wanted = inputs.Gate.Columns.Select(column => column.Name).Where(name => inputs.Column(name) is not null).ToList();
        var names = wanted.ToHashSet(StringComparer.Ordinal);
        var actual = inputs.Candidate.Columns.Select(column => column.Name).Where(names.Contains).ToList();
        var first = Enumerable.Range(0, wanted.Count).FirstOrDefault(index => wanted[index] != actual[index], -1);
        yield return first < 0
            ? check.Passed("columns in order")
            : check.Failed(
                $"{FoundText.Name(actual[first])} in the position of {FoundText.Name(wanted[first])}",
                "Write the columns in the declared order, or reorder the gate file"
            );
    }
}
