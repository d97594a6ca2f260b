using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>The number of rows differs from the baseline's by at most the declared share of the baseline's, either way.</summary>
internal sealed class RowCountMustNotChange : IDatasetCheck
{
    private const double Rounding = 1e-12;

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        if (inputs.Gate.RowsChange is not { } limit)
        {
            yield break;
        }

        var check = FindingBuilder.From(
            Diagnostics.RowCountChange,
            limit,
            inputs.Gate.Id.Text,
            $"a change of the row count by at most {FoundText.Percent(limit.Value)}"
        );
        var before = inputs.SameVersion ? inputs.Candidate.Rows : inputs.Baseline?.Rows;
        if (inputs.BaselineVersion is null)
        {
            yield return check.NoBaseline(inputs.RequireBaseline);
        }
        else if (before is null)
        {
            yield return check.NotMeasured("baseline data not readable", "See the findings on the baseline");
        }
        else if (before == 0)
        {
            yield return check.NotMeasured("no rows in the baseline, so no relative change", "Remove the check until the branch has data");
        }
        else
        {
            var now = inputs.Candidate.Rows;
            var change = (now - before.Value) / (double)before.Value;
            var evidence = new Evidence
            {
                Measure = "rows",
                Baseline = before,
                Candidate = now,
                Limit = new Limit(LimitKinds.RowsChange, limit.Value),
                Rows = now,
            };
            var found =
                $"{FoundText.Number(before.Value)} rows became {FoundText.Number(now)} "
                + $"({(change < 0 ? "−" : "+")}{FoundText.Percent(Math.Abs(change))})";
            yield return Math.Abs(change) <= limit.Value + Rounding
                ? check.Passed(found, evidence)
                : check.Failed(found, $"Check what was added or lost, or raise '{limit.Id}'", evidence);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) =>
        [new(inputs.Gate.Id, JudgedVersions.AgainstBaseline)];
}
