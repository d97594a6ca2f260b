using System.Globalization;
using MlGate.Checks.Models.Evaluation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Fairness;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>The decision over one limit between groups, and its words.</summary>
/// <param name="evaluation">The evaluation.</param>
/// <param name="groups">The groups.</param>
/// <param name="measure">The measure as it is declared.</param>
/// <param name="limit">The limit; null where the measure is only reported.</param>
internal sealed class FairnessFinding(ModelEvaluation evaluation, GroupsGate groups, MetricGate measure, Declared<MetricLimit>? limit)
{
    private readonly FairnessMeasure of = FairnessMeasures.Find(measure.Metric)!;

    /// <summary>How two rates are compared.</summary>
    public Inequality Inequality => new(of.IsRatio);

    /// <summary>True for a limit against the baseline.</summary>
    public bool IsOfChange => limit?.Value.Kind.IsOfChange == true;

    // The largest inequality that is allowed, or its largest rise.
    private double Allowed => IsOfChange ? limit!.Value.Value : Inequality.Measure(limit!.Value.Value);

    /// <summary>
    /// The candidate's groups: failed if a pair is beyond the limit and unlike beyond chance; passed within the limit, with a note unless
    /// the bounds of all pairs are within it.
    /// </summary>
    public Finding OfValue(IReadOnlyList<GroupPair> pairs, GroupRates rates, double alpha)
    {
        var real = pairs.FirstOrDefault(pair => pair.Breaks(Allowed));
        var shown = real ?? pairs[0];
        var outcome =
            real is not null ? Outcome.Failed
            : shown.Value <= Allowed ? Outcome.Passed
            : Outcome.Inconclusive;
        var value = Inequality.Measure(shown.Value);
        var bounds = (of.IsRatio ? new Bounds(1 - shown.Bounds.Upper, 1 - shown.Bounds.Lower) : shown.Bounds).Clamp(
            0,
            of.IsRatio ? double.PositiveInfinity : 1
        );
        var isProven = outcome != Outcome.Passed || pairs.All(pair => pair.Keeps(Allowed));
        return Create(shown, rates, outcome, bounds, pairs.Count, alpha, value, isProven ? null : "met, not proven") with
        {
            Found =
                $"{Key} is {Number(value)} ({Beside(shown)}; {Level(alpha)} interval {Number(bounds.Lower)} to {Number(bounds.Upper)})"
                + Undecided(shown, outcome, "the estimate is beyond the limit, but the difference may be chance"),
        };
    }

    /// <summary>
    /// The change against the baseline: failed if the inequality of a pair rose by more than the limit and rose beyond chance; passed if
    /// the upper bound of every pair is within the limit.
    /// </summary>
    public Finding OfChange(IReadOnlyList<GroupPair> pairs, GroupRates rates, double alpha)
    {
        var real = pairs.FirstOrDefault(pair => pair.Breaks(Allowed));
        var open = pairs.Where(pair => !pair.Keeps(Allowed)).ToList();
        var outcome =
            real is not null ? Outcome.Failed
            : open.Count == 0 ? Outcome.Passed
            : Outcome.Inconclusive;

        // The pair that keeps it open: beyond the limit by its estimate, or else by its bound.
        var shown = real ?? (pairs[0].Value > Allowed ? pairs[0] : open.MaxBy(pair => pair.Bounds.Upper)) ?? pairs[0];
        var (before, now) = (
            Inequality.Measure(Inequality.Of(shown.One.Baseline!.Value, shown.Other.Baseline!.Value)),
            Inequality.Measure(Inequality.Of(shown.One.Candidate, shown.Other.Candidate))
        );
        var bounds = of.IsRatio ? new Bounds(-shown.Bounds.Upper, -shown.Bounds.Lower) : shown.Bounds;
        var finding = Create(shown, rates, outcome, bounds, pairs.Count, alpha, now, null);
        return finding with
        {
            Evidence = finding.Evidence! with { Baseline = before },
            Found =
                $"{Key} went {Number(before)} to {Number(now)} ({Beside(shown)}; {Level(alpha)} interval of the change "
                + $"{Signed(bounds.Lower)} to {Signed(bounds.Upper)})"
                + Undecided(
                    shown,
                    outcome,
                    shown.Value > Allowed
                        ? "the change is beyond the limit, but may be chance"
                        : "a change beyond the limit is not excluded"
                ),
        };
    }

    /// <summary>The value of a measure without a limit.</summary>
    public Finding Reported(GroupRates rates, GroupPairs pairs)
    {
        if (rates.Problem is { } problem)
        {
            return Without(Outcome.NotMeasured, Severity.Info, problem);
        }

        var all = pairs.OfCandidate(evaluation.Alpha);
        var value = Inequality.Measure(all[0].Value);
        var finding = Create(all[0], rates, Outcome.Passed, all[0].Bounds, all.Count, evaluation.Alpha, value, "reported only");
        return finding with
        {
            Code = Diagnostics.MetricReported.Code,
            Severity = Severity.Info,
            Expected = "no limit",
            Found = $"{Key} is {Number(value)} ({Beside(all[0])})",
            Evidence = finding.Evidence! with { Interval = null },
        };
    }

