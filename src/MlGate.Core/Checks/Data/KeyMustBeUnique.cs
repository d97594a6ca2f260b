using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>The values of a declared set of columns, taken together, do not repeat.</summary>
internal sealed class KeyMustBeUnique : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Judge(DatasetInputs inputs)
    {
        foreach (var key in inputs.Gate.Keys)
        {
            var check = Judged.Of(Diagnostics.NotUnique, key, inputs.Gate.Id, $"the key {Phrase.Names([.. key.Value])} not to repeat");
            var absent = key.Value.Where(name => inputs.Column(name) is null).ToList();
            yield return absent.Count > 0
                ? check.NotMeasured(
                    $"{Phrase.Names(absent)} {(absent.Count == 1 ? "is" : "are")} not there",
                    "Add the columns to the data, or take the key out of the gate file"
                )
                : RuleMustHold.Counted(inputs, check, 1, "rows", "repeat an earlier one", "Remove the repeated rows");
        }
    }
}
