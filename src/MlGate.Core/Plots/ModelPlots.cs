using MlGate.Statistics;

namespace MlGate.Plots;

/// <summary>
/// What a reader looks at beside the findings of one model. It decides nothing; everything in it was measured on the rows that the findings
/// rest on.
/// </summary>
public sealed record ModelPlots
{
    /// <summary>Most points of one curve.</summary>
    public const int MostPoints = 100;

    /// <summary>
    /// ROC: x is the false positive rate, y the true positive rate. Binary classification with both classes only; else null.
    /// </summary>
    public CurvePair? Roc { get; init; }

    /// <summary>Precision over recall: x is the recall, y the precision. Binary classification with both classes only; else null.</summary>
    public CurvePair? PrecisionRecall { get; init; }

    /// <summary>Predicted against observed shares. Classification with probabilities only; else null.</summary>
    public ReliabilityPair? Reliability { get; init; }

    /// <summary>Rows on which the two models decide differently. Classification with a baseline only; else null.</summary>
    public Flips? Flips { get; init; }

    /// <summary>How much each feature matters to the two models; null where nobody measured it.</summary>
    public IReadOnlyList<FeatureImportance>? Importance { get; init; }
}

/// <summary>One curve of each model over the same rows.</summary>
/// <param name="Candidate">The candidate's.</param>
/// <param name="Baseline">The baseline's; null without one.</param>
public sealed record CurvePair(Curve Candidate, Curve? Baseline = null);

/// <summary>
/// A curve as a line through at most <see cref="ModelPlots.MostPoints"/> of its points, chosen so that none of the others is far from the
/// line.
/// </summary>
/// <param name="X">In [0, 1], in the curve's order, five decimals.</param>
/// <param name="Y">In [0, 1], one per x, five decimals.</param>
/// <param name="Decision">Where the model's threshold stands; null where no row reaches it.</param>
public sealed record Curve(IReadOnlyList<double> X, IReadOnlyList<double> Y, CurvePoint? Decision = null);

/// <summary>A point.</summary>
/// <param name="X">In [0, 1].</param>
/// <param name="Y">In [0, 1].</param>
public sealed record CurvePoint(double X, double Y);

/// <summary>Reliability of each model over the same rows.</summary>
/// <param name="Candidate">The candidate's bins.</param>
/// <param name="Baseline">The baseline's bins, which are its own: each model is cut at its own scores; null without one, or where its
/// scores are no probabilities.</param>
public sealed record ReliabilityPair(IReadOnlyList<ReliabilityBin> Candidate, IReadOnlyList<ReliabilityBin>? Baseline = null);

/// <summary>Rows of neighbouring scores: as many in each bin, ties together.</summary>
/// <param name="Predicted">Mean probability, in [0, 1]: of the positive class, or with several classes of the predicted one.</param>
/// <param name="Observed">Share of positive rows, or with several classes of rows that are predicted right; in [0, 1].</param>
/// <param name="Rows">Rows.</param>
/// <param name="Lower">Wilson bound of the observed share at the report's alpha; null for rows with weights or groups.</param>
/// <param name="Upper">The other bound.</param>
public sealed record ReliabilityBin(double Predicted, double Observed, long Rows, double? Lower = null, double? Upper = null);

/// <summary>
/// Decisions of the two models on the same rows, at the threshold or the most probable class. Rows count once, whatever their weight.
/// </summary>
/// <param name="Right">All rows, by who is right.</param>
/// <param name="Changed">Rows with another decision, right or wrong.</param>
/// <param name="P">McNemar's mid-p of "as many gained as lost", two-sided, in (0, 1]; null for rows with weights or groups, which it does
/// not hold for.</param>
/// <param name="Positives">The rows labelled positive; only for binary classification.</param>
/// <param name="Negatives">The rows labelled negative; only for binary classification.</param>
public sealed record Flips(PairedTable Right, long Changed, double? P = null, PairedTable? Positives = null, PairedTable? Negatives = null);

/// <summary>How much one feature matters.</summary>
/// <param name="Feature">The column's name.</param>
/// <param name="Candidate">To the candidate: the loss of the primary metric without the feature's information, in the metric's
/// unit.</param>
/// <param name="Baseline">To the baseline; null where it does not read the feature, or without a baseline.</param>
public sealed record FeatureImportance(string Feature, double Candidate, double? Baseline = null);
