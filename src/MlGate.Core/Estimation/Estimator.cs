using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// Chooses the method for each metric and question by what the metric offers: a closed form, else an estimate for scarce information, else
/// replicates, which are drawn once for all that need them.
/// </summary>
internal sealed class Estimator
{
    private readonly PairedObservations rows;
    private readonly EstimatorOptions options;
    private readonly MeasuredMetrics measured;
    private readonly IClosedForm[] closedForms;
    private readonly BootstrapEstimates bootstrap;
    private readonly Dictionary<EstimateRequest, EffectiveCount> effective = [];
    private readonly Dictionary<EstimateRequest, Estimate> scarce = [];

    /// <summary>Measures all metrics that are asked for, and resamples for those that need it.</summary>
    public Estimator(PairedObservations rows, IReadOnlyCollection<EstimateRequest> asked, EstimatorOptions options)
    {
        (this.rows, this.options) = (rows, options);
        measured = new MeasuredMetrics(rows, asked.Select(one => one.Metric), options.Threads);
        closedForms = [new ShareClosedForm(rows, options.Strict), new AreaClosedForm(rows, measured, options)];
        var estimates = new ScarceEstimates(rows, options);
        List<EstimateRequest> open = [.. asked.Select(measured.Resolve).Distinct().Where(Resamples)];
        foreach (var one in open.Where(one => double.IsFinite(measured.Answer(one))))
        {
            if (estimates.TryEstimate(one, Effective(one), measured.Answer(one)) is { } estimate)
            {
                scarce.Add(one, estimate);
            }
        }

        var drawn = open.Where(one => !scarce.ContainsKey(one)).Select(one => one.Metric).ToHashSet();
        Drawn = drawn.Count + scarce.Values.Count(estimate => estimate.Replicates > 0);
        bootstrap = new BootstrapEstimates(
            rows,
            measured,
            drawn.Count == 0
                ? new Dictionary<Metric, Replicates>()
                : Resampling.Run(rows, [.. measured.Metrics.Where(drawn.Contains)], options.Seed, options.Replicates, options.Threads),
            options
        );
    }

    /// <summary>How many metrics needed replicates.</summary>
    public int Drawn { get; }

    /// <summary>The candidate's value.</summary>
    public MetricValue Candidate(Metric metric) => measured.Candidate(metric);

    /// <summary>The baseline's value.</summary>
    public MetricValue Baseline(Metric metric) => measured.Baseline(metric);

    /// <summary>What the answer to a question rests on; both models must be defined for a comparison.</summary>
    public EffectiveCount Effective(EstimateRequest asked)
    {
        if (!effective.TryGetValue(asked, out var count))
        {
            effective.Add(asked, count = EffectiveCount.For(measured.Resolve(asked), rows));
        }

        return count;
    }

    /// <summary>The paired permutation test of "no loss".</summary>
    /// <param name="asked">A change or a ratio.</param>
    /// <param name="sign">+1 where a loss is a drop of the value, −1 where it is a rise.</param>
    /// <param name="draws">How many permutations.</param>
    public PermutationResult Permute(EstimateRequest asked, int sign, int draws) =>
        PermutationTest.Run(measured.Resolve(asked), sign, rows, options.Seed, draws, options.Threads);

    /// <summary>Estimates the answer to a question; null where too many resamples are undefined.</summary>
    public Estimate? Estimate(EstimateRequest asked) =>
        asked.Estimand == Estimand.Value ? Answer(asked)
        : rows.IsIdentical ? new ExactEstimate()
        : Answer(measured.Resolve(asked)) is not { } estimate ? null
        : asked.Estimand == Estimand.Difference ? estimate
        : measured.IsRatioAtZero(asked) ? new RatioAtZeroEstimate(estimate, Baseline(asked.Metric).Value)
        : new RelativeEstimate(estimate);

    private Estimate? Answer(EstimateRequest asked) =>
        scarce.GetValueOrDefault(asked) ?? ClosedForm(asked)?.Estimate(asked) ?? bootstrap.Estimate(asked);

    private IClosedForm? ClosedForm(EstimateRequest asked) => closedForms.FirstOrDefault(form => form.Answers(asked));

    private bool Resamples(EstimateRequest asked) =>
        measured.Candidate(asked.Metric).IsDefined
        && (asked.Estimand == Estimand.Value || (measured.Baseline(asked.Metric).IsDefined && !rows.IsIdentical))
        && ClosedForm(asked) is null;
}
