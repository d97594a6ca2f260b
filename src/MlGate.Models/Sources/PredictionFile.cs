using MlGate.Findings;
using MlGate.Gates;
using MlGate.Gates.Reading;
using MlGate.Models.Preflight;
using MlGate.Predictions;

namespace MlGate.Models.Sources;

/// <summary>Predictions that someone else computed: a file with a key and a score per row, joined to the test set by the key.</summary>
internal static class PredictionFile
{
    /// <summary>The scores in the order of the test set's rows.</summary>
    public static Result<RawScores> Read(IRowBatches rows, PredictionRequest request, Side side, CancellationToken cancel)
    {
        var gate = request.Model;
        var columns = rows.Columns(side.Bytes.Files);
        if (columns.Value is null)
        {
            return Result.Failed<RawScores>(columns.Problems);
        }

        var (classes, scoreColumns) = Wanted(gate);
        string[] needed = gate.Key is null ? [.. scoreColumns] : [gate.Key, .. scoreColumns];
        if (needed.FirstOrDefault(name => !columns.Value.Contains(name)) is { } missing)
        {
            return side.Finding(new Refusal(
                Diagnostics.ScoreColumnsDiffer,
                $"the predictions have no column '{missing}'",
                "one of " + string.Join(", ", columns.Value.Take(20)),
                Spelling.FixFor(missing, [.. columns.Value]) ?? "Correct key or score in the gate file, or write the column")) with
            {
                Place = (missing == gate.Key ? gate.KeyPlace : gate.ScorePlace) ?? gate.Place,
            };
        }

        var (keys, values) = Load(rows, side, gate.Key, scoreColumns, cancel);
        var written = values.Count / scoreColumns.Count;
        var probabilities = gate.Task != ModelTask.Regression;
        if (gate.Key is null)
        {
            return new RawScores(written, scoreColumns.Count, [.. values], classes, probabilities);
        }

        var join = Join(rows, request, side, keys, cancel);
        if (join.Value is not { } order)
        {
            return Result.Failed<RawScores>(join.Problems);
        }

        var joined = new double[order.Length * scoreColumns.Count];
        for (var row = 0; row < order.Length; row++)
        {
            for (var column = 0; column < scoreColumns.Count; column++)
            {
                joined[(row * scoreColumns.Count) + column] = values[(order[row] * scoreColumns.Count) + column];
            }
        }

        return new RawScores(order.Length, scoreColumns.Count, joined, classes, probabilities);
    }

    private static (IReadOnlyList<string> Classes, IReadOnlyList<string> Columns) Wanted(ModelGate gate)
    {
        if (gate.Task == ModelTask.MulticlassClassification)
        {
            string[] classes = [.. gate.ScoreColumns.Keys.Order(StringComparer.Ordinal)];
            return (classes, [.. classes.Select(name => gate.ScoreColumns[name])]);
        }

        var positive = gate.Positive is not null ? gate.ScoreColumns.GetValueOrDefault(gate.Positive) : null;
        return ([], [positive ?? gate.ScoreColumns.Values.First()]);
    }

    private static (List<string?> Keys, List<double> Values) Load(IRowBatches rows, Side side, string? key, IReadOnlyList<string> scoreColumns, CancellationToken cancel)
    {
        var wanted = scoreColumns.Select(name => new BatchColumn(name, BatchType.Double)).ToList();
        if (key is not null)
        {
            wanted.Add(new BatchColumn(key, BatchType.Text));
        }

        var (keys, values) = (new List<string?>(), new List<double>());
        foreach (var batch in rows.Read(side.Bytes.Files, wanted, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            for (var row = 0; row < batch.Rows; row++)
            {
                for (var column = 0; column < scoreColumns.Count; column++)
                {
                    values.Add(((double[])batch.Columns[column])[row]);
                }
            }

            if (key is not null)
            {
                keys.AddRange(((string?[])batch.Columns[^1]).AsSpan(0, batch.Rows));
            }
        }

        return (keys, values);
    }

    // Per row of the test set the row of the predictions. Predictions for other rows are nobody's business.
    private static Result<int[]> Join(IRowBatches rows, PredictionRequest request, Side side, List<string?> keys, CancellationToken cancel)
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
            return NotJoined(side, FormattableString.Invariant($"{duplicates.Count} rows of the predictions repeat a key"), duplicates);
        }

        var columns = rows.Columns(request.Test.Files);
        var name = request.Model.Key!;
        if (columns.Value is null || !columns.Value.Contains(name))
        {
            return columns.Value is null ? Result.Failed<int[]>(columns.Problems) : NotJoined(side, $"the test set has no column '{name}'", []);
        }

        var (order, seen, unmatched, repeated) = (new List<int>(), new HashSet<int>(), new List<long>(), new List<long>());
        var test = rows.With(MissingMarks.From(request.TestGate), ofNumbersOnly: false);
        foreach (var batch in test.Read(request.Test.Files, [new BatchColumn(name, BatchType.Text)], cancel))
        {
            foreach (var key in ((string?[])batch.Columns[0]).AsSpan(0, batch.Rows))
            {
                var found = key is not null && place.TryGetValue(key, out var row) ? row : -1;
                order.Add(found);
                if (found < 0)
                {
                    unmatched.Add(order.Count);
                }
                else if (!seen.Add(found))
                {
                    repeated.Add(order.Count);
                }
            }
        }

        return unmatched.Count > 0 ? NotJoined(side, FormattableString.Invariant($"{unmatched.Count} rows of the test set have no prediction"), unmatched)
            : repeated.Count > 0 ? NotJoined(side, FormattableString.Invariant($"{repeated.Count} rows of the test set repeat a key"), repeated)
            : order.ToArray();
    }

    private static Finding NotJoined(Side side, string found, List<long> rows) => side.Finding(
        new Refusal(Diagnostics.PredictionsNotJoined, found, "one prediction per row of the test set, joined by a unique key", "Write the predictions again over this test set"), [.. rows.Take(10)]);
}
