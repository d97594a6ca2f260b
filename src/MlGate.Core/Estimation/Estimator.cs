using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Chooses the method for each metric and question, and draws replicates only for those that have no closed form.</summary>
internal sealed class Estimator
{
    private const double MostUndefined = 0.05;

    // Above this an AUC's distribution leans on 1: the logit carries it.
    private const double NearOne = 0.95;

    // A variance below this share of its parts is rounding, and so is one below this over the rows of a class.
    private const double Negligible = 1e-14;
    private const double Rounding = 1e-26;

    private readonly PairedObservations rows;
    private readonly bool strict;
    private readonly int threads;
    private readonly Dictionary<Metric, (MetricValue Baseline, MetricValue Candidate)> values;
    private readonly IReadOnlyDictionary<Metric, Replicates> replicates;
    private readonly Dictionary<Metric, DeLong> areas = [];
    private readonly Dictionary<EstimateRequest, EffectiveCount> effective = [];
    private readonly Dictionary<EstimateRequest, Estimate> scarce = [];
    private readonly EstimatorOptions options;

    /// <summary>Measures all metrics that are asked for, and resamples for those that need it.</summary>
    public Estimator(PairedObservations rows, IReadOnlyCollection<EstimateRequest> asked, EstimatorOptions options)
    {
        (this.rows, strict, threads, this.options) = (rows, options.Strict, options.Threads, options);
        values = MeasureAll([.. asked.Select(one => one.Metric).Distinct()]);
        var estimates = new ScarceEstimates(rows, options);
        foreach (var one in asked.Select(Resolved).Distinct().Where(one => Resamples(one) && double.IsFinite(Answer(one))))
        {
            if (estimates.TryEstimate(one, Effective(one), Answer(one)) is { } estimate)
            {
                scarce.Add(one, estimate);
            }
        }

        var drawn = asked.Select(Resolved).Where(one => Resamples(one) && !scarce.ContainsKey(one)).Select(one => one.Metric).ToHashSet();
        Drawn = drawn.Count + scarce.Values.Count(estimate => estimate.Replicates > 0);
        replicates =
            drawn.Count == 0
                ? new Dictionary<Metric, Replicates>()
                : Resampling.Run(rows, [.. values.Keys.Where(drawn.Contains)], options.Seed, options.Replicates, options.Threads);
    }

    /// <summary>How many metrics needed replicates.</summary>
    public int Drawn { get; }

    /// <summary>The candidate's value.</summary>
    public MetricValue Candidate(Metric metric) => values[metric].Candidate;

    /// <summary>The baseline's value.</summary>
    public MetricValue Baseline(Metric metric) => values[metric].Baseline;

    /// <summary>What the answer to a question rests on; both models must be defined for a comparison.</summary>
    public EffectiveCount Effective(EstimateRequest asked)
    {
        if (!effective.TryGetValue(asked, out var count))
        {
            effective.Add(asked, count = EffectiveCount.For(Resolved(asked), rows));
        }

        return count;
    }

    /// <summary>The paired permutation test of "no loss".</summary>
    /// <param name="asked">A change or a ratio.</param>
    /// <param name="sign">+1 where a loss is a drop of the value, −1 where it is a rise.</param>
    /// <param name="draws">How many permutations.</param>
    public PermutationResult Permute(EstimateRequest asked, int sign, int draws) =>
        PermutationTest.Run(Resolved(asked), sign, rows, options.Seed, draws, threads);

    /// <summary>Estimates the answer to a question; null where too many resamples are undefined.</summary>
    public Estimate? Estimate(EstimateRequest asked) =>
        asked.Estimand switch
        {
            Estimand.Value => scarce.GetValueOrDefault(asked) ?? OfValue(asked.Metric),
            _ when rows.IsIdentical => new ExactEstimate(),
            Estimand.Difference => scarce.GetValueOrDefault(asked) ?? OfChange(asked.Metric),
            _ when IsRatioAtZero(asked) => (scarce.GetValueOrDefault(Resolved(asked)) ?? OfChange(asked.Metric)) is { } change
                ? new RatioAtZeroEstimate(change, Baseline(asked.Metric).Value)
                : null,
            _ => (scarce.GetValueOrDefault(asked) ?? OfRatio(asked.Metric)) is { } log ? new RelativeEstimate(log) : null,
        };

