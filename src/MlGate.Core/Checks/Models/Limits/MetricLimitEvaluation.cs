using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Limits;

/// <summary>
/// One declared limit with all that was measured for it: what the facts (<see cref="MetricMustNotDrop"/> and its siblings) read.
/// </summary>
internal sealed record MetricLimitEvaluation
{
    public required ModelEvaluation Model { get; init; }

    public required MetricGate Gate { get; init; }

    public required Declared<MetricLimit> Declared { get; init; }

    public required Metric Metric { get; init; }

    /// <summary>Name of the segment that is judged; null for all rows.</summary>
    public string? Segment { get; init; }

    /// <summary>Code of its findings.</summary>
    public required Diagnostic Code { get; init; }

    /// <summary>What a waiver of its findings binds to.</summary>
    public ComparedWith ComparedWith { get; init; }

    /// <summary>
    /// The level of each of the two one-sided bounds: that of the gate, or for segments the one at which all of them hold together.
    /// </summary>
    public required double Alpha { get; init; }

    /// <summary>Of the candidate's value, or of the change.</summary>
    public required Estimate Estimate { get; init; }

    public required double Candidate { get; init; }

    /// <summary>Of the baseline or the anchor; null without one.</summary>
    public double? Baseline { get; init; }

    public required long Rows { get; init; }

    public required Denominator Denominator { get; init; }

    /// <summary>What the estimate rests on.</summary>
    public required EffectiveCount Effective { get; init; }

    /// <summary>The permutation test; null where it is not needed.</summary>
    public PermutationResult? Permutation { get; init; }

    /// <summary>Holm-adjusted one-sided p of "no loss"; null where nothing is tested.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Number of limits that <see cref="AdjustedP"/> is adjusted for.</summary>
    public int Family { get; init; } = 1;

    /// <summary>A limit with the answer to its need.</summary>
    public static MetricLimitEvaluation From(ModelEvaluation model, JudgedLimit limit, EstimateNeed need, EstimateAnswer answer) =>
        new()
        {
            Model = model,
            Gate = limit.Gate,
            Declared = limit.Limit,
            Segment = limit.Segment,
            Code = limit.Code,
            ComparedWith = limit.ComparedWith,
            Alpha = answer.Alpha,
            Metric = need.Request.Metric,
            Estimate = answer.Estimate!,
            Candidate = answer.Candidate.Value,
            Baseline = answer.Baseline.IsDefined ? answer.Baseline.Value : null,
            Rows = answer.Rows.Candidate.Rows,
            Denominator = need.Request.Metric.DenominatorOf(answer.Rows.Candidate),
            Effective = answer.Effective!,
            Permutation = answer.Permutation,
            AdjustedP = answer.AdjustedP,
            Family = answer.Family,
        };

    /// <summary>+1 where a loss under a limit is a drop of the metric's value, −1 where it is a rise.</summary>
    public static int SignOf(LimitKind kind, Metric metric) =>
        kind.Direction switch
        {
            Direction.Rise => -1,
            Direction.Gain => metric.Orientation == Orientation.LowerIsBetter ? -1 : 1,
            _ => 1,
        };

    public MetricLimit Limit => Declared.Value;

    /// <summary>How the limit is decided.</summary>
    public LimitRule Rule => Limit.Kind.OfMetrics!.Rule;

    public Bounds Bounds => Estimate.At(Alpha);

    /// <summary>False where too little information decides nothing, either way.</summary>
    public bool HasEnoughInformation => !Effective.IsTooFew || Estimate.HoldsForFewRows;

    /// <summary>False where an interval rests on so few of the units that its bounds prove nothing: heavy tails.</summary>
    public bool IsCarriedByEnough => Estimate.HoldsForFewRows || !(Estimate.CarriedBy < EffectiveCount.Fewest);

    /// <summary>True if the bounds of the interval may prove something.</summary>
    public bool HasProvingBounds => HasEnoughInformation && IsCarriedByEnough;

    /// <summary>True if the estimated loss exceeds the margin: only then the p of "no loss" decides anything.</summary>
    public bool IsBeyondMargin => Change < -Limit.Value;

    /// <summary>+1 where a loss is a drop of the value, −1 where it is a rise.</summary>
    public int Sign => SignOf(Limit.Kind, Metric);

    /// <summary>True if the change that is limited raises the value.</summary>
    private bool IsUpward => Limit.Kind.Direction == Direction.Gain ? Sign > 0 : Sign < 0;

    /// <summary>The change, oriented so that a loss is negative.</summary>
    public double Change => Sign * Estimate.Value;

    /// <summary>Bounds of <see cref="Change"/>.</summary>
    public Bounds ChangeBounds => Sign > 0 ? Bounds : new Bounds(-Bounds.Upper, -Bounds.Lower);

    public bool IsRelative => Limit.Kind.IsRelative;

    /// <summary>Smallest loss that is found with power 0.8, in the unit of the limit; null for a share of 0.</summary>
    public double? MinimumDetectableEffect
    {
        get
        {
            var effect = Power.MinimumDetectableEffect(Estimate.StandardError, Alpha);
            return double.IsNaN(effect) ? null
                : !IsRelative || Estimate is RatioAtZeroEstimate ? effect
                : IsUpward ? Math.Exp(effect) - 1
                : 1 - Math.Exp(-effect);
        }
    }

    /// <summary>
    /// Rows, or whatever the metric divides by, that decide the limit if nothing changed in truth; null where there are that many: then the
    /// estimate is near the margin.
    /// </summary>
    public long? Needed
    {
        get
        {
            var margin =
                !IsRelative ? Limit.Value
                : IsUpward ? Math.Log(1 + Limit.Value)
                : -Math.Log(1 - Limit.Value);
            var needed = Power.Needed(Denominator.Count, Power.MinimumDetectableEffect(Estimate.StandardError, Alpha), margin);
            var enough = HasEnoughInformation
                ? 0
                : Power.Needed(Denominator.Count, Math.Sqrt((double)EffectiveCount.Fewest / Math.Max(1, Effective.Count)), 1);
            return margin > 0 && needed > 0 && Math.Max(needed, enough) is var most && most > Denominator.Count ? most : null;
        }
    }
}
