using MlGate.Profiles;

namespace MlGate.Plots;

/// <summary>
/// A histogram of numbers over edges that are multiples of 1, 2 or 5 times a power of ten: they span the pooled values but for the outer 1
/// % on each side,
/// which lie in two open bins. So no edge is a value of a cell, and one far value does not flatten all others.
/// </summary>
internal static class NumberBins
{
    private const int Wanted = 24;
    private const double Tail = 0.01;

    // Beyond, neighbouring edges could be the same number.
    private const double MostSteps = 1e15;

    /// <summary>The bins, ascending; null where the values are too far apart or too near to each other for edges.</summary>
    public static IReadOnlyList<DistributionBin>? Create(PairedDistribution pair)
    {
        var (low, high) = (Quantile(pair, Tail), Quantile(pair, 1 - Tail));
        var whole = pair.Values.All(double.IsInteger);
        var span =
            high > low ? high - low
            : low != 0 ? Math.Abs(low)
            : 1;
        if (!double.IsFinite(span))
        {
            return null;
        }

        var step = Step(span / Wanted, whole);
        if (!double.IsFinite(step.Size) || step.Size <= 0 || Math.Max(Math.Abs(low), Math.Abs(high)) / step.Size > MostSteps)
        {
            return null;
        }

        var (first, last) = ((long)Math.Floor(low / step.Size), (long)Math.Floor(high / step.Size) + 1);
        double[] edges = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(at => step.At(first + at))];
        var (baseline, candidate) = (new long[edges.Length + 1], new long[edges.Length + 1]);
        for (var point = 0; point < pair.Values.Count; point++)
        {
            var found = Array.BinarySearch(edges, pair.Values[point]);
            var bin = found >= 0 ? found + 1 : ~found;
            baseline[bin] += pair.Baseline[point];
            candidate[bin] += pair.Candidate[point];
        }

        return
        [
            .. Enumerable
                .Range(0, edges.Length + 1)
                .Select(bin => new DistributionBin
                {
                    Kind = BinKind.Range,
                    From = bin == 0 ? null : edges[bin - 1],
                    To = bin == edges.Length ? null : edges[bin],
                    Baseline = baseline[bin],
                    Candidate = candidate[bin],
                })
                .Where(bin => (bin.From is not null && bin.To is not null) || bin.Baseline + bin.Candidate > 0),
        ];
    }

    private static double Quantile(PairedDistribution pair, double share)
    {
        var wanted = share * (pair.Baseline.Sum() + pair.Candidate.Sum());
        var (at, sum) = (0, pair.Baseline[0] + pair.Candidate[0]);
        while (sum < wanted && at + 1 < pair.Values.Count)
        {
            at++;
            sum += pair.Baseline[at] + pair.Candidate[at];
        }

        return pair.Values[at];
    }

    private static RoundStep Step(double least, bool whole)
    {
        var power = (int)Math.Floor(Math.Log10(least));
        var digit = (least / Math.Pow(10, power)) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        };
        return whole && Math.Pow(10, power) * digit < 1 ? new RoundStep(1, 0) : new RoundStep(digit, power);
    }

    // Divided rather than multiplied by 0.1: what is written is the decimal number that a person would write.
    private readonly record struct RoundStep(int Digit, int Power)
    {
        public double Size => At(1);

        public double At(long times) =>
            Power < 0 ? (double)times * Digit / Math.Pow(10, -Power) : (double)times * Digit * Math.Pow(10, Power);
    }
}
