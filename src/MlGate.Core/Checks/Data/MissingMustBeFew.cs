using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>At most the declared share of a column's values is missing.</summary>
internal sealed class MissingMustBeFew : IDatasetCheck
{
    private const double Rounding = 1e-12;

    /// <inheritdoc/>
    public IEnumerable<ViolationQuery> Queries(DatasetGate gate) =>
        from column in gate.Columns
        let limit = column.MaxMissing
        where limit is not null
        select new MissingValues(limit.Id, column.Name);

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        foreach (var column in inputs.Gate.Columns)
        {
            if (column.MaxMissing is not { } limit)
            {
                continue;
            }

            var expected = limit.Value == 0 ? "no missing value" : $"at most {FoundText.Percent(limit.Value)} missing values";
            var check = FindingBuilder.From(Diagnostics.MissingTooMany, limit, FoundText.Subject(inputs.Gate, column.Name), expected);
            if (inputs.Column(column.Name) is not { } profile)
            {
                yield return (column.Optional ? check with { Severity = Severity.Info } : check).NotMeasured(
                    "column missing",
                    "Add the column to the data, or remove it from the gate file"
                );
                continue;
            }

            var rows = profile.Present + profile.Missing;
            if (rows == 0)
            {
                yield return check.NotMeasured("no rows", "Check how the data was exported");
                continue;
            }

            var violations = inputs.Violations.GetValueOrDefault(limit.Id.Text);
            var share = profile.Missing / (double)rows;
            var evidence = new Evidence
            {
                Measure = "missing",
                Candidate = share,
                Baseline =
                    inputs.BaselineColumn(column.Name) is { } earlier && earlier.Present + earlier.Missing > 0
                        ? earlier.Missing / (double)(earlier.Present + earlier.Missing)
                        : null,
                Limit = new Limit(LimitKinds.Max, limit.Value),
                Rows = rows,
                OffendingRows = violations is null ? [] : FoundText.RowNumbers(violations),
            };
            var found =
                $"{FoundText.Number(profile.Missing)} of {FoundText.Number(rows)} values ({FoundText.Percent(share)}) are missing"
                + (violations is { FirstPlaces.Count: > 0 } ? $" ({FoundText.Rows(violations)})" : "");
            yield return share <= limit.Value + Rounding
                ? check.Passed(found, evidence)
                : check.Failed(found, $"Fill the missing values at the source, or raise '{limit.Id}'", evidence);
        }
    }
}
