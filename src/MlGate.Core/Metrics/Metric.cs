using MlGate.Findings;
using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>
/// One metric over weighted observations. It says itself how it is resampled, what a row changes, and on how many rows it rests: estimators
/// ask for that, and for nothing else.
/// </summary>
public abstract class Metric
{
    private protected Metric() { }

    /// <summary>Its name in the gate file: <c>log-loss</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Its definition in a few words, for docs and schemas.</summary>
    public abstract string Definition { get; }

    /// <summary>The tasks that it is defined for.</summary>
    public abstract IReadOnlyList<ModelTask> Tasks { get; }

    /// <summary>Which way it is better.</summary>
    public virtual Orientation Orientation => Orientation.HigherIsBetter;

    /// <summary>True for a share, whose change may be written in points (<c>2pt</c>).</summary>
    public virtual bool IsShare => true;

    /// <summary>Smallest possible value.</summary>
    public virtual double Minimum => 0;

    /// <summary>Largest possible value.</summary>
    public virtual double Maximum => 1;

    /// <summary>True if it needs probabilities. It is then not defined for raw margins.</summary>
    public virtual bool NeedsProbabilities => false;

    /// <summary>
    /// False for metrics that a small change of one row may move by a step (a median): their jackknife is not consistent.
    /// </summary>
    public virtual bool IsSmooth => true;

    /// <summary>How it is a share of rows; null if it is not.</summary>
    public virtual ShareRule? Share => null;

    /// <summary>What its estimate divides by, and how many of them there are: <c>rows</c>, <c>positives</c>.</summary>
    public virtual Denominator DenominatorOf(Observations rows) => Denominator.OfRows(rows.Rows);

    /// <summary>Its value over the rows, sampling weights included.</summary>
    public abstract MetricValue Measure(Observations rows);

    /// <summary>Its value over one model's rows, or why these scores have none.</summary>
    /// <param name="rows">The rows; null without that model.</param>
    internal MetricValue MeasureIfPossible(Observations? rows) =>
        rows is null ? MetricValue.Because("no baseline")
        : !rows.Scores.HasRanks && ReadsScores ? MetricValue.Because("predictions without scores")
        : NeedsProbabilities && !rows.Scores.Calibrated ? MetricValue.Because("scores are not probabilities")
        : Measure(rows);

    /// <summary>False if predicted classes alone are read.</summary>
    internal virtual bool ReadsScores => true;

    /// <summary>True if the scores only order the rows: any increasing function of them gives the same value.</summary>
    internal virtual bool ReadsOnlyOrder => false;

    /// <summary>
    /// True if a few rows may dominate it, however many there are: the tails of their influences are then looked at.
    /// </summary>
    internal virtual bool MayHaveHeavyTails => false;

    /// <summary>
    /// Prepares one model's rows to be evaluated under many weightings at once; the value is the mean of the parts that are defined.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="keyOrder">The order for walks that need none of their own: they then share their draws with others.</param>
    internal abstract IReadOnlyList<BlockWalk> Walks(Observations rows, int[] keyOrder);

    /// <summary>What each row changes; null for a metric that is not smooth, or has no such function over these rows.</summary>
    internal virtual Influence? InfluenceOver(Observations rows) => null;

    /// <summary>
    /// Parts of the rows that it rests on beside all of them: the smallest part counts as its effective number of rows.
    /// </summary>
    /// <param name="candidate">The candidate's rows.</param>
    /// <param name="baseline">The baseline's, for a comparison; null for a value.</param>
    internal virtual IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) => [];

    /// <summary>What a permutation test swaps between two models within a row.</summary>
    internal virtual Scores SwappedScores(Observations rows) =>
        ReadsOnlyOrder ? MidRanks.For(rows)
        : rows.Classes == 0 ? rows.Scores
        : new Scores(
            [
                .. Enumerable
                    .Range(0, rows.Rows)
                    .SelectMany(row =>
                        Enumerable.Range(rows.Classes == 2 ? 1 : 0, rows.Classes == 2 ? 1 : rows.Classes).Select(of => rows.Score(row, of))
                    ),
            ],
            rows.Classes == 2 ? 1 : rows.Classes
        );

    /// <summary>A loss per row whose change explains that of the metric; null if there is none.</summary>
    internal virtual double[]? LossPerRow(Observations rows) => null;

    /// <summary>True if a limit of the kind makes sense: a share of the baseline needs a value that cannot be negative.</summary>
    public bool Allows(LimitKind kind) => !kind.IsRelative || Minimum >= 0;

    private protected static readonly ModelTask[] BinaryOnly = [ModelTask.BinaryClassification];
    private protected static readonly ModelTask[] MulticlassOnly = [ModelTask.MulticlassClassification];
    private protected static readonly ModelTask[] BothClassifications =
    [
        ModelTask.BinaryClassification,
        ModelTask.MulticlassClassification,
    ];
    private protected static readonly ModelTask[] RegressionOnly = [ModelTask.Regression];
}
