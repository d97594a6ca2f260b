using MlGate.Checks.Models.Evaluation;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models.Limits;

/// <summary>Puts an outcome and its evidence together, the same way for every limit.</summary>
internal static class MetricFinding
{
    /// <summary>A finding with its numbers.</summary>
    public static Finding Create(MetricLimitEvaluation evaluation, Outcome outcome, string? note = null, string? fix = null)
    {
        var text = new MetricText(evaluation);
        Leaning? leaning = outcome == Outcome.Inconclusive ? LeaningOf(evaluation) : null;
        var bounds = evaluation.Bounds;
        var message = DecisionReason.From(evaluation, outcome, withP: true);
        var reason = DecisionReason.From(evaluation, outcome, withP: false);
        return new Finding
        {
            Code = evaluation.Code.Code,
            Id = evaluation.Declared.Id,
            Subject = evaluation.Model.Model.Id.Text,
            Outcome = outcome,
            Severity = leaning is { } lean ? InconclusiveSeverity(evaluation, lean) : evaluation.Declared.Severity,
            Expected = MetricText.Expected(evaluation.Limit),
            Found =
                text.Found()
                + On(evaluation.Segment)
                + (leaning is null ? "" : $"; {text.Inconclusive(leaning.Value)}{(message is null ? "" : ": " + message)}"),
            Fix = leaning is not null ? text.MoreRows() : fix,
            Place = evaluation.Declared.Place,
            Judged = JudgedRows.With(evaluation.Model.Model, evaluation.ComparedWith),
            Evidence = new Evidence
            {
                Measure = evaluation.Gate.Metric,
                Baseline = evaluation.Baseline,
                Candidate = evaluation.Candidate,
                Interval = new Interval(
                    Finite(bounds.Lower),
                    Finite(bounds.Upper),
                    1 - (2 * evaluation.Alpha),
                    MetricText.Method(evaluation)
                ),
                Limit = new Limit(evaluation.Limit.Kind, evaluation.Limit.Value),
                Rows = evaluation.Rows,
                Denominator = evaluation.Denominator.IsRows ? null : evaluation.Denominator,
                AdjustedP = evaluation.IsBeyondMargin ? evaluation.AdjustedP : null,
                MinimumDetectableEffect = evaluation.Limit.Kind.IsOfChange ? evaluation.MinimumDetectableEffect : null,
                Needed = leaning is null ? null : evaluation.Needed,
                Leaning = leaning,
                Undecided = outcome == Outcome.Inconclusive ? reason : null,
                Note = Join(note, outcome == Outcome.Inconclusive ? null : reason, evaluation.Estimate.Remark),
            },
        };
    }

    /// <summary>A limit for which there is nothing to judge.</summary>
    public static Finding Without(
        ModelEvaluation evaluation,
        JudgedLimit judged,
        Diagnostic code,
        Outcome outcome,
        Severity severity,
        string found,
        string? fix
    ) =>
        new()
        {
            Code = code.Code,
            Id = judged.Limit.Id,
            Subject = evaluation.Model.Id.Text,
            Outcome = outcome,
            Severity = severity,
            Expected = MetricText.Expected(judged.Limit.Value),
            Found = found + On(judged.Segment),
            Fix = fix,
            Place = judged.Limit.Place,
            Judged = JudgedRows.With(evaluation.Model, judged.ComparedWith),
            Evidence = new Evidence
            {
                Measure = judged.Gate.Metric,
                Limit = new Limit(judged.Limit.Value.Kind, judged.Limit.Value.Value),
                Rows = evaluation.Predictions.Rows,
            },
        };

    private static string On(string? segment) => segment is null ? "" : $" for {PrintableText.From(segment, most: 120)}";

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;

    private static string? Join(params string?[] notes) =>
        notes.OfType<string>().ToList() is { Count: > 0 } some ? string.Join("; ", some) : null;

    private static Leaning LeaningOf(MetricLimitEvaluation evaluation) =>
        evaluation.Rule switch
        {
            LimitRule.RequiredGain => evaluation.Change < evaluation.Limit.Value ? Leaning.Worse : Leaning.Fine,
            _ => evaluation.IsBeyondMargin ? Leaning.Worse : Leaning.Fine,
        };

    // A limit that only warns never becomes an error by being undecided.
    private static Severity InconclusiveSeverity(MetricLimitEvaluation evaluation, Leaning leaning)
    {
        var wanted = evaluation.Gate.WhenInconclusive switch
        {
            WhenInconclusive.Pass => Severity.Info,
            WhenInconclusive.Fail => Severity.Error,
            { } when evaluation.Model.Strict && leaning == Leaning.Worse => Severity.Error,
            WhenInconclusive.Warn => Severity.Warn,
            _ when leaning == Leaning.Fine => Severity.Info,
            _ => evaluation.Model.Strict ? Severity.Error : Severity.Warn,
        };
        return wanted < evaluation.Declared.Severity ? wanted : evaluation.Declared.Severity;
    }
}
