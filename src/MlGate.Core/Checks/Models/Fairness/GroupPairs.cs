using MlGate.Estimation;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>
/// All pairs of groups, with bounds that hold together: the largest of the studentised differences is simulated, as for Tukey's range. No
/// largest difference is tested by itself: being the largest of several it is larger than zero by chance.
/// </summary>
internal sealed class GroupPairs
{
    // As if one row more had succeeded and one more had failed: a rate of 0 or 1 is not known exactly.
    private const double Agresti = 1;

    private readonly Inequality inequality;
    private readonly IReadOnlyList<GroupRate> rates;
    private readonly int threads;
    private double[,]? ofCandidate;
    private double[,]? ofBoth;

    /// <param name="inequality">How two rates are compared.</param>
    /// <param name="rates">The rates of all groups.</param>
    /// <param name="threads">Most threads; −1 for as many as there are.</param>
    public GroupPairs(Inequality inequality, IReadOnlyList<GroupRate> rates, int threads)
    {
        (this.inequality, this.rates, this.threads) = (inequality, rates, threads);
    }

    /// <summary>True if there are two groups to compare.</summary>
    public bool Any => rates.GroupBy(rate => rate.Rate).Any(same => same.Count() > 1);

    /// <summary>The inequalities of the candidate, the largest first.</summary>
    public IReadOnlyList<GroupPair> OfCandidate(double alpha)
    {
        var covariances = ofCandidate ??= Covariances(withBaseline: false);
        var pairs = Pairs(covariances, (one, other) => Slopes(one, other, ofChange: false)).ToList();
        var level = LevelOfEach(covariances, pairs, alpha);
        return
        [
            .. pairs
                .Select(pair => new GroupPair(
                    rates[pair.One],
                    rates[pair.Other],
                    inequality.Of(rates[pair.One].Candidate, rates[pair.Other].Candidate),
                    inequality.Interval(
                        rates[pair.One].Answer.Estimate!,
                        rates[pair.Other].Answer.Estimate!,
                        Correlation(covariances, pair.One, pair.Other),
                        level
                    )
                ))
                .OrderByDescending(pair => pair.Value),
        ];
    }

    /// <summary>The rises of the inequalities against the baseline, the largest first.</summary>
    public IReadOnlyList<GroupPair> OfChange(double alpha)
    {
        var covariances = ofBoth ??= Covariances(withBaseline: true);
        var pairs = Pairs(covariances, (one, other) => Slopes(one, other, ofChange: true)).ToList();
        var critical = Gaussian.Critical(LevelOfEach(covariances, pairs, alpha));
        return
        [
            .. pairs
                .Select(pair =>
                {
                    var (one, other) = (rates[pair.One], rates[pair.Other]);
                    if (one.IsUnchanged && other.IsUnchanged)
                    {
                        return new GroupPair(one, other, 0, new Bounds(0, 0));
                    }

                    var rise = inequality.Of(one.Candidate, other.Candidate) - inequality.Of(one.Baseline!.Value, other.Baseline!.Value);
                    return new GroupPair(one, other, rise, new Bounds(rise - (critical * pair.Error), rise + (critical * pair.Error)));
                })
                .OrderByDescending(pair => pair.Value),
        ];
    }

    private IEnumerable<Pair> Pairs(double[,] covariances, Func<int, int, (int At, double Slope)[]> slopes)
    {
        for (var one = 0; one < rates.Count; one++)
        {
            for (var other = 0; other < rates.Count; other++)
            {
                var isLarger =
                    rates[one].Candidate > rates[other].Candidate || (rates[one].Candidate == rates[other].Candidate && one < other);
                if (one != other && isLarger && rates[one].Rate == rates[other].Rate)
                {
                    var by = slopes(one, other);
                    yield return new Pair(one, other, by, Math.Sqrt(Math.Max(0, Variance(covariances, by))));
                }
            }
        }
    }

    // Candidate's rates stand first, then those of the baseline.
    private (int At, double Slope)[] Slopes(int one, int other, bool ofChange)
    {
        var now = inequality.Slopes(rates[one].Candidate, rates[other].Candidate);
        if (!ofChange)
        {
            return [(one, now.One), (other, now.Other)];
        }

        var before = inequality.Slopes(rates[one].Baseline!.Value, rates[other].Baseline!.Value);
        var count = rates.Count;
        return [(one, now.One), (other, now.Other), (count + one, -before.One), (count + other, -before.Other)];
    }

    // Either group of a pair may be the one with the larger rate in truth: both directions are simulated.
    private double LevelOfEach(double[,] covariances, List<Pair> pairs, double alpha)
    {
        var tested = pairs.Where(pair => pair.Error > 0).ToList();
        return tested.Count == 0
            ? alpha
            : LargestNormal
                .Simulate(
                    covariances,
                    values =>
                    {
                        var most = 0.0;
                        foreach (var pair in tested)
                        {
                            var value = 0.0;
                            foreach (var (at, slope) in pair.By)
                            {
                                value += slope * values[at];
                            }

                            most = Math.Max(most, Math.Abs(value) / pair.Error);
                        }

                        return most;
                    },
                    alpha,
                    Seeds.Largest,
                    threads
                )
                .LevelOfEach(alpha);
    }

    private static double Variance(double[,] covariances, (int At, double Slope)[] by) =>
        by.Sum(one => by.Sum(other => one.Slope * other.Slope * covariances[one.At, other.At]));

    private static double Correlation(double[,] covariances, int one, int other) =>
        covariances[one, one] > 0 && covariances[other, other] > 0
            ? Math.Clamp(covariances[one, other] / Math.Sqrt(covariances[one, one] * covariances[other, other]), -1, 1)
            : 0;

    private double[,] Covariances(bool withBaseline)
    {
        var influences = new UnitInfluences?[(withBaseline ? 2 : 1) * rates.Count];
        Parallel.For(0, influences.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
        {
            var (rate, rows) = (rates[at % rates.Count].Rate, rates[at % rates.Count].Answer.Rows);
            influences[at] = UnitInfluences.Of(rate, at < rates.Count ? rows.Candidate : rows.Baseline!, rows.Streams);
        });
        var covariances = new double[influences.Length, influences.Length];
        for (var one = 0; one < influences.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                // Groups have no row in common, but clusters may have rows in several groups.
                var mayShare = rates[0].Answer.Rows.IsClustered || rates[one % rates.Count].Group == rates[other % rates.Count].Group;
                var shared = mayShare && influences[one] is { } first && influences[other] is { } second ? first.CovarianceWith(second) : 0;
                covariances[one, other] = covariances[other, one] = shared;
            }

            covariances[one, one] = influences[one] is { } own
                ? own.Length * own.Length
                : Smallest(rates[one % rates.Count], ofBaseline: one >= rates.Count);
        }

        return covariances;
    }

    private static double Smallest(GroupRate rate, bool ofBaseline)
    {
        var count = rate.DenominatorOf(ofBaseline).Count + (2 * Agresti);
        var share = Agresti / count;
        return share * (1 - share) / count;
    }

    private sealed record Pair(int One, int Other, (int At, double Slope)[] By, double Error);
}
