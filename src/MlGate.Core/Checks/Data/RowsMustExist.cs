using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>There is at least one row: nothing else can be judged on none. Undeclared, so it is silent while it holds.</summary>
internal sealed class RowsMustExist : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        if (inputs.Candidate.Rows == 0)
        {
            yield return new FindingBuilder(
                Diagnostics.DataEmpty,
                inputs.Gate.Id,
                inputs.Gate.Place,
                Severity.Error,
                inputs.Gate.Id.Text,
                "at least one row"
            ).Failed("no rows", $"Check how '{inputs.Gate.Path}' was exported");
        }
    }
}
