using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Predictions;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>
/// The rows that all checks of one model read: labels, scores, weights, groups and segments, of the candidate beside the baseline and
/// beside the anchor. Invalid labels and scores are findings here, before any check.
/// </summary>
internal sealed class EvaluationSet
{
    private readonly ComparedRows baseline;
    private readonly ComparedRows anchor;
    private readonly Dictionary<RowSelection, PairedObservations> selected = [];
    private readonly Dictionary<SegmentColumns, IReadOnlyList<Segment>?> parts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Segment> segments = new(StringComparer.Ordinal);

    private EvaluationSet(ModelEvaluation evaluation, ComparedRows baseline, ComparedRows anchor, IReadOnlyList<Finding> problems)
    {
        (Evaluation, this.baseline, this.anchor, Problems) = (evaluation, baseline, anchor, problems);
    }

    /// <summary>Gate, predictions and settings.</summary>
    public ModelEvaluation Evaluation { get; }

    /// <summary>What is wrong with the scores of baseline or anchor.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    /// <summary>Prepares the rows.</summary>
    /// <param name="evaluation">Gate, predictions and settings, with valid labels and scores of the candidate.</param>
    public static EvaluationSet From(ModelEvaluation evaluation)
    {
        var problems = new List<Finding>();
        var baseline = Compare(evaluation, evaluation.Predictions, EvaluatedModel.Baseline, problems);
        return new EvaluationSet(evaluation, baseline, Compare(evaluation, evaluation.Anchor, EvaluatedModel.Anchor, problems), problems);
    }

    /// <summary>
    /// Whether candidate and another version can be compared. A limit on the candidate alone reads the rows of the baseline.
    /// </summary>
    public ComparedRows With(ComparedWith other) => other == ComparedWith.Anchor ? anchor : baseline;

    /// <summary>
    /// The segments of a declaration, each of which a selection can name afterwards; null for too many.
    /// </summary>
    public IReadOnlyList<Segment>? Part(SegmentColumns declared)
    {
        if (!parts.TryGetValue(declared, out var part))
        {
            parts.Add(declared, part = Segmentation.From(declared, Evaluation.Predictions.Columns, Evaluation.Test));
            foreach (var segment in part ?? [])
            {
                segments.TryAdd(segment.Name, segment);
            }
        }

        return part;
    }

    /// <summary>The rows of a selection; null if there are none.</summary>
    public PairedObservations? Rows(RowSelection selection)
    {
        if (selection is { Segment: null, Flips: null })
        {
            return With(selection.With).Rows;
        }

        if (!selected.TryGetValue(selection, out var rows) && Select(selection) is { } set)
        {
            selected.Add(selection, rows = Pair(Evaluation, set, With(selection.With).IsPossible));
        }

        return rows;
    }

    private PredictionSet? Select(RowSelection selection)
    {
        var set = selection.With == ComparedWith.Anchor ? Evaluation.Anchor : Evaluation.Predictions;
        if (selection.Segment is { } name)
        {
            set = segments.TryGetValue(name, out var segment) && segment.Rows.Length > 0 ? set?.Select(segment.Rows) : null;
        }

        return selection.Flips is not { } of ? set
            : set?.Baseline is null || !With(selection.With).IsPossible ? null
            : FlippedRows.From(set, of, Evaluation.Model.Threshold);
    }

    private static PairedObservations Pair(ModelEvaluation evaluation, PredictionSet set, bool withBaseline) =>
        PairedObservations.From(set, evaluation.Model.Threshold ?? ModelGate.DefaultThreshold, withBaseline);

    private static ComparedRows Compare(ModelEvaluation evaluation, PredictionSet? set, EvaluatedModel other, List<Finding> problems)
    {
        if (set is null)
        {
            return new ComparedRows(null, Outcome.NoBaseline, $"no {other} yet");
        }

        var broken = set.Baseline is null
            ? null
            : ScoreChecks.OfScores(evaluation, set, set.Baseline, other)
                ?? (
                    other == EvaluatedModel.Anchor
                        ? ScoreChecks.OfLabels(evaluation, set)
                            ?? ScoreChecks.OfScores(evaluation, set, set.Candidate, EvaluatedModel.Candidate)
                        : null
                );
        if (broken is not null)
        {
            problems.Add(broken);
        }

        var rows = Pair(evaluation, set, withBaseline: broken is null);
        return broken is not null ? new ComparedRows(rows, Outcome.NotComparable, $"unusable scores of the {other}")
            : set.Baseline is null && set.Notes.Any(note => note.Code == Diagnostics.ModelsNotComparable.Code)
                ? new ComparedRows(rows, Outcome.NotComparable, $"the {other} is not comparable")
            : set.Baseline is null && evaluation.BaselineUnknown && other == EvaluatedModel.Baseline
                ? new ComparedRows(rows, Outcome.NotMeasured, "baseline not readable")
            : set.Baseline is null ? new ComparedRows(rows, Outcome.NoBaseline, $"no {other} yet")
            : new ComparedRows(rows, Outcome.Passed, "");
    }
}
