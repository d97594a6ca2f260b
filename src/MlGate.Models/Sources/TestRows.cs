using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;
using MlGate.Predictions;
using MlGate.Runs;

namespace MlGate.Models.Sources;

/// <summary>What the test set itself says of each row: key, label, weight, group, and the columns that segments are made of.</summary>
internal sealed record TestRows
{
    private const int MostRowNumbers = 10;

    public required IReadOnlyList<UInt128> Keys { get; init; }

    /// <summary>Per row the label's index in <see cref="LabelTexts"/>, or −1 where it is missing; empty for regression.</summary>
    public required int[] LabelCodes { get; init; }

    /// <summary>The distinct labels, in ordinal order.</summary>
    public required IReadOnlyList<string> LabelTexts { get; init; }

    /// <summary>Per row the label itself, for regression; NaN where it is missing.</summary>
    public required double[] LabelNumbers { get; init; }

    public double[]? Weights { get; init; }

    public int[]? Groups { get; init; }

    /// <summary>The further columns that the checks of the model read, by name.</summary>
    public required IReadOnlyDictionary<string, RowValues> Columns { get; init; }

    public int Rows => Keys.Count;

    /// <summary>Reads them.</summary>
    public static async Task<Result<TestRows>> ReadAsync(IRowBatches rows, PredictionRequest request, CancellationToken cancel)
    {
        var test = new FileDataset(request.Test, request.TestGate);
        var side = new ComparedModel(ComparedModel.CandidateName, request.Model, request.Candidate);
        var columns = await rows.ReadColumnsAsync(test, cancel);
        if (columns.Value is null)
        {
            return Result.Failed<TestRows>(columns.Problems);
        }

        var regression = !request.Model.Task.HasClasses;
        var wanted = new List<BatchColumn> { new(request.Model.Label, regression ? BatchType.Double : BatchType.Text) };
        var weight = request.TestGate.Columns.FirstOrDefault(column => column.Role == ColumnRole.Weight)?.Name;
        var group = request.TestGate.Columns.FirstOrDefault(column => column.Role == ColumnRole.Group)?.Name;
        wanted.AddRange(weight is null ? [] : [new BatchColumn(weight, BatchType.Double)]);
        wanted.AddRange(group is null ? [] : [new BatchColumn(group, BatchType.Text)]);
        var (further, firstFurther) = (request.Model.RowColumns, wanted.Count);
        wanted.AddRange(further.Select(name => new BatchColumn(name, BatchType.Text)));
        if (wanted.FirstOrDefault(column => !columns.Value.Contains(column.Name)) is { } missing)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.ColumnMissing,
                    $"the test set has no column '{missing.Name}'",
                    "a test set with label, weight, group and the columns of segments",
                    Spelling.FixFor(missing.Name, columns.Value) ?? "Correct the column's name, or add it"
                )
            );
        }

        var (codes, groups) = (new TextCodes(), new TextCodes());
        TextCodes[] values = [.. further.Select(_ => new TextCodes())];
        var (numbers, weights) = (new List<double>(), new List<double>());
        await foreach (var batch in rows.ReadAsync(test, wanted, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (regression)
            {
                numbers.AddRange(((double[])batch.Columns[0]).AsSpan(0, batch.Rows));
            }
            else
            {
                codes.Add((string?[])batch.Columns[0], batch.Rows);
            }

            if (weight is not null)
            {
                weights.AddRange(((double[])batch.Columns[1]).AsSpan(0, batch.Rows));
            }

            if (group is not null)
            {
                groups.Add((string?[])batch.Columns[firstFurther - 1], batch.Rows);
            }

            foreach (var (index, column) in values.Index())
            {
                column.Add((string?[])batch.Columns[firstFurther + index], batch.Rows);
            }
        }

        var badWeights = RowsWhere(weights, value => !(value > 0 && double.IsFinite(value)));
        if (badWeights.Count > 0)
        {
            return side.Finding(
                new Refusal(
                    Diagnostics.OutsideRange,
                    $"the weight '{weight}' is missing, zero or negative in some rows",
                    "weights above 0",
                    "Correct these rows' weights"
                ),
                badWeights
            );
        }

        var (texts, ordinals) = codes.Ordinal();
        return new TestRows
        {
            Keys = await rows.ReadRowKeysAsync(test, cancel),
            LabelCodes = ordinals,
            LabelTexts = texts,
            LabelNumbers = [.. numbers],
            Weights = weight is null ? null : [.. weights],
            Groups = group is null ? null : groups.OrdinalWithSingles(),
            Columns = further
                .Zip(values, (name, column) => (name, Values: column.Ordinal()))
                .ToDictionary(
                    column => column.name,
                    column => new RowValues(column.Values.Texts, column.Values.Codes),
                    StringComparer.Ordinal
                ),
        };
    }

    /// <summary>Numbers of the first rows, from 1, whose value fulfils a condition.</summary>
    public static IReadOnlyList<long> RowsWhere<T>(IReadOnlyList<T> values, Func<T, bool> condition)
    {
        var rows = new List<long>();
        for (var row = 0; row < values.Count && rows.Count < MostRowNumbers; row++)
        {
            if (condition(values[row]))
            {
                rows.Add(row + 1);
            }
        }

        return rows;
    }
}