    private bool IsRatioAtZero(EstimateRequest asked) =>
        asked.Estimand == Estimand.Ratio && (Baseline(asked.Metric).Value == 0 || Candidate(asked.Metric).Value == 0);

    // A ratio with 0 has no logarithm: its change is estimated instead.
    private EstimateRequest Resolved(EstimateRequest asked) => IsRatioAtZero(asked) ? asked with { Estimand = Estimand.Difference } : asked;

    private double Answer(EstimateRequest asked) =>
        asked.Estimand switch
        {
            Estimand.Value => Candidate(asked.Metric).Value,
            Estimand.Difference => Candidate(asked.Metric).Value - Baseline(asked.Metric).Value,
            _ => Math.Log(Candidate(asked.Metric).Value / Baseline(asked.Metric).Value),
        };

    private Estimate? OfValue(Metric metric)
    {
        if (HasClosedForm(metric, Estimand.Value))
        {
            if (metric.Share is { } share)
            {
                var (successes, n) = ShareCounts.OfCandidate(share, rows);
                return new ProportionEstimate(successes, n, strict);
            }

            var area = Area(metric);
            return OfArea(area.Candidate, area.CandidateVariance);
        }

        var value = Candidate(metric).Value;
        return Bootstrapped(
            metric,
            value,
            replicates[metric].OfValue(value, metric.IsSmooth),
            metric.Minimum,
            metric.Maximum,
            Scale(metric)
        );
    }

    private Estimate? OfChange(Metric metric)
    {
        var range = metric.Maximum - metric.Minimum;
        if (HasClosedForm(metric, Estimand.Difference))
        {
            if (metric.Share is { } share)
            {
                return new PairedShareEstimate(ShareCounts.OfBoth(share, rows), strict);
            }

            var area = Area(metric);
            var change = area.Candidate - area.Baseline;
            return IsNegligible(area.ChangeVariance, area) ? new ConstantEstimate(change, SmallestClass(), 1, -1, 1, options.SmallestP)
                : Math.Max(area.Baseline, area.Candidate) <= NearOne ? OfAreas(change, area.ChangeVariance, area, "DeLong", -1, 1)
                : new MoverEstimate(
                    OfArea(area.Candidate, area.CandidateVariance),
                    OfArea(area.Baseline, area.BaselineVariance),
                    area.Correlation,
                    Math.Sqrt(area.ChangeVariance),
                    "DeLong, MOVER on the logit"
                );
        }

        var moved = Candidate(metric).Value - Baseline(metric).Value;
        return Bootstrapped(
            metric,
            moved,
            replicates[metric].OfBoth((baseline, candidate) => candidate - baseline, moved, metric.IsSmooth),
            -range,
            range,
            Scale(metric)
        );
    }

    private Estimate? OfRatio(Metric metric)
    {
        var (baseline, candidate) = (Baseline(metric).Value, Candidate(metric).Value);
        var change = Math.Log(candidate / baseline);
        if (HasClosedForm(metric, Estimand.Ratio))
        {
            // Delta method: var(ln x − ln y) from the variances of x and y.
            var area = Area(metric);
            var variance =
                (area.CandidateVariance / (candidate * candidate))
                + (area.BaselineVariance / (baseline * baseline))
                - (2 * area.Covariance / (candidate * baseline));
            return IsNegligible(variance, area)
                ? new ConstantEstimate(change, SmallestClass(), 1, double.NegativeInfinity, double.PositiveInfinity, options.SmallestP)
                : OfAreas(change, variance, area, "DeLong, delta method", double.NegativeInfinity, double.PositiveInfinity);
        }

        var replicated = replicates[metric].OfBoth((old, now) => Math.Log(now / old), change, metric.IsSmooth);
        return Bootstrapped(metric, change, replicated, double.NegativeInfinity, double.PositiveInfinity, 1);
    }

