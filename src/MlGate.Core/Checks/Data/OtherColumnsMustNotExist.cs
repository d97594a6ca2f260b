using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>The data has only declared columns, where <c>other-columns</c> says so.</summary>
internal sealed class OtherColumnsMustNotExist : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        if (inputs.Gate.OtherColumns is not { Value: not OtherColumns.Allow } declared)
        {
            yield break;
        }

        var check = FindingBuilder.From(Diagnostics.ColumnUnexpected, declared, inputs.Gate.Id.Text, "only declared columns");
        if (declared.Value == OtherColumns.Warn && check.Severity == Severity.Error)
        {
            check = check with { Severity = Severity.Warn };
        }

        var names = inputs.Gate.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var others = inputs.Candidate.Columns.Select(column => column.Name).Where(name => !names.Contains(name)).ToList();
        yield return others.Count == 0
            ? check.Passed("no undeclared columns")
            : check.Failed(
                $"undeclared {(others.Count == 1 ? "column" : "columns")} {FoundText.Names(others)}",
                "Declare the columns, with 'role: ignore' if the model does not read them, or drop them from the data"
            );
    }
}
