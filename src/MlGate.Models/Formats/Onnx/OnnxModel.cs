using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using MlGate.Gates;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.Onnx;

/// <summary>A loaded ONNX model, bound to the columns of a test set.</summary>
internal sealed class OnnxModel(InferenceSession session, IReadOnlyList<OnnxInput> inputs, OnnxOutput output) : IScoredModel
{
    private readonly string[] wanted = output.Decision is { } decision ? [output.Scores, decision] : [output.Scores];

    public IReadOnlyList<InputField> Fields => [.. inputs.SelectMany(input => input.Fields)];

    public ScoredModel Header => output.Header;

    public int Score(RowChunk chunk, double[] matrix, int stride, int first)
    {
        // A model that was exported for one row is asked row by row.
        var batch = inputs.Any(input => input.Value.Shape![0] == 1) ? 1 : chunk.Rows;
        for (var from = 0; from < chunk.Rows; from += Math.Max(1, batch))
        {
            var count = Math.Min(batch, chunk.Rows - from);
            using var answers = session.Run([.. inputs.Select(input => Fill(input, chunk, from, count))], wanted);
            ReadScores(answers[0], count, matrix.AsSpan((from * stride) + first), stride);
            if (output.Decision is not null)
            {
                ReadDecisions(answers[1], count, matrix.AsSpan((from * stride) + first + output.Header.Columns), stride);
            }
        }

        return chunk.Rows;
    }

    private static NamedOnnxValue Fill(OnnxInput input, RowChunk chunk, int from, int count)
    {
        var values = input.Fields.Select(field => chunk[field].Values).ToArray();
        return input.Value.ElementType switch
        {
            1 => Tensor<float>(input, values, from, count),
            6 => Tensor<int>(input, values, from, count),
            7 => Tensor<long>(input, values, from, count),
            8 => Texts(input, values, from, count),
            9 => Tensor<bool>(input, values, from, count),
            _ => Tensor<double>(input, values, from, count),
        };
    }

    private static NamedOnnxValue Tensor<T>(OnnxInput input, Array[] values, int from, int count)
    {
        Func<int, T>[] at = [.. values.Select(FieldValues.At<T>)];
        return Tensor(input, count, at.Length, (row, slot) => at[slot](from + row));
    }

    // A missing text is an empty one: ONNX has no other.
    private static NamedOnnxValue Texts(OnnxInput input, Array[] values, int from, int count) =>
        Tensor(input, count, values.Length, (row, slot) => ((string?[])values[slot])[from + row] ?? "");

    private static NamedOnnxValue Tensor<T>(OnnxInput input, int count, int width, Func<int, int, T> at)
    {
        var data = new T[count * width];
        for (var row = 0; row < count; row++)
        {
            for (var slot = 0; slot < width; slot++)
            {
                data[(row * width) + slot] = at(row, slot);
            }
        }

        int[] shape = input.Value.Shape!.Count == 1 ? [count] : [count, width];
        return NamedOnnxValue.CreateFromTensor(input.Value.Name, new DenseTensor<T>(data, shape));
    }

    private void ReadScores(DisposableNamedOnnxValue answer, int count, Span<double> target, int stride)
    {
        if (answer.ValueType == OnnxValueType.ONNX_TYPE_SEQUENCE)
        {
            var row = 0;
            foreach (var map in answer.AsEnumerable<NamedOnnxValue>())
            {
                Place(Scores(map), target.Slice(row++ * stride, output.Header.Columns));
            }

            return;
        }

        var (values, width) = Numbers(answer, count);
        for (var row = 0; row < count; row++)
        {
            Place(values.AsSpan(row * width, width), target.Slice(row * stride, output.Header.Columns));
        }
    }

    // The scores of one row in the order of the classes.
    private double[] Scores(NamedOnnxValue map)
    {
        var scores = new double[output.Classes.Count];
        scores.AsSpan().Fill(double.NaN);
        IEnumerable<(string Class, double Score)> pairs = map.Value switch
        {
            IDictionary<string, float> texts => texts.Select(pair => (pair.Key, (double)pair.Value)),
            IDictionary<long, float> numbers => numbers.Select(pair =>
                (pair.Key.ToString(CultureInfo.InvariantCulture), (double)pair.Value)
            ),
            _ => throw new InvalidOperationException("scores of an unknown kind"),
        };
        foreach (var (of, score) in pairs)
        {
            if (output.IndexOf(of) is >= 0 and var index)
            {
                scores[index] = score;
            }
        }

        return scores;
    }

    private void Place(ReadOnlySpan<double> scores, Span<double> target)
    {
        if (target.Length == 1)
        {
            target[0] = scores.Length switch
            {
                // One score is that of the second class.
                1 when output.Positive == 1 => scores[0],
                1 => output.Header.Calibrated ? 1 - scores[0] : -scores[0],
                2 => scores[output.Positive],
                _ => throw new InvalidOperationException("more than two scores of a binary classification"),
            };
        }
        else if (scores.Length == target.Length)
        {
            scores.CopyTo(target);
        }
        else
        {
            throw new InvalidOperationException("another number of scores than of classes");
        }
    }

    private static (double[] Values, int Width) Numbers(DisposableNamedOnnxValue answer, int count)
    {
        double[] values = answer.Value switch
        {
            Tensor<float> singles => [.. singles.Select(value => (double)value)],
            Tensor<double> doubles => [.. doubles],
            _ => throw new InvalidOperationException("scores of an unknown kind"),
        };
        return count > 0 && values.Length % count == 0
            ? (values, values.Length / count)
            : throw new InvalidOperationException("another number of answers than of rows");
    }

    private void ReadDecisions(DisposableNamedOnnxValue answer, int count, Span<double> target, int stride)
    {
        string[] labels = answer.Value switch
        {
            Tensor<long> numbers => [.. numbers.Select(value => value.ToString(CultureInfo.InvariantCulture))],
            Tensor<int> numbers => [.. numbers.Select(value => value.ToString(CultureInfo.InvariantCulture))],
            Tensor<bool> truths => [.. truths.Select(value => value ? "1" : "0")],
            Tensor<string> texts => [.. texts],
            _ => throw new InvalidOperationException("decisions of an unknown kind"),
        };
        if (labels.Length != count)
        {
            throw new InvalidOperationException("another number of decisions than of rows");
        }

        for (var row = 0; row < count; row++)
        {
            var index =
                output.Classes.Count > 0 ? output.IndexOf(labels[row])
                : LabelSpelling.BooleanValue(labels[row]) is { } isPositive ? (isPositive ? 1 : 0)
                : throw new InvalidOperationException("decisions that are no known class");
            target[row * stride] =
                index < 0 ? double.NaN
                : output.Header.Columns == 1 ? (index == output.Positive ? 1 : 0)
                : index;
        }
    }
}
