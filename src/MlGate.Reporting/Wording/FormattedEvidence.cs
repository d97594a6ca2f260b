using System.Runtime.CompilerServices;
using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>
/// The numbers of one finding, all at one precision: two digits of the interval's width, and as many more as it takes
/// that no shown number looks equal to the limit unless it is. So what is shown is what decides.
/// </summary>
internal sealed record FormattedEvidence
{
    private const double Equal = 1e-9;
    private static readonly FormattedEvidence None = new();

    // Every sentence about a finding asks for them again.
    private static readonly ConditionalWeakTable<Evidence, FormattedEvidence> Known = [];

    /// <summary>The baseline's value.</summary>
    public string? Before { get; private init; }

    /// <summary>The candidate's value.</summary>
    public string? Now { get; private init; }

    /// <summary>Candidate − baseline with its sign; for a relative limit as a share of the baseline, in percent.</summary>
    public string? Change { get; private init; }

    /// <summary>Lower end of the interval that decides.</summary>
    public string? Lower { get; private init; }

    /// <summary>Upper end of the interval that decides.</summary>
    public string? Upper { get; private init; }

    /// <summary>Is the interval one of the candidate's value, and not of the change?</summary>
    public bool OfTheValue { get; private init; }

    /// <summary>The limit's number.</summary>
    public string? Limit { get; private init; }

    /// <summary>The smallest loss that could be found.</summary>
    public string? Detectable { get; private init; }

    /// <summary>Both ends of the interval that decides: <c>−0.061 to −0.021</c>; null without one.</summary>
    public string? Range => (Lower ?? Upper) is null ? null : $"{Lower ?? "−∞"} to {Upper ?? "∞"}";

    /// <summary>True if there is a number to show at all.</summary>
    public bool Any => Now is not null || Before is not null;

    /// <summary>The figures of an evidence; all null without one.</summary>
    public static FormattedEvidence From(Evidence? evidence) => evidence is null ? None : Known.GetValue(evidence, Made);

    private static FormattedEvidence Made(Evidence evidence)
    {
        if (evidence is { Limit: { Kind: { IsRelative: true, Direction: not Direction.Any } } relative })
        {
            return Relative(evidence, relative);
        }

        if (evidence.Measure is "broken" or "missing" or "shared rows")
        {
            return Share(evidence);
        }

        var (before, now) = (Finite(evidence.Baseline), Finite(evidence.Candidate));
        var (lower, upper) = (Finite(evidence.Interval?.Lower), Finite(evidence.Interval?.Upper));
        var change = now - before;
        var ofTheValue = evidence.Limit is null or { Kind.IsOfChange: false };
        var limit = Finite(evidence.Threshold ?? evidence.Limit?.Value);
        var decimals = Decimals(before, now, lower, upper, limit, ofTheValue ? [now, lower, upper] : [change, lower, upper]);
        string? Bound(double? end) =>
            end is null ? null
            : ofTheValue ? Numbers.Fixed(end.Value, decimals)
            : Numbers.Signed(end.Value, decimals);

        return new FormattedEvidence
        {
            Before = before is null ? null : Numbers.Fixed(before.Value, decimals),
            Now = now is null ? null : Numbers.Fixed(now.Value, decimals),
            Change = change is null ? null : Numbers.Signed(change.Value, decimals),
            Lower = Bound(lower),
            Upper = Bound(upper),
            OfTheValue = ofTheValue,
            Limit = limit is null ? null : Numbers.Fixed(limit.Value, Math.Max(Numbers.DecimalsOf(limit.Value), Math.Min(decimals, 3))),
            Detectable = Finite(evidence.MinimumDetectableEffect) is { } effect ? Numbers.Fixed(effect, Math.Max(decimals, 3)) : null,
        };
    }

    // Shares of the rows, which people say in percent; 'mostly' is a limit on those that are sound.
    private static FormattedEvidence Share(Evidence evidence)
    {
        var (before, now) = (100 * Finite(evidence.Baseline), 100 * Finite(evidence.Candidate));
        var limit = evidence.Limit is { } declared
            ? Finite(100 * (declared.Kind == LimitKinds.Mostly ? 1 - declared.Value : declared.Value))
            : null;
        var decimals = Math.Clamp(Decimals(null, null, null, null, limit, [before, now]), 1, 6);
        while (decimals < 6 && now is > 0 && Math.Round(now.Value, decimals) == 0)
        {
            decimals++;
        }

        string? Percent(double? value) => value is { } known ? Numbers.Fixed(known, decimals) + " %" : null;

        return new FormattedEvidence
        {
            Before = Percent(before),
            Now = Percent(now),
            Change = now - before is { } change ? Numbers.Signed(change, decimals) + " points" : null,
            OfTheValue = true,
            Limit = limit is { } at ? Numbers.Percent(Math.Round(at, 9) / 100) : null,
        };
    }

    // The change, its interval and its limit are shares of the baseline's value; the values themselves keep their own unit.
    private static FormattedEvidence Relative(Evidence evidence, Limit limit)
    {
        var (before, now) = (Finite(evidence.Baseline), Finite(evidence.Candidate));
        var (lower, upper) = (100 * Finite(evidence.Interval?.Lower), 100 * Finite(evidence.Interval?.Upper));
        var change = before is { } from && from != 0 ? 100 * ((now / from) - 1) : null;
        var decimals = Math.Max(1, Decimals(null, null, lower, upper, 100 * limit.Value, [change, lower, upper]));
        string? Percent(double? value) => value is { } known ? Numbers.Signed(known, decimals) + " %" : null;
        var values = Start([.. new[] { before, now }.OfType<double>()], null);

        return new FormattedEvidence
        {
            Before = before is { } was ? Numbers.Fixed(was, values) : null,
            Now = now is { } value ? Numbers.Fixed(value, values) : null,
            Change = Percent(change),
            Lower = Percent(lower),
            Upper = Percent(upper),
            Limit = Numbers.Percent(limit.Value),
            Detectable = Finite(evidence.MinimumDetectableEffect) is { } effect ? Numbers.Fixed(100 * effect, decimals) + " %" : null,
        };
    }

    private static int Decimals(double? before, double? now, double? lower, double? upper, double? limit, double?[] deciding)
    {
        var values = new[] { before, now, lower, upper }.OfType<double>().ToList();
        var decimals = Start(values, upper - lower);
        if (limit is not { } at)
        {
            return decimals;
        }

        while (decimals < 8 && deciding.OfType<double>().Any(value => Blurred(value, at, decimals) || Blurred(value, -at, decimals)))
        {
            decimals++;
        }

        return decimals;
    }

    private static int Start(List<double> values, double? width)
    {
        var largest = values.Count == 0 ? 0 : values.Max(Math.Abs);
        var least = values.Count > 0 && largest <= 1 ? 3 : 0;
        if (width is > 0)
        {
            return Math.Clamp(2 - (int)Math.Ceiling(Math.Log10(width.Value)), least, 6);
        }

        if (values.All(value => Math.Abs(value - Math.Round(value)) < Equal) && largest > 1)
        {
            return 0;
        }

        if (values.Count == 0)
        {
            return 0;
        }

        return largest > 1 ? Math.Clamp(3 - (int)Math.Floor(Math.Log10(largest)), 0, 3) : 3;
    }

    private static bool Blurred(double value, double limit, int decimals) =>
        Math.Abs(value - limit) > Equal && Math.Abs(Math.Round(value, decimals) - Math.Round(limit, decimals)) < Equal;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