    /// <summary>The finding where there is nothing to judge.</summary>
    public Finding Without(Outcome outcome, Severity most, string found) =>
        new()
        {
            Code = (outcome == Outcome.NotMeasured && limit is not null ? Diagnostics.MetricUndefined : Code).Code,
            Id = limit?.Id ?? measure.Id,
            Subject = evaluation.Model.Id.Text,
            Outcome = outcome,
            Severity =
                limit is null ? Severity.Info
                : most < limit.Severity ? most
                : limit.Severity,
            Expected = Expected,
            Found = $"{Key} of {Columns} {found}",
            Place = limit?.Place ?? measure.Place,
            Judged = JudgedRows.With(evaluation.Model, limit?.Value.Kind.ComparedWith ?? ComparedWith.Nothing),
            Evidence = new Evidence
            {
                Measure = Key,
                Groups = Columns,
                Limit = limit is null ? null : new Limit(limit.Value.Kind, limit.Value.Value),
                Rows = evaluation.Predictions.Rows,
            },
        };

    private Diagnostic Code => limit is null ? Diagnostics.MetricReported : Diagnostics.FairnessMustKeepLimit;

    private string Key => measure.Metric;

    private string Columns => PrintableText.From(string.Join(", ", groups.Columns.Columns.Select(column => column.Name)), most: 120);

    private string Expected =>
        limit?.Value.Kind.Expected.Replace(
            "{limit}",
            limit.Value.Value.ToString("0.0##########", CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        )
        ?? "no limit";

    private Finding Create(
        GroupPair shown,
        GroupRates rates,
        Outcome outcome,
        Bounds bounds,
        int pairs,
        double alpha,
        double value,
        string? note
    ) =>
        new()
        {
            Code = Code.Code,
            Id = limit?.Id ?? measure.Id,
            Subject = evaluation.Model.Id.Text,
            Outcome = outcome,
            Severity = outcome == Outcome.Inconclusive ? Inconclusive(shown) : limit?.Severity ?? Severity.Info,
            Expected = Expected,
            Found = "",
            Fix =
                outcome is Outcome.Failed
                    ? $"Look at the rows of {PrintableText.From(shown.One.Group, most: 60)} and "
                        + $"{PrintableText.From(shown.Other.Group, most: 60)}: too few of one in training, or labels given in another way"
                : outcome is Outcome.Inconclusive ? "Add test rows of the smaller group, or widen the limit"
                : null,
            Place = limit?.Place ?? measure.Place,
            Judged = JudgedRows.With(evaluation.Model, limit?.Value.Kind.ComparedWith ?? ComparedWith.Nothing),
            Evidence = new Evidence
            {
                Measure = Key,
                Groups = Columns,
                Candidate = value,
                Interval = new Interval(Finite(bounds.Lower), Finite(bounds.Upper), 1 - alpha, Method(pairs)),
                Limit = limit is null ? null : new Limit(limit.Value.Kind, limit.Value.Value),
                Rows = evaluation.Predictions.Rows,
                Leaning =
                    outcome != Outcome.Inconclusive ? null
                    : shown.Value > Allowed ? Leaning.Worse
                    : Leaning.Fine,
                Note = Note(shown, rates, note),
            },
        };

    private string Method(int pairs) =>
        (
            IsOfChange ? "infinitesimal jackknife"
            : of.IsRatio ? "MOVER of the logarithms"
            : "Newcombe"
        ) + (pairs > 1 ? string.Create(CultureInfo.InvariantCulture, $", simultaneous over {pairs:N0} pairs") : "");

    private static string Note(GroupPair shown, GroupRates rates, string? note)
    {
        string?[] notes =
        [
            Beside(shown),
            note,
            rates.TooSmall.Count > 0 ? $"too small to compare: {PrintableText.From(string.Join(", ", rates.TooSmall), most: 120)}" : null,
        ];
        return string.Join("; ", notes.OfType<string>());
    }

    private Severity Inconclusive(GroupPair shown)
    {
        var wanted =
            shown.Value <= Allowed ? Severity.Info
            : evaluation.Strict ? Severity.Error
            : Severity.Warn;
        return wanted < limit!.Severity ? wanted : limit.Severity;
    }

    private static string Undecided(GroupPair shown, Outcome outcome, string why) =>
        outcome != Outcome.Inconclusive ? ""
        : shown.MayProve ? $"; inconclusive: {why}"
        : "; inconclusive: too little information in a group";

    private static string Beside(GroupPair pair) =>
        $"{pair.One.Rate.Key} {Number(pair.One.Candidate)} for {PrintableText.From(pair.One.Group, most: 80)}, "
        + $"{Number(pair.Other.Candidate)} for {PrintableText.From(pair.Other.Group, most: 80)}";

    private static string Level(double alpha) => ((1 - alpha) * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;

    private static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    private static string Number(double value) =>
        double.IsInfinity(value) ? (value < 0 ? "−∞" : "∞") : value.ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−');
}
