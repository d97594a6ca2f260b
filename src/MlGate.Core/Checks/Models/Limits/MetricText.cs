using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models.Limits;

/// <summary>Words and numbers of a limit. Decimals follow from the interval's width: more would be noise.</summary>
internal sealed class MetricText
{
    private const int MostDecimals = 6;
    private readonly MetricLimitEvaluation evaluation;
    private readonly int decimals;

    public MetricText(MetricLimitEvaluation evaluation)
    {
        this.evaluation = evaluation;
        var width = evaluation.Bounds.Width * (evaluation.IsRelative ? 100 : 1);
        var fitting = width > 0 && double.IsFinite(width) ? 1 + (int)Math.Ceiling(-Math.Log10(width)) : 3;
        var least =
            evaluation.IsRelative ? 1
            : evaluation.Metric.Maximum - evaluation.Metric.Minimum <= 2 ? 3
            : 0;
        decimals = Math.Clamp(fitting, least, MostDecimals);

        // A number that breaks a limit must not be printed as equal to it.
        var (value, limit) = (
            Scaled(evaluation.Baseline is null ? evaluation.Candidate : Math.Abs(evaluation.Estimate.Value)),
            Scaled(evaluation.Limit.Value)
        );
        while (decimals < MostDecimals && value != limit && Math.Round(value, decimals) == Math.Round(limit, decimals))
        {
            decimals++;
        }
    }

    /// <summary>What a limit expects.</summary>
    public static string Expected(MetricLimit limit) =>
        limit.Kind.Expected.Replace(
            "{limit}",
            limit.Kind.IsRelative
                ? (limit.Value * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %"
                : limit.Value.ToString("0.0##########", CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    /// <summary>The method of the interval; with the Monte Carlo error of its lower bound where replicates were drawn.</summary>
    public static string Method(MetricLimitEvaluation evaluation)
    {
        var error = evaluation.Estimate.BoundError(evaluation.Alpha);
        return evaluation.Estimate.Method
            + (
                error is > 0 and < double.PositiveInfinity
                    ? string.Create(CultureInfo.InvariantCulture, $", Monte Carlo error of a bound {error:G2}")
                    : ""
            )
            + (
                evaluation is { Segment: not null, Family: > 1 }
                    ? string.Create(CultureInfo.InvariantCulture, $", simultaneous over {evaluation.Family:N0} limits of segments")
                    : ""
            );
    }

    /// <summary>What was found, with its interval.</summary>
    public string Found()
    {
        var on = evaluation.Denominator.IsRows ? "" : $" on {Count(evaluation.Denominator.Count)} {evaluation.Denominator.Name}";
        if (evaluation.Baseline is null || !evaluation.Limit.Kind.IsOfChange)
        {
            return $"{evaluation.Gate.Metric} is {Number(evaluation.Candidate)} ({Level()} interval {Number(evaluation.Bounds.Lower)} to "
                + $"{Number(evaluation.Bounds.Upper)}{on})";
        }

        var change = evaluation.Estimate.Value;
        var moved =
            change == 0 ? "did not change"
            : double.IsInfinity(change) ? "rose from 0"
            : $"{(change < 0 ? "dropped" : "rose")} {Amount(Math.Abs(change))}";
        return $"{evaluation.Gate.Metric} {moved} ({Number(evaluation.Baseline.Value)} → {Number(evaluation.Candidate)}{on}; "
            + $"{Level()} interval "
            + $"{Signed(evaluation.Bounds.Lower)} to {Signed(evaluation.Bounds.Upper)})";
    }

    /// <summary>Why nothing is decided.</summary>
    public string Inconclusive(Leaning leaning) =>
        "inconclusive: "
        + (
            !evaluation.HasEnoughInformation ? "too little information"
            : evaluation.Rule == LimitRule.RequiredGain && leaning == Leaning.Worse
                ? "the estimate is below the required gain, but that gain is not excluded"
            : evaluation.Rule == LimitRule.RequiredGain ? "the estimate reaches the required gain, but a smaller gain is not excluded"
            : leaning == Leaning.Worse ? "the estimate is beyond the margin, but the loss is not statistically significant"
            : "the estimate is within the margin, but a loss beyond it is not excluded"
        );

    /// <summary>What would make the limit decidable.</summary>
    public string MoreRows()
    {
        var what = evaluation.Denominator.Name;
        var needed = evaluation.Needed is { } count
            ? $"about {Count(count)} {what} needed for this margin"
            : $"the estimate is too close to the limit for {Count(evaluation.Denominator.Count)} {what}";
        return $"Add test rows or widen the margin: {needed}"
            + (
                evaluation.MinimumDetectableEffect is { } effect
                    ? $"; {Count(evaluation.Denominator.Count)} detect a loss of {Amount(effect)} or more"
                    : ""
            );
    }

    /// <summary>An amount of change in the limit's unit.</summary>
    public string Amount(double value) => evaluation.IsRelative ? Fixed(value * 100) + " %" : Fixed(value);

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private double Scaled(double value) => evaluation.IsRelative ? value * 100 : value;

    private string Level() => ((1 - (2 * evaluation.Alpha)) * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    // Values are printed with the decimals of the change; percentages of change have their own.
    private string Number(double value) =>
        evaluation.IsRelative ? value.ToString("G5", CultureInfo.InvariantCulture).Replace('-', '−') : Fixed(value);

    private string Signed(double value) => (Math.Round(Scaled(value), decimals) > 0 ? "+" : "") + Amount(value);

    private string Fixed(double value)
    {
        if (double.IsInfinity(value))
        {
            return value < 0 ? "−∞" : "∞";
        }

        var rounded = Math.Round(value, decimals);
        return (rounded == 0 ? 0 : rounded)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace('-', '−');
    }
}
