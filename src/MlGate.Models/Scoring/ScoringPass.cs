using System.Runtime.CompilerServices;
using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>One reading of the test set, scored by all models side by side.</summary>
internal sealed class ScoringPass(
    ScoringRequest request,
    IReadOnlyDictionary<string, IScoredModel> models,
    IReadOnlyDictionary<string, ScoringProblem> problems
)
{
    private readonly List<(string Name, IScoredModel Model, int First)> placed = Place(request, models);
    private readonly Dictionary<string, ScoringProblem> failed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScoringDifference> differences = new(StringComparer.Ordinal);

    private int Stride => placed.Sum(model => model.Model.Header.Width);

    /// <summary>Why the test set cannot be scored by any model.</summary>
    public static ScoringProblem DataProblem(string found) =>
        new(Diagnostics.DataNotReadable.Code, "the test set cannot be read: " + found, "a readable test set", "Check the test set's file");

    /// <summary>Writes the answer; or says which models failed, and leaves an incomplete answer.</summary>
    public async Task<IReadOnlyDictionary<string, ScoringProblem>> RunAsync(IRowBatches rows, IDataset test, CancellationToken cancel)
    {
        if (placed.Count == 0)
        {
            using var empty = new ScoreWriter(request.Output, Header());
            empty.Complete(0);
            return failed;
        }

        InputField[] fields = [.. placed.SelectMany(model => model.Model.Fields).Distinct()];

        // A model without inputs still answers once per row: any column counts them.
        var chunk = new RowChunk(
            fields,
            fields.Length > 0 ? "" : (await rows.ReadColumnsAsync(test, cancel)).Value![0],
            request.IsDelimited
        );
        var matrix = new double[chunk.Capacity * Stride];
        ScoreWriter? writer = null;
        try
        {
            long total = 0;
            await foreach (var filled in ChunksAsync(rows, test, chunk, cancel))
            {
                Score(filled, matrix, first: total == 0);
                if (failed.Count > 0)
                {
                    return failed;
                }

                writer ??= NewWriter();
                writer.Append(matrix.AsSpan(0, filled.Rows * Stride));
                total += filled.Rows;
            }

            foreach (var (name, model, _) in placed)
            {
                if (total > 0 && FieldProblems.For(model.Fields, chunk) is { } problem)
                {
                    failed[name] = problem;
                }
            }

            if (failed.Count == 0)
            {
                writer ??= NewWriter();
                writer.Complete(total, Header(chunk));
            }
        }
        finally
        {
            writer?.Dispose();
        }

        return failed;
    }

    private async IAsyncEnumerable<RowChunk> ChunksAsync(
        IRowBatches rows,
        IDataset test,
        RowChunk chunk,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (
            var batch in request.AllowQuoting
                ? rows.ReadAsync(test, chunk.Columns, cancel)
                : rows.ReadWithQuotesAsync(test, chunk.Columns, cancel)
        )
        {
            for (var from = 0; from < batch.Rows; )
            {
                from += chunk.Take(batch, from);
                if (chunk.Rows == chunk.Capacity)
                {
                    yield return chunk;
                    chunk.Clear();
                }
            }
        }

        if (chunk.Rows > 0)
        {
            yield return chunk;
        }
    }

    private static List<(string Name, IScoredModel Model, int First)> Place(
        ScoringRequest request,
        IReadOnlyDictionary<string, IScoredModel> models
    )
    {
        var placed = new List<(string Name, IScoredModel Model, int First)>();
        var first = 0;
        foreach (var requested in request.Models)
        {
            if (models.TryGetValue(requested.Name, out var model))
            {
                placed.Add((requested.Name, model, first));
                first += model.Header.Width;
            }
        }

        return placed;
    }

    private ScoreWriter NewWriter() => new(request.Output, Header(), placed.Sum(model => FieldProblems.RoomFor(model.Model.Fields)));

    private ScoreHeader Header(RowChunk? read = null) =>
        new()
        {
            Schema = ScoreHeader.CurrentSchema,
            Models =
            [
                .. request.Models.Select(requested =>
                    models.TryGetValue(requested.Name, out var model)
                        ? model.Header with
                        {
                            Difference = differences.GetValueOrDefault(requested.Name),
                            Fields = read is null ? [] : FieldProblems.Counts(model.Fields, read),
                        }
                        : new ScoredModel
                        {
                            Name = requested.Name,
                            Columns = 0,
                            Problem = problems[requested.Name],
                        }
                ),
            ],
        };

    private void Score(RowChunk chunk, double[] matrix, bool first)
    {
        foreach (var (name, model, column) in placed)
        {
            try
            {
                var answered = model.Score(chunk, matrix, Stride, column);
                if (answered != chunk.Rows)
                {
                    failed[name] = new(
                        Diagnostics.ScoreRowsDiffer.Code,
                        FormattableString.Invariant($"scores for {answered} of {chunk.Rows} rows"),
                        "one score per row",
                        "Train without transforms that drop rows"
                    );
                }
                else if (
                    first
                    && request.RowsScoredTwice > 0
                    && Difference(model, chunk.Head(request.RowsScoredTwice), matrix, column) is { } difference
                )
                {
                    differences[name] = difference;
                }
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                // Not the exception's text: it may hold values of the data.
                failed[name] = new(
                    Diagnostics.ModelNotLoadable.Code,
                    $"the model fails during scoring ({(problem.InnerException ?? problem).GetType().Name})",
                    "a model that scores the test set's rows",
                    "Train or save the model again"
                );
            }
        }
    }

    private ScoringDifference? Difference(IScoredModel model, RowChunk head, double[] matrix, int column)
    {
        var (columns, scores) = (model.Header.Width, model.Header.Columns);
        var again = new double[head.Rows * columns];
        model.Score(head, again, columns, 0);
        var (count, largest) = (0, 0.0);
        for (var row = 0; row < head.Rows; row++)
        {
            var one = matrix.AsSpan((row * Stride) + column, columns);
            var two = again.AsSpan(row * columns, columns);
            if (!one.SequenceEqual(two))
            {
                count++;
                for (var index = 0; index < scores; index++)
                {
                    largest = Math.Max(largest, Math.Abs(one[index] - two[index]));
                }
            }
        }

        return count == 0 ? null : new ScoringDifference(count, head.Rows, double.IsFinite(largest) ? largest : double.MaxValue);
    }
}
