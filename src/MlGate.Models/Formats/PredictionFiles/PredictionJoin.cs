using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Models.Sources;
using MlGate.Runs;

namespace MlGate.Models.Formats.PredictionFiles;

/// <summary>Joins predictions to the rows of the test set by a key.</summary>
internal static class PredictionJoin
{
    private const int MostRowNumbers = 10;

    /// <summary>Per row of the test set the row of its prediction. Predictions for other rows are left out.</summary>
    public static async Task<Result<int[]>> JoinAsync(
        IRowBatches rows,
        PredictionRequest request,
        ComparedModel side,
        List<string?> keys,
        CancellationToken cancel
    )
    {
        var place = new Dictionary<string, int>(keys.Count, StringComparer.Ordinal);
        var duplicates = new List<long>();
        for (var row = 0; row < keys.Count; row++)
        {
            if (!string.IsNullOrEmpty(keys[row]) && !place.TryAdd(keys[row]!, row))
            {
                duplicates.Add(row + 1);
            }
        }

        if (duplicates.Count > 0)
        {
            return NotJoined(
                side,
                FormattableString.Invariant($"{duplicates.Count} rows of the predictions with a duplicate key"),
                duplicates
            );
        }

        var test = new FileDataset(request.Test, request.TestGate);
        var columns = await rows.ReadColumnsAsync(test, cancel);
        var name = request.Model.Key!;
        if (columns.Value is null || !columns.Value.Contains(name))
        {
            return columns.Value is null
                ? Result.Failed<int[]>(columns.Problems)
                : NotJoined(side, $"the test set has no column '{name}'", []);
        }

        var (order, seen, unmatched, repeated) = (new List<int>(), new HashSet<int>(), new List<long>(), new List<long>());
        string? firstUnmatched = null;
        await foreach (var batch in rows.ReadAsync(test, [new BatchColumn(name, BatchType.Text)], cancel))
        {
            foreach (var key in ((string?[])batch.Columns[0]).AsSpan(0, batch.Rows))
            {
                var found = key is not null && place.TryGetValue(key, out var row) ? row : -1;
                order.Add(found);
                if (found < 0)
                {
                    unmatched.Add(order.Count);
                    firstUnmatched ??= key;
                }
                else if (!seen.Add(found))
                {
                    repeated.Add(order.Count);
                }
            }
        }

        return unmatched.Count > 0
                ? NotJoined(
                    side,
                    FormattableString.Invariant($"{unmatched.Count} rows of the test set without a prediction"),
                    unmatched,
                    OtherSpelling(firstUnmatched, place.Keys)
                )
            : repeated.Count > 0
                ? NotJoined(side, FormattableString.Invariant($"{repeated.Count} rows of the test set with a duplicate key"), repeated)
            : order.ToArray();
    }

    // Keys are compared as texts: 1 and 1.0 are two.
    private static string? OtherSpelling(string? key, IEnumerable<string> keys)
    {
        var plain = key?.Trim();
        var number = plain is null ? null : LabelSpelling.Number(plain);
        return
            plain is not null
            && keys.Any(other =>
                string.Equals(other.Trim(), plain, StringComparison.OrdinalIgnoreCase)
                || (number is not null && LabelSpelling.Number(other.Trim()) == number)
            )
            ? "Write the keys of both files in the same format: they are compared as text, so 1 and 1.0, 7 and 007, or a and A are "
                + "different keys"
            : null;
    }

    private static Finding NotJoined(ComparedModel side, string found, List<long> rows, string? fix = null) =>
        side.Finding(
            new Refusal(
                Diagnostics.PredictionsNotJoined,
                found,
                "one prediction per row of the test set, joined by a unique key",
                fix ?? "Write the predictions again for this test set"
            ),
            [.. rows.Take(MostRowNumbers)]
        );
}
