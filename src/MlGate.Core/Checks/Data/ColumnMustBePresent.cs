using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>Every declared column is in the data, under exactly its name, unless it is optional.</summary>
internal sealed class ColumnMustBePresent : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Judge(DatasetInputs inputs)
    {
        foreach (var column in inputs.Gate.Columns)
        {
            var check = new Judged(
                Diagnostics.ColumnMissing,
                column.Id,
                column.Place,
                column.Optional ? Severity.Info : column.Type.Severity,
                Phrase.Subject(inputs.Gate, column.Name),
                column.Optional ? "the column, if it is there" : "the column to be there"
            );
            if (inputs.Column(column.Name) is not null)
            {
                yield return check.Passed("it is there");
            }
            else if (column.Optional && !inputs.IsOwnHistory && inputs.BaselineColumn(column.Name) is not null)
            {
                // Allowed, but all that was checked of it until now is checked no more: that must not pass in silence.
                yield return (check with { Severity = Severity.Warn }).NotMeasured(
                    "the baseline has the column and the candidate has not, which is allowed; none of its checks ran",
                    "Add the column again, or take it out of the gate file"
                );
            }
            else if (column.Optional)
            {
                yield return check.NotMeasured("the column is not there, which is allowed", "Add the column to have it checked");
            }
            else
            {
                // The nearest likely cause is said, because it is invisible in an editor.
                var near = inputs.Candidate.Columns.FirstOrDefault(other =>
                    string.Equals(other.Name.Trim(), column.Name.Trim(), StringComparison.OrdinalIgnoreCase)
                );
                var declared = inputs.Gate.Columns.Select(other => other.Name).ToHashSet(StringComparer.Ordinal);
                var meant = Spelling.FixFor(
                    column.Name,
                    [.. inputs.Candidate.Columns.Select(other => other.Name).Where(name => !declared.Contains(name))]
                );
                yield return check.Failed(
                    near is null
                        ? "the column is not there"
                        : $"the column is not there, but {Phrase.Name(near.Name)} is (case and spaces count)",
                    (meant is null ? "" : meant + " ")
                        + "Add the column to the data, or set 'optional: true' or another name in the gate file"
                );
            }
        }
    }
}
