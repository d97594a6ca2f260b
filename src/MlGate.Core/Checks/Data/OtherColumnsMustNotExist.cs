using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>The data has no column that the gate file does not name, where <c>other-columns</c> says so.</summary>
internal sealed class OtherColumnsMustNotExist : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Judge(DatasetInputs inputs)
    {
        if (inputs.Gate.OtherColumns is not { Value: not OtherColumns.Allow } declared)
        {
            yield break;
        }

        var check = Judged.Of(Diagnostics.ColumnUnexpected, declared, inputs.Gate.Id, "no column that the gate file does not name");
        if (declared.Value == OtherColumns.Warn && check.Severity == Severity.Error)
        {
            check = check with { Severity = Severity.Warn };
        }

        var names = inputs.Gate.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var others = inputs.Candidate.Columns.Select(column => column.Name).Where(name => !names.Contains(name)).ToList();
        yield return others.Count == 0
            ? check.Passed("there is none")
            : check.Failed(
                $"there {(others.Count == 1 ? "is" : "are")} {Phrase.Names(others)}",
                "Declare the columns, with 'role: ignore' if the model does not read them, or drop them from the data"
            );
    }
}
