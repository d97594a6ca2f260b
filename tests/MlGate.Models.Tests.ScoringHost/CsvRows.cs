using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Tests.ScoringHost;

/// <summary>Rows of plain CSV files without quotes: enough for the tests of this part, and slow and obvious.</summary>
public sealed class CsvRows(int batchRows = 100) : IRowBatches
{
    public IRowBatches With(MissingMarks marks, bool ofNumbersOnly) => this;

    public Task<Result<IReadOnlyList<string>>> ReadColumnsAsync(IReadOnlyList<ArtifactFile> files, CancellationToken cancel) =>
        Task.FromResult<Result<IReadOnlyList<string>>>(Result.Success<IReadOnlyList<string>>(Header(files)));

    public IAsyncEnumerable<RowBatch> ReadAsync(
        IReadOnlyList<ArtifactFile> files,
        IReadOnlyList<BatchColumn> columns,
        CancellationToken cancel
    ) => Read(files, columns).ToAsyncEnumerable();

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

    public IAsyncEnumerable<RowBatch> ReadWithQuotesAsync(
        IReadOnlyList<ArtifactFile> files,
        IReadOnlyList<BatchColumn> columns,
        CancellationToken cancel
    ) => ReadAsync(files, columns, cancel);

    public Task<IReadOnlyList<UInt128>> ReadRowKeysAsync(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        var seen = new Dictionary<string, int>();
        return Task.FromResult<IReadOnlyList<UInt128>>([
            .. Lines(files).Select(line => Key(line + "#" + (seen[line] = seen.GetValueOrDefault(line) + 1))),
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
