using MlGate.Profiles;

namespace MlGate.Core.Tests.Statistics.Drift;

/// <summary>Pairs of samples for drift tests.</summary>
internal static class Samples
{
    /// <summary>The pair of two samples of numbers.</summary>
    public static ColumnPair Pair(double[] baseline, double[] candidate)
    {
        var values = baseline.Concat(candidate).Distinct().Order().ToArray();
        var mean = baseline.Average();
        return new ColumnPair
        {
            Column = "x",
            Values = values,
            Baseline = Count(values, baseline),
            Candidate = Count(values, candidate),
            BaselineStandardDeviation = Math.Sqrt(baseline.Sum(value => (value - mean) * (value - mean)) / (baseline.Length - 1)),
        };
    }

    /// <summary>The pair of two samples of categories.</summary>
    public static ColumnPair Categories(long[] baseline, long[] candidate) => new() { Column = "x", Values = [], Baseline = baseline, Candidate = candidate };

    public static double[] Normal(Random random, int rows, double mean = 0) => [.. Enumerable.Range(0, rows).Select(_ => mean + Normal(random))];

    public static double[] Integers(Random random, int rows, int most) => [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(most))];

    public static long[] Categories(Random random, int rows, double[] shares)
    {
        var counts = new long[shares.Length];
        for (var row = 0; row < rows; row++)
        {
            var (uniform, category) = (random.NextDouble(), 0);
            while (category < shares.Length - 1 && uniform >= shares[category])
            {
                uniform -= shares[category++];
            }

            counts[category]++;
        }

        return counts;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static long[] Count(double[] values, double[] sample)
    {
        var counts = new long[values.Length];
        foreach (var value in sample)
        {
            counts[Array.BinarySearch(values, value)]++;
        }

        return counts;
    }
}
