using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Made-up predictions of two models over the same rows.</summary>
internal static class Simulated
{
    /// <summary>Binary labels; both models see the same signal, each with noise of its own. Higher noise is a worse model.</summary>
    public static PredictionSet Binary(int rows, int seed, double share = 0.27, double baselineNoise = 0.5, double candidateNoise = 0.5)
    {
        var random = new Random(seed);
        var (labels, old, now, keys) = (new double[rows], new double[rows], new double[rows], new UInt128[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = random.NextDouble() < share ? 1 : 0;
            var signal = (labels[row] * 1.4) - 1.2 + Normal(random);
            old[row] = Sigmoid(signal + (baselineNoise * Normal(random)));
            now[row] = Sigmoid(signal + (candidateNoise * Normal(random)));
            keys[row] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
        }

        return new PredictionSet
        {
            Keys = keys,
            Classes = ["No", "Yes"],
            Labels = labels,
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
    }

    /// <summary>Several classes.</summary>
    public static PredictionSet Multiclass(int rows, int seed, int classes = 4)
    {
        var random = new Random(seed);
        var (labels, old, now, keys) = (new double[rows], new double[rows * classes], new double[rows * classes], new UInt128[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = random.Next(classes);
            var signal = Enumerable.Range(0, classes).Select(of => ((int)labels[row] == of ? 1.5 : 0) + Normal(random)).ToArray();
            Softmax(signal, random, old.AsSpan(row * classes, classes));
            Softmax(signal, random, now.AsSpan(row * classes, classes));
            keys[row] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
        }

        return new PredictionSet
        {
            Keys = keys,
            Classes = [.. Enumerable.Range(0, classes).Select(of => $"c{of}")],
            Labels = labels,
            Candidate = new Scores(now, classes),
            Baseline = new Scores(old, classes),
        };
    }

    /// <summary>Numbers.</summary>
    public static PredictionSet Regression(int rows, int seed, double baselineNoise = 1, double candidateNoise = 1)
    {
        var random = new Random(seed);
        var (labels, old, now, keys) = (new double[rows], new double[rows], new double[rows], new UInt128[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = 20 + (5 * Normal(random));
            var shared = Normal(random);
            old[row] = labels[row] + (2 * shared) + (baselineNoise * Normal(random));
            now[row] = labels[row] + (2 * shared) + (candidateNoise * Normal(random));
            keys[row] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
        }

        return new PredictionSet
        {
            Keys = keys,
            Classes = [],
            Labels = labels,
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
    }

    /// <summary>The same rows in another order.</summary>
    public static PredictionSet Shuffled(PredictionSet set, int seed)
    {
        var order = Enumerable.Range(0, set.Rows).ToArray();
        new Random(seed).Shuffle(order);
        return set with
        {
            Keys = [.. order.Select(row => set.Keys[row])],
            Labels = [.. order.Select(row => set.Labels[row])],
            Weights = set.Weights is null ? null : [.. order.Select(row => set.Weights[row])],
            Groups = set.Groups is null ? null : [.. order.Select(row => 1000 - set.Groups[row])],
            Candidate = Take(set.Candidate, order),
            Baseline = set.Baseline is null ? null : Take(set.Baseline, order),
        };
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Scores Take(Scores scores, int[] order) =>
        scores with
        {
            Values = [.. order.SelectMany(row => scores.Values.Skip(row * scores.Columns).Take(scores.Columns))],
        };

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void Softmax(double[] signal, Random random, Span<double> target)
    {
        var sum = 0.0;
        for (var of = 0; of < target.Length; of++)
        {
            target[of] = Math.Exp(signal[of] + (0.5 * Normal(random)));
            sum += target[of];
        }

        for (var of = 0; of < target.Length; of++)
        {
            target[of] /= sum;
        }
    }
}
