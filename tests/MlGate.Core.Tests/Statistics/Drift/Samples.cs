using MlGate.Profiles;

namespace MlGate.Core.Tests.Statistics.Drift;

/// <summary>Pairs of samples for drift tests.</summary>
internal static class Samples
{
    /// <summary>The pair of two samples of numbers.</summary>
    public static PairedDistribution Pair(double[] baseline, double[] candidate)
    {
        var values = baseline.Concat(candidate).Distinct().Order().ToArray();
        return new PairedDistribution
        {
            Column = "x",
            Values = values,
            Baseline = Count(values, baseline),
            Candidate = Count(values, candidate),
            BaselineScale = Winsorised(baseline) is > 0 and var scale ? scale : Deviation(baseline),
        };
    }

    /// <summary>Standard deviation after winsorising at the 1st and 99th percentiles.</summary>
    public static double Winsorised(double[] sample)
    {
        double[] sorted = [.. sample.Order()];
        double Percentile(double share)
        {
            var rank = share * (sorted.Length - 1);
            var next = sorted[Math.Min((int)rank + 1, sorted.Length - 1)];
            return sorted[(int)rank] + ((rank - (int)rank) * (next - sorted[(int)rank]));
        }

        return Deviation([.. sample.Select(value => Math.Clamp(value, Percentile(0.01), Percentile(0.99)))]);
    }

    private static double Deviation(double[] sample)
    {
        var mean = sample.Average();
        return Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (sample.Length - 1));
    }

    /// <summary>The pair of two samples of categories.</summary>
    public static PairedDistribution Categories(long[] baseline, long[] candidate) =>
        new()
        {
            Column = "x",
            Values = [],
            Baseline = baseline,
            Candidate = candidate,
        };

    public static double[] Normal(Random random, int rows, double mean = 0) =>
        [.. Enumerable.Range(0, rows).Select(_ => mean + Normal(random))];

    public static double[] Integers(Random random, int rows, int most) =>
        [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(most))];

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

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

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
