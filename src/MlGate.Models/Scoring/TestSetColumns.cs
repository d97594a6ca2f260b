using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>The columns of a test set, and which of them hold numbers.</summary>
/// <param name="rows">Reads the test set.</param>
/// <param name="test">The test set.</param>
/// <param name="names">The columns' names, in the data's order.</param>
internal sealed class TestSetColumns(IRowBatches rows, IDataset test, IReadOnlyList<string> names)
{
    private HashSet<string>? numbers;

    /// <summary>The columns' names, in the data's order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Columns of which every present value of the first rows is a number. Read once.</summary>
    public async Task<IReadOnlySet<string>> FindNumbersAsync(CancellationToken cancel) => numbers ??= await ReadNumbersAsync(cancel);

    private async Task<HashSet<string>> ReadNumbersAsync(CancellationToken cancel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var texts = names.Select(name => new BatchColumn(name, BatchType.Text)).ToList();
        if (await rows.ReadAsync(test, texts, cancel).FirstOrDefaultAsync(cancel) is { } batch)
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
