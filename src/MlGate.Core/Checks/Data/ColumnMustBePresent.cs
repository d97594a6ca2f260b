using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>Every declared column is in the data, under exactly its name, unless it is optional.</summary>
internal sealed class ColumnMustBePresent : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        foreach (var column in inputs.Gate.Columns)
        {
            var check = new FindingBuilder(
                Diagnostics.ColumnMissing,
                column.Id,
                column.Place,
                column.Optional ? Severity.Info : column.Type.Severity,
                FoundText.Subject(inputs.Gate, column.Name),
                column.Optional ? "the column, if present" : "the column to be present"
            );
            if (inputs.Column(column.Name) is not null)
            {
                yield return check.Passed("column present");
            }
            else if (column.Optional && !inputs.IsOwnHistory && inputs.BaselineColumn(column.Name) is not null)
            {
                // Allowed, but all that was checked of it until now is checked no more: that must not pass in silence.
                yield return (check with { Severity = Severity.Warn }).NotMeasured(
                    "optional column missing, but present in the baseline; its checks did not run",
                    "Restore the column, or remove it from the gate file"
                );
            }
            else if (column.Optional)
            {
                yield return check.NotMeasured("optional column missing", "Add the column to check it");
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
                    near is null ? "column missing" : $"column missing, but {FoundText.Name(near.Name)} exists (case and spaces matter)",
                    (meant is null ? "" : meant + " ")
                        + "Add the column to the data, or set 'optional: true' or correct the name in the gate file"
                );
            }
        }
    }
}
