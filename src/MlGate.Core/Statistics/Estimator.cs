using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>Chooses the method for each metric and question, and draws replicates only for those that have no closed form.</summary>
internal sealed class Estimator
{
    private const int FewestForDeLong = 30;
    private const double MostUndefined = 0.05;

    // Above this an AUC's distribution leans on 1: the logit carries it.
    private const double NearOne = 0.95;

    // A variance below this share of its parts is rounding.
    private const double Negligible = 1e-14;

    private readonly PairedObservations rows;
    private readonly bool strict;
    private readonly int threads;
    private readonly Dictionary<Metric, (MetricValue Baseline, MetricValue Candidate)> values;
    private readonly IReadOnlyDictionary<Metric, Replicates> replicates;
    private readonly Dictionary<Metric, DeLong> areas = [];

    /// <summary>Measures all metrics that are asked for, and resamples for those that need it.</summary>
    public Estimator(PairedObservations rows, IReadOnlyCollection<Asked> asked, EstimatorOptions options)
    {
        (this.rows, strict, threads) = (rows, options.Strict, options.Threads);
        values = MeasureAll([.. asked.Select(one => one.Metric).Distinct()]);
        var drawn = asked.Where(Resamples).Select(one => one.Metric).ToHashSet();
        Drawn = drawn.Count;
        replicates = drawn.Count == 0 ? new Dictionary<Metric, Replicates>()
            : Resampling.Run(rows, [.. values.Keys.Where(drawn.Contains)], options.Seed, options.Replicates, options.Threads);
    }

    /// <summary>How many metrics needed replicates.</summary>
    public int Drawn { get; }

    /// <summary>The candidate's value.</summary>
    public MetricValue Candidate(Metric metric) => values[metric].Candidate;

    /// <summary>The baseline's value.</summary>
    public MetricValue Baseline(Metric metric) => values[metric].Baseline;

    /// <summary>Estimates the answer to a question; null where too many resamples are undefined.</summary>
    public Estimate? Of(Asked asked) => asked.Question switch
    {
        Question.Value => OfValue(asked.Metric),
        _ when rows.IsIdentical => new ExactEstimate(),
        Question.Change => OfChange(asked.Metric),
        _ when Baseline(asked.Metric).Value == 0 || Candidate(asked.Metric).Value == 0 =>
            OfChange(asked.Metric) is { } change ? new RatioAtZeroEstimate(change, Baseline(asked.Metric).Value) : null,
        _ => OfRatio(asked.Metric) is { } log ? new RelativeEstimate(log) : null,
    };

    private Estimate? OfValue(Metric metric)
    {
        if (HasClosedForm(metric, Question.Value))
        {
            if (metric.Share is { } share)
            {
                var (successes, n) = ShareOf(share);
                return new ProportionEstimate(successes, n, strict);
            }

            var area = Area(metric);
            return OfArea(area.Candidate, area.CandidateVariance);
        }

        var value = Candidate(metric).Value;
        return Bootstrapped(metric, value, replicates[metric].OfValue(value, metric.IsSmooth), metric.Minimum, metric.Maximum, Scale(metric));
    }

    private Estimate? OfChange(Metric metric)
    {
        var range = metric.Maximum - metric.Minimum;
        if (HasClosedForm(metric, Question.Change))
        {
            if (metric.Share is { } share)
            {
                return new PairedShareEstimate(TableOf(share), strict);
            }

            var area = Area(metric);
            var change = area.Candidate - area.Baseline;
            return area.ChangeVariance <= Negligible * (area.BaselineVariance + area.CandidateVariance) ? new ConstantEstimate(change, SmallestClass(), 1, -1, 1)
                : Math.Max(area.Baseline, area.Candidate) <= NearOne ? new NormalEstimate(change, Math.Sqrt(area.ChangeVariance), "DeLong", -1, 1)
                : new MoverEstimate(
                    OfArea(area.Candidate, area.CandidateVariance),
                    OfArea(area.Baseline, area.BaselineVariance),
                    area.Correlation,
                    Math.Sqrt(area.ChangeVariance),
                    "DeLong, MOVER on the logit");
        }

        var moved = Candidate(metric).Value - Baseline(metric).Value;
        return Bootstrapped(metric, moved, replicates[metric].OfBoth((baseline, candidate) => candidate - baseline, moved, metric.IsSmooth), -range, range, Scale(metric));
    }

    private Estimate? OfRatio(Metric metric)
    {
        var (baseline, candidate) = (Baseline(metric).Value, Candidate(metric).Value);
        var change = Math.Log(candidate / baseline);
        if (HasClosedForm(metric, Question.Ratio))
        {
            // Delta method: var(ln x − ln y) from the variances of x and y.
            var area = Area(metric);
            var variance = (area.CandidateVariance / (candidate * candidate)) + (area.BaselineVariance / (baseline * baseline)) - (2 * area.Covariance / (candidate * baseline));
            return variance <= Negligible * (area.BaselineVariance + area.CandidateVariance)
                ? new ConstantEstimate(change, SmallestClass(), 1, double.NegativeInfinity, double.PositiveInfinity)
                : new NormalEstimate(change, Math.Sqrt(variance), "DeLong, delta method", double.NegativeInfinity, double.PositiveInfinity);
        }

        var replicated = replicates[metric].OfBoth((old, now) => Math.Log(now / old), change, metric.IsSmooth);
        return Bootstrapped(metric, change, replicated, double.NegativeInfinity, double.PositiveInfinity, 1);
    }