    private Estimate? Bootstrapped(Metric metric, double value, Bca replicated, double minimum, double maximum, double scale) =>
        replicated.Undefined > MostUndefined ? null
        : replicated.IsConstant
            ? new ConstantEstimate(
                value,
                EffectiveCount
                    .OfClasses(new EstimateRequest(metric, rows.Baseline is null ? Estimand.Value : Estimand.Difference), rows)
                    .Count,
                scale,
                minimum,
                maximum,
                options.SmallestP
            )
        : new BootstrapEstimate(value, replicated, rows.IsClustered, options.SmallestP);

    private Estimate OfArea(double area, double variance) =>
        variance <= Rounding / SmallestClass() ? new ConstantEstimate(area, SmallestClass(), 1, 0, 1, options.SmallestP)
        : area is > NearOne and < 1 ? new LogitEstimate(area, Math.Sqrt(variance))
        : new NormalEstimate(area, Math.Sqrt(variance), "DeLong", 0, 1);

    // The skewness of the ratio is about that of the change, and so is what two more rows add.
    private Estimate OfAreas(double value, double variance, DeLong area, string method, double minimum, double maximum) =>
        SmallestClass() is < EffectiveCount.Scarce and var rarest
            ? new SkewedEstimate(
                value,
                Math.Sqrt(variance * area.VarianceInflation),
                area.ChangeSkewness,
                rarest,
                method + ", skewness corrected",
                minimum,
                maximum
            )
            : new NormalEstimate(value, Math.Sqrt(variance), method, minimum, maximum);

    private bool IsNegligible(double variance, DeLong area) =>
        variance <= Math.Max(Negligible * (area.BaselineVariance + area.CandidateVariance), Rounding / SmallestClass());

    private long SmallestClass() =>
        Enumerable.Range(0, rows.Candidate.Classes).Select(rows.Candidate.CountOf).Where(count => count > 0).Min();

    // The two models of one metric side by side: each sorts its own scores.
    private Dictionary<Metric, (MetricValue Baseline, MetricValue Candidate)> MeasureAll(Metric[] metrics)
    {
        var measured = new MetricValue[2 * metrics.Length];
        Parallel.For(0, measured.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
            measured[at] = Measure(metrics[at / 2], at % 2 == 0 ? rows.Baseline : rows.Candidate)
        );
        return metrics
            .Index()
            .ToDictionary(metric => metric.Item, metric => (measured[2 * metric.Index], measured[(2 * metric.Index) + 1]));
    }

    private static MetricValue Measure(Metric metric, Observations? of) =>
        of is null ? MetricValue.Because("no baseline")
        : !of.Scores.HasRanks && metric.Statistic != StatisticKind.Confusion ? MetricValue.Because("predictions without scores")
        : metric.NeedsProbabilities && !of.Scores.Calibrated ? MetricValue.Because("scores are not probabilities")
        : metric.Measure(of);

    private bool Resamples(EstimateRequest asked)
    {
        var (baseline, candidate) = values[asked.Metric];
        var needed =
            asked.Estimand == Estimand.Value ? candidate.IsDefined : candidate.IsDefined && baseline.IsDefined && !rows.IsIdentical;
        return needed && !HasClosedForm(asked.Metric, asked.Estimand);
    }

    private bool HasClosedForm(Metric metric, Estimand question) =>
        rows.IsSimple
        && metric switch
        {
            { Share: { } share } => question == Estimand.Value || (question == Estimand.Difference && share.Paired),
            RankMetric { IsArea: true } => SmallestClass() >= EffectiveCount.Fewest,
            _ => false,
        };

    private DeLong Area(Metric metric)
    {
        if (!areas.TryGetValue(metric, out var area))
        {
            areas.Add(metric, area = DeLong.From((RankMetric)metric, rows, threads));
        }

        return area;
    }

    // What a row may move, in the metric's unit: its range, or its size where the range says nothing.
    private double Scale(Metric metric)
    {
        var range = metric.Maximum - metric.Minimum;
        return range <= 2
            ? range
            : Math.Max(Math.Abs(Candidate(metric).Value), rows.Baseline is null ? 0 : Math.Abs(Baseline(metric).Value));
    }
}
