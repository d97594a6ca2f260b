using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>Areas under ROC curves of independent rows: DeLong's variance.</summary>
internal sealed class AreaClosedForm(PairedObservations rows, MeasuredMetrics measured, EstimatorOptions options) : IClosedForm
{
    // Above this an AUC's distribution leans on 1: the logit carries it.
    private const double NearOne = 0.95;

    // A variance below this share of its parts is rounding, and so is one below this over the rows of a class.
    private const double Negligible = 1e-14;
    private const double Rounding = 1e-26;

    private readonly Dictionary<Metric, DeLong> areas = [];

    public bool Answers(EstimateRequest asked) => rows.IsSimple && asked.Metric is IAreaMetric && SmallestClass() >= EffectiveCount.Fewest;

    public Estimate Estimate(EstimateRequest asked)
    {
        var area = Area(asked.Metric);
        return asked.Estimand switch
        {
            Estimand.Value => OfArea(area.Candidate, area.CandidateVariance),
            Estimand.Difference => OfChange(area),
            _ => OfRatio(asked, area),
        };
    }

    private Estimate OfChange(DeLong area)
    {
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

    // Delta method: var(ln x − ln y) from the variances of x and y.
    private Estimate OfRatio(EstimateRequest asked, DeLong area)
    {
        var (baseline, candidate, change) = (
            measured.Baseline(asked.Metric).Value,
            measured.Candidate(asked.Metric).Value,
            measured.Answer(asked)
        );
        var variance =
            (area.CandidateVariance / (candidate * candidate))
            + (area.BaselineVariance / (baseline * baseline))
            - (2 * area.Covariance / (candidate * baseline));
        return IsNegligible(variance, area)
            ? new ConstantEstimate(change, SmallestClass(), 1, double.NegativeInfinity, double.PositiveInfinity, options.SmallestP)
            : OfAreas(change, variance, area, "DeLong, delta method", double.NegativeInfinity, double.PositiveInfinity);
    }

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

    private DeLong Area(Metric metric)
    {
        if (!areas.TryGetValue(metric, out var area))
        {
            areas.Add(metric, area = DeLong.From((IAreaMetric)metric, rows, options.Threads));
        }

        return area;
    }
}
