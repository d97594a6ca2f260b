using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Models.Sources;
using MlGate.Runs;

namespace MlGate.Models.Formats.PredictionFiles;

/// <summary>
/// Predictions that someone else computed: a file with a key and scores, margins or decisions per row, joined to the test set by the key.
/// </summary>
internal sealed class PredictionFileFormat : IPredictionsFormat
{
    public ModelFormat Format => ModelFormats.Predictions;

    public async Task<Result<RawScores>> ReadAsync(
        IRowBatches rows,
        PredictionRequest request,
        ComparedModel side,
        CancellationToken cancel
    )
    {
        var gate = request.Model;
        var columns = await rows.ReadColumnsAsync(side.Dataset, cancel);
        if (columns.Value is null)
        {
            return Result.Failed<RawScores>(columns.Problems);
        }

        var (classes, numbers) = Numbers(gate);
        string[] texts = [.. new[] { gate.Decision, gate.Key }.OfType<string>()];
        if (numbers.Concat(texts).FirstOrDefault(name => !columns.Value.Contains(name)) is { } missing)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.ScoreColumnsDiffer,
                    $"the predictions have no column '{missing}'",
                    "one of " + string.Join(", ", columns.Value.Take(20)),
                    Spelling.FixFor(missing, [.. columns.Value])
                        ?? "Correct key, score, margin or decision in the gate file, or write the column"
                )
            ) with
            {
                Place = (missing == gate.Key ? gate.KeyPlace : gate.ScorePlace) ?? gate.Place,
            };
        }

        BatchColumn[] wanted =
        [
            .. numbers.Select(name => new BatchColumn(name, BatchType.Double)),
            .. texts.Select(name => new BatchColumn(name, BatchType.Text)),
        ];
        var (values, words) = await LoadAsync(rows, side, wanted, numbers.Length, cancel);
        var written = texts.Length > 0 ? words[0].Count : values.Count / numbers.Length;
        int[] order = [.. Enumerable.Range(0, written)];
        if (gate.Key is not null)
        {
            var join = await PredictionJoin.JoinAsync(rows, request, side, words[^1], cancel);
            if (join.Value is null)
            {
                return Result.Failed<RawScores>(join.Problems);
            }

            order = join.Value;
        }

        return Build(gate, classes, order, numbers.Length, values, gate.Decision is null ? null : words[0]);
    }

    // The score columns, and the margin's at the end.
    private static (IReadOnlyList<string> Classes, string[] Columns) Numbers(ModelGate gate)
    {
        string[] margin = gate.Margin is null ? [] : [gate.Margin];
        if (gate.ScoreColumns.Count == 0)
        {
            return ([], margin);
        }

        if (gate.Task.HasScorePerClass)
        {
            string[] classes = [.. gate.ScoreColumns.Keys.Order(StringComparer.Ordinal)];
            return (classes, [.. classes.Select(name => gate.ScoreColumns[name])]);
        }

        var positive = gate.Positive is not null ? gate.ScoreColumns.GetValueOrDefault(gate.Positive) : null;
        return ([], [positive ?? gate.ScoreColumns.Values.First(), .. margin]);
    }

    private static async Task<(List<double> Values, List<string?>[] Words)> LoadAsync(
        IRowBatches rows,
        ComparedModel side,
        BatchColumn[] wanted,
        int numbers,
        CancellationToken cancel
    )
    {
        var values = new List<double>();
        List<string?>[] words = [.. wanted.Skip(numbers).Select(_ => new List<string?>())];
        await foreach (var batch in rows.ReadAsync(side.Dataset, wanted, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            for (var row = 0; row < batch.Rows; row++)
            {
                for (var column = 0; column < numbers; column++)
                {
                    values.Add(((double[])batch.Columns[column])[row]);
                }
            }

            for (var column = 0; column < words.Length; column++)
            {
                words[column].AddRange(((string?[])batch.Columns[numbers + column]).AsSpan(0, batch.Rows));
            }
        }

        return (values, words);
    }

    private static RawScores Build(
        ModelGate gate,
        IReadOnlyList<string> classes,
        int[] order,
        int stride,
        List<double> values,
        List<string?>? decisions
    )
    {
        var isMarginOnly = gate.ScoreColumns.Count == 0 && gate.Margin is not null;
        var columns = gate.Margin is null || isMarginOnly ? stride : stride - 1;
        var scores = new double[order.Length * columns];
        for (var row = 0; row < order.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                scores[(row * columns) + column] = values[(order[row] * stride) + column];
            }
        }

        return new RawScores(order.Length, columns, scores, classes, gate.Task.HasClasses && !isMarginOnly)
        {
            // Margins decide by their sign.
            Decisions =
                gate.Margin is null || decisions is not null
                    ? null
                    :
                    [
                        .. order
                            .Select(row => values[(row * stride) + stride - 1])
                            .Select(margin => double.IsFinite(margin) ? (margin >= 0 ? 1 : 0) : double.NaN),
                    ],
            DecisionTexts = decisions is null ? null : [.. order.Select(row => decisions[row])],
        };
    }
}
