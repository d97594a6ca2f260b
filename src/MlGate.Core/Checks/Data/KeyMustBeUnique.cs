using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>The values of a declared set of columns, taken together, do not repeat.</summary>
internal sealed class KeyMustBeUnique : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<ViolationQuery> Queries(DatasetGate gate) => gate.Keys.Select(key => new RepeatedValues(key.Id, key.Value));

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        foreach (var key in inputs.Gate.Keys)
        {
            var check = FindingBuilder.From(
                Diagnostics.NotUnique,
                key,
                inputs.Gate.Id.Text,
                $"unique values of the key {FoundText.Names([.. key.Value])}"
            );
            var absent = key.Value.Where(name => inputs.Column(name) is null).ToList();
            yield return absent.Count > 0
                ? check.NotMeasured(
                    $"missing {(absent.Count == 1 ? "column" : "columns")} {FoundText.Names(absent)}",
                    "Add the columns to the data, or remove the key from the gate file"
                )
                : RuleMustHold.Counted(inputs, check, 1, "rows", "are duplicates", "Remove the duplicate rows");
        }
    }
}
