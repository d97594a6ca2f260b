using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Scoring;

/// <summary>The columns of a test set, and which of them hold numbers.</summary>
internal sealed class TestSetColumns
{
    private readonly Lazy<HashSet<string>> numbers;

    public TestSetColumns(IRowBatches rows, IReadOnlyList<ArtifactFile> files, IReadOnlyList<string> names)
    {
        Names = names;
        numbers = new(() => FindNumbers(rows, files, names));
    }

    /// <summary>The columns' names, in the data's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Is every present value of the first rows a number?</summary>
    public bool IsNumber(string name) => numbers.Value.Contains(name);

    private static HashSet<string> FindNumbers(IRowBatches rows, IReadOnlyList<ArtifactFile> files, IReadOnlyList<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (
            rows.Read(files, [.. names.Select(name => new BatchColumn(name, BatchType.Text))], CancellationToken.None).FirstOrDefault() is
            { } batch
        )
        {
            for (var column = 0; column < names.Count; column++)
            {
                var present = ((string?[])batch.Columns[column]).Take(batch.Rows).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
                if (present.Count > 0 && present.All(text => LoaderNumber.IsMissingMark(text!) || LoaderNumber.TryParse(text!, out _)))
                {
                    found.Add(names[column]);
                }
            }
        }

        return found;
    }
}
