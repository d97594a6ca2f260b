using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Test sets with little information, drawn from known truths. With a damage of 0 the two models are exchangeable.</summary>
internal static class ScarceData
{
    /// <summary>
    /// Two nearly equal classifiers: a share <paramref name="damage"/> of the candidate's rows gets the score of another row.
    /// </summary>
    public static PredictionSet NearlyEqual(int rows, int seed, double damage) => Binary(rows, seed, 0.27, 0.08, damage);

    /// <summary>Two classifiers with noise of their own, over a rare positive class.</summary>
    public static PredictionSet RarePositives(int rows, int seed, double damage, double share) => Binary(rows, seed, share, 0.5, damage);

    /// <summary>Two classifiers over three usual classes and a rare one.</summary>
    public static PredictionSet RareClass(int rows, int seed, double damage, double share)
    {
        const int Classes = 4;
        var random = new Random(seed);
        var (labels, old, now) = (new double[rows], new double[rows * Classes], new double[rows * Classes]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = random.NextDouble() < share ? 3 : random.Next(3);
            var signal = Enumerable.Range(0, Classes).Select(of => ((int)labels[row] == of ? 1.8 : 0) + Simulated.Normal(random)).ToArray();
            Softmax(signal, random, old.AsSpan(row * Classes, Classes));
            var other =
                random.NextDouble() < damage ? Enumerable.Range(0, Classes).Select(_ => Simulated.Normal(random)).ToArray() : signal;
            Softmax(other, random, now.AsSpan(row * Classes, Classes));
        }

        return Set(random, labels, now, old, ["a", "b", "c", "d"], Classes);
    }

    /// <summary>Two regressions, or classifiers, whose errors share a part within each group.</summary>
    public static PredictionSet Groups(int groups, int rowsPerGroup, int seed, double damage)
    {
        var random = new Random(seed);
        var rows = groups * rowsPerGroup;
        var (labels, old, now) = (new double[rows], new double[rows], new double[rows]);
        var (common, ofOld, ofNow) = (0.0, 0.0, 0.0);
        for (var row = 0; row < rows; row++)
        {
            if (row % rowsPerGroup == 0)
            {
                (common, ofOld, ofNow) = (Simulated.Normal(random), Simulated.Normal(random), Simulated.Normal(random));
            }

            labels[row] = 5 * Simulated.Normal(random);
            var shared = common + Simulated.Normal(random);
            old[row] = labels[row] + shared + (0.7 * ofOld) + Simulated.Normal(random);
            now[row] = labels[row] + ((1 + damage) * (shared + (0.7 * ofNow) + Simulated.Normal(random)));
        }

        return Set(random, labels, now, old, [], 1) with
        {
            Groups = [.. Enumerable.Range(0, rows).Select(row => row / rowsPerGroup)],
        };
    }

    /// <summary>Two classifiers over rows whose sampling weights are lognormal.</summary>
    public static PredictionSet Weighted(int rows, int seed, double damage, double spread)
    {
        var set = Binary(rows, seed, 0.4, 0.5, damage);
        var random = new Random(seed + 1_000_003);
        return set with { Weights = [.. Enumerable.Range(0, rows).Select(_ => Math.Exp(spread * Simulated.Normal(random)))] };
    }

    /// <summary>Two regressions with errors of Student's t.</summary>
    public static PredictionSet HeavyTails(int rows, int seed, double damage, int freedom)
    {
        var random = new Random(seed);
        var (labels, old, now) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = 3 * Simulated.Normal(random);
            var shared = Student(random, freedom);
            old[row] = labels[row] + shared + Student(random, freedom);
            now[row] = labels[row] + ((1 + damage) * (shared + Student(random, freedom)));
        }

        return Set(random, labels, now, old, [], 1);
    }

    /// <summary>Two regressions with normal errors.</summary>
    public static PredictionSet Numbers(int rows, int seed, double damage)
    {
        var random = new Random(seed);
        var (labels, old, now) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = 3 * Simulated.Normal(random);
            var shared = Simulated.Normal(random);
            old[row] = labels[row] + shared + Simulated.Normal(random);
            now[row] = labels[row] + ((1 + damage) * (shared + Simulated.Normal(random)));
        }

        return Set(random, labels, now, old, [], 1);
    }

    /// <summary>Two classifiers of middling quality.</summary>
    public static PredictionSet Binary(int rows, int seed, double share, double noise, double damage)
    {
        var random = new Random(seed);
        var (labels, old, now) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = random.NextDouble() < share ? 1 : 0;
            var offset = Math.Log(share / (1 - share));
            var signal = Simulated.Normal(random) + (labels[row] * 1.6);
            var other = random.NextDouble() < damage ? Simulated.Normal(random) + (random.NextDouble() < share ? 1.6 : 0) : signal;
            old[row] = Sigmoid((1.3 * (signal + (noise * Simulated.Normal(random)))) - 1.2 + offset);
            now[row] = Sigmoid((1.3 * (other + (noise * Simulated.Normal(random)))) - 1.2 + offset);
        }

        return Set(random, labels, now, old, ["No", "Yes"], 1);
    }

    private static PredictionSet Set(Random random, double[] labels, double[] now, double[] old, string[] classes, int columns) =>
        new()
        {
            Keys = [.. labels.Select(_ => new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()))],
            Classes = classes,
            Labels = labels,
            Candidate = new Scores(now, columns),
            Baseline = new Scores(old, columns),
        };

    private static double Student(Random random, int freedom) =>
        Simulated.Normal(random) / Math.Sqrt(Enumerable.Range(0, freedom).Sum(_ => Math.Pow(Simulated.Normal(random), 2)) / freedom);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void Softmax(double[] signal, Random random, Span<double> target)
    {
        var sum = 0.0;
        for (var of = 0; of < target.Length; of++)
        {
            target[of] = Math.Exp(signal[of] + (0.5 * Simulated.Normal(random)));
            sum += target[of];
        }

        for (var of = 0; of < target.Length; of++)
        {
            target[of] /= sum;
        }
    }
}