    private Estimate? Bootstrapped(Metric metric, double value, Bca replicated, double minimum, double maximum, double scale) =>
        replicated.Undefined > MostUndefined ? null
        : replicated.IsConstant ? new ConstantEstimate(value, Math.Min(metric.DenominatorOf(rows.Candidate).Count, rows.UnitCount), scale, minimum, maximum)
        : new BootstrapEstimate(value, replicated, rows.IsClustered);

    private Estimate OfArea(double area, double variance) =>
        variance <= 0 ? new ConstantEstimate(area, SmallestClass(), 1, 0, 1)
        : area is > NearOne and < 1 ? new LogitEstimate(area, Math.Sqrt(variance))
        : new NormalEstimate(area, Math.Sqrt(variance), "DeLong", 0, 1);

    private long SmallestClass() => Enumerable.Range(0, rows.Candidate.Classes).Select(rows.Candidate.CountOf).Where(count => count > 0).Min();

    // The two models of one metric side by side: each sorts its own scores.
    private Dictionary<Metric, (MetricValue Baseline, MetricValue Candidate)> MeasureAll(Metric[] metrics)
    {
        var measured = new MetricValue[2 * metrics.Length];
        Parallel.For(0, measured.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at => measured[at] = Measure(metrics[at / 2], at % 2 == 0 ? rows.Baseline : rows.Candidate));
        return metrics.Index().ToDictionary(metric => metric.Item, metric => (measured[2 * metric.Index], measured[(2 * metric.Index) + 1]));
    }

    private static MetricValue Measure(Metric metric, Observations? of) =>
        of is null ? MetricValue.Because("there is no baseline")
        : metric.NeedsProbabilities && !of.Scores.Calibrated ? MetricValue.Because("the scores are no probabilities")
        : metric.Measure(of);

    private bool Resamples(Asked asked)
    {
        var (baseline, candidate) = values[asked.Metric];
        var needed = asked.Question == Question.Value ? candidate.IsDefined : candidate.IsDefined && baseline.IsDefined && !rows.IsIdentical;
        return needed && !HasClosedForm(asked.Metric, asked.Question);
    }

    private bool HasClosedForm(Metric metric, Question question) => rows.IsSimple && metric switch
    {
        { Share: { } share } => question == Question.Value || (question == Question.Change && share.Paired),
        RankMetric { IsArea: true } => Enumerable.Range(0, rows.Candidate.Classes).All(of => rows.Candidate.CountOf(of) is 0 or >= FewestForDeLong),
        _ => false,
    };

    private DeLong Area(Metric metric)
    {
        if (!areas.TryGetValue(metric, out var area))
        {
            areas.Add(metric, area = DeLong.Of((RankMetric)metric, rows, threads));
        }

        return area;
    }

    // What a row may move, in the metric's unit: its range, or its size where the range says nothing.
    private double Scale(Metric metric)
    {
        var range = metric.Maximum - metric.Minimum;
        return range <= 2 ? range : Math.Max(Math.Abs(Candidate(metric).Value), rows.Baseline is null ? 0 : Math.Abs(Baseline(metric).Value));
    }

    private (long Successes, long Rows) ShareOf(ShareRule share)
    {
        var (successes, n) = (0L, 0L);
        for (var row = 0; row < rows.Candidate.Rows; row++)
        {
            var counts = share.Counts(rows.Candidate, row);
            n += counts ? 1 : 0;
            successes += counts && share.Succeeds(rows.Candidate, row) ? 1 : 0;
        }

        return (successes, n);
    }

    private PairedTable TableOf(ShareRule share)
    {
        var (both, gained, lost, neither) = (0L, 0L, 0L, 0L);
        for (var row = 0; row < rows.Candidate.Rows; row++)
        {
            if (share.Counts(rows.Candidate, row))
            {
                var (old, now) = (share.Succeeds(rows.Baseline!, row), share.Succeeds(rows.Candidate, row));
                (both, gained, lost, neither) = (both + (old && now ? 1 : 0), gained + (!old && now ? 1 : 0), lost + (old && !now ? 1 : 0), neither + (!old && !now ? 1 : 0));
            }
        }

        return new PairedTable(both, gained, lost, neither);
    }
}

/// <summary>What is asked of a metric.</summary>
internal enum Question
{
    /// <summary>The candidate's value.</summary>
    Value,

    /// <summary>Candidate − baseline.</summary>
    Change,

    /// <summary>Candidate over baseline.</summary>
    Ratio,
}

/// <summary>A question about a metric.</summary>
internal sealed record Asked(Metric Metric, Question Question);

/// <summary>How to estimate.</summary>
/// <param name="Seed">Seed of the bootstrap.</param>
/// <param name="Replicates">Replicates of the bootstrap.</param>
/// <param name="Strict">Exact methods for proportions.</param>
/// <param name="Threads">Most threads; −1 for as many as there are.</param>
internal sealed record EstimatorOptions(long Seed, int Replicates, bool Strict = false, int Threads = -1);
