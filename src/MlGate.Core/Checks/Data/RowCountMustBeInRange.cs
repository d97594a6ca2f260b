using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>The number of rows lies between <c>rows.min</c> and <c>rows.max</c>.</summary>
internal sealed class RowCountMustBeInRange : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        var rows = inputs.Candidate.Rows;
        if (inputs.Gate.MinRows is { } min)
        {
            var check = FindingBuilder.From(Diagnostics.RowCount, min, inputs.Gate.Id.Text, $"at least {FoundText.Number(min.Value)} rows");
            yield return Evaluate(check, inputs, new Limit(LimitKinds.Min, min.Value), rows >= min.Value);
        }

        if (inputs.Gate.MaxRows is { } max)
        {
            var check = FindingBuilder.From(Diagnostics.RowCount, max, inputs.Gate.Id.Text, $"at most {FoundText.Number(max.Value)} rows");
            yield return Evaluate(check, inputs, new Limit(LimitKinds.Max, max.Value), rows <= max.Value);
        }
    }

    private static Finding Evaluate(FindingBuilder check, DatasetInputs inputs, Limit limit, bool holds)
    {
        var evidence = new Evidence
        {
            Measure = "rows",
            Candidate = inputs.Candidate.Rows,
            Baseline = inputs.Baseline?.Rows,
            Limit = limit,
            Rows = inputs.Candidate.Rows,
        };
        var found = $"{FoundText.Number(inputs.Candidate.Rows)} rows";
        return holds
            ? check.Passed(found, evidence)
            : check.Failed(found, $"Check how the data was exported, or change '{check.Id}'", evidence);
    }
}
