using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Findings;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Tests.ScoringHost;

/// <summary>Rows of plain CSV files without quotes: enough for the tests of this part, and slow and obvious.</summary>
public sealed class CsvRows(int batchRows = 100) : IRowBatches
{
    public Task<Result<IReadOnlyList<string>>> ReadColumnsAsync(IDataset dataset, CancellationToken cancel) =>
        Task.FromResult<Result<IReadOnlyList<string>>>(Result.Success<IReadOnlyList<string>>(Header(FilesOf(dataset))));

    public IAsyncEnumerable<RowBatch> ReadAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
        Read(FilesOf(dataset), columns).ToAsyncEnumerable();

    private static IReadOnlyList<ArtifactFile> FilesOf(IDataset dataset) => ((DatasetFiles)dataset.Source).Files;

    private IEnumerable<RowBatch> Read(IReadOnlyList<ArtifactFile> files, IReadOnlyList<BatchColumn> columns)
    {
        var header = Header(files);
        int[] places = [.. columns.Select(column => Array.IndexOf(header, column.Name))];
        foreach (var lines in Lines(files).Chunk(batchRows))
        {
            var cells = lines.Select(line => line.Split(',')).ToList();
            yield return new RowBatch(
                lines.Length,
                [.. columns.Select((column, index) => Values(column.Type, [.. cells.Select(row => row[places[index]])]))]
            )
            {
                Unread =
                [
                    .. columns.Select(
                        (column, index) => column.KeepsUnread ? cells.Select(row => Unread(row[places[index]])).ToArray() : null
                    ),
                ],
            };
        }
    }

    public IAsyncEnumerable<RowBatch> ReadWithQuotesAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
        ReadAsync(dataset, columns, cancel);

    public Task<IReadOnlyList<UInt128>> ReadRowKeysAsync(IDataset dataset, CancellationToken cancel)
    {
        var seen = new Dictionary<string, int>();
        return Task.FromResult<IReadOnlyList<UInt128>>([
            .. Lines(FilesOf(dataset)).Select(line => Key(line + "#" + (seen[line] = seen.GetValueOrDefault(line) + 1))),
        ]);
    }

    private static UInt128 Key(string text) =>
        new(
            BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0),
            BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 8)
        );

    private static string[] Header(IReadOnlyList<ArtifactFile> files) => File.ReadLines(files[0].Location).First().Split(',');

    private static IEnumerable<string> Lines(IReadOnlyList<ArtifactFile> files) =>
        files.SelectMany(file => File.ReadLines(file.Location).Skip(1));

    // As strict as the engine: no blanks, no plus.
    private static bool IsNumber(string cell, out double value) =>
        double.TryParse(
            cell,
            NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowExponent
                | (cell.StartsWith('-') ? NumberStyles.AllowLeadingSign : NumberStyles.None),
            CultureInfo.InvariantCulture,
            out value
        ) && double.IsFinite(value);

    private static string? Unread(string cell) =>
        cell.Length == 0 || (IsNumber(cell, out var value) && float.IsFinite((float)value)) ? null : cell;

    private static Array Values(BatchType type, string[] cells) =>
        type switch
        {
            BatchType.Text => cells.Select(cell => cell.Length == 0 ? null : cell).ToArray(),
            BatchType.Single => cells
                .Select(cell => IsNumber(cell, out var value) && float.IsFinite((float)value) ? (float)value : float.NaN)
                .ToArray(),
            BatchType.Double => cells.Select(cell => IsNumber(cell, out var value) ? value : double.NaN).ToArray(),
            _ => cells.Select(cell => cell is "true" or "1").ToArray(),
        };
}
