using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models;

/// <summary>Puts an outcome and its evidence together, the same way for every limit.</summary>
internal static class MetricFinding
{
    /// <summary>A finding with its numbers.</summary>
    public static Finding Of(LimitCase of, Outcome outcome, string? note = null, string? fix = null)
    {
        var text = new MetricText(of);
        Leaning? leaning = outcome == Outcome.Inconclusive ? LeaningOf(of) : null;
        var (bounds, reason) = (of.Bounds, DecisionReason.Of(of, outcome));
        return new Finding
        {
            Code = of.Limit.Kind.OfMetrics!.Code.Code,
            Id = of.Declared.Id,
            Subject = of.Of.Model.Id,
            Outcome = outcome,
            Severity = leaning is { } lean ? InconclusiveSeverity(of, lean) : of.Declared.Severity,
            Expected = MetricText.Expected(of.Limit),
            Found = text.Found() + (leaning is null ? "" : $"; {text.Inconclusive(leaning.Value)}{(reason is null ? "" : ": " + reason)}"),
            Fix = leaning is not null ? text.MoreRows() : fix,
            Place = of.Declared.Place,
            Evidence = new Evidence
            {
                Measure = of.Gate.Metric,
                Baseline = of.Baseline,
                Candidate = of.Candidate,
                Interval = new Interval(Finite(bounds.Lower), Finite(bounds.Upper), 1 - (2 * of.Of.Alpha), MetricText.Method(of)),
                Limit = new Limit(of.Limit.Kind, of.Limit.Value),
                Rows = of.Rows,
                Denominator = of.Denominator.Name == "rows" ? null : of.Denominator,
                AdjustedP = of.IsBeyondMargin ? of.AdjustedP : null,
                MinimumDetectableEffect = of.Limit.Kind.IsOfChange ? of.MinimumDetectableEffect : null,
                Needed = leaning is null ? null : of.Needed,
                Leaning = leaning,
                Note = Join(note, outcome == Outcome.Inconclusive ? null : reason, of.Estimate.Remark),
            },
        };
    }

    /// <summary>A limit for which there is nothing to judge.</summary>
    public static Finding Without(
        ModelEvaluation of,
        MetricGate gate,
        Declared<MetricLimit> declared,
        Diagnostic code,
        Outcome outcome,
        Severity severity,
        string found,
        string? fix
    ) =>
        new()
        {
            Code = code.Code,
            Id = declared.Id,
            Subject = of.Model.Id,
            Outcome = outcome,
            Severity = severity,
            Expected = MetricText.Expected(declared.Value),
            Found = found,
            Fix = fix,
            Place = declared.Place,
            Evidence = new Evidence
            {
                Measure = gate.Metric,
                Limit = new Limit(declared.Value.Kind, declared.Value.Value),
                Rows = of.Predictions.Rows,
            },
        };

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;

    private static string? Join(params string?[] notes) =>
        notes.OfType<string>().ToList() is { Count: > 0 } some ? string.Join("; ", some) : null;

    private static Leaning LeaningOf(LimitCase of) =>
        of.Rule switch
        {
            LimitRule.RequiredGain => of.Change < of.Limit.Value ? Leaning.Worse : Leaning.Fine,
            _ => of.IsBeyondMargin ? Leaning.Worse : Leaning.Fine,
        };

    // A limit that only warns never becomes an error by being undecided.
    private static Severity InconclusiveSeverity(LimitCase of, Leaning leaning)
    {
        var wanted = of.Gate.WhenInconclusive switch
        {
            WhenInconclusive.Pass => Severity.Info,
            WhenInconclusive.Fail => Severity.Error,
            { } when of.Of.Strict && leaning == Leaning.Worse => Severity.Error,
            WhenInconclusive.Warn => Severity.Warn,
            _ when leaning == Leaning.Fine => Severity.Info,
            _ => of.Of.Strict ? Severity.Error : Severity.Warn,
        };
        return wanted < of.Declared.Severity ? wanted : of.Declared.Severity;
    }
}
