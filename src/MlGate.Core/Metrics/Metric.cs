using MlGate.Findings;

namespace MlGate.Metrics;

/// <summary>One metric over weighted observations.</summary>
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

    /// <summary>Its sufficient statistic.</summary>
    public abstract StatisticKind Statistic { get; }

    /// <summary>How it is a share of rows; null if it is not.</summary>
    public virtual ShareRule? Share => null;

    /// <summary>What its estimate divides by, and how many of them there are: <c>rows</c>, <c>positives</c>.</summary>
    public virtual Denominator DenominatorOf(Observations rows) => new("rows", rows.Rows);

    /// <summary>Its value over the rows, sampling weights included.</summary>
    public abstract MetricValue Measure(Observations rows);

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
