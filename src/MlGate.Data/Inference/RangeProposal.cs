using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>A range that the next batch keeps too.</summary>
/// <param name="Min">Smallest value; null for no limit.</param>
/// <param name="Max">Largest value; null for no limit.</param>
/// <param name="Mostly">Share of the values that must keep it.</param>
internal sealed record RangeProposal(double? Min, double? Max, double Mostly)
{
    /// <summary>
    /// The share where nothing speaks for another one: a single odd row in a large batch is no failure, one in a small batch is.
    /// </summary>
    public const double UsualShare = 0.995;

    private const double LongTailShare = 0.99;

    private const double HeavyTailShare = 0.97;

    // Beyond it neighbouring integers are one double.
    private const double LargestExact = 1L << 53;

    // Marks of a missing value are near the largest double; a range that takes them says nothing.
    private const double LargestUseful = 1e300;

    private static readonly RangeProposal None = new(null, null, 1);

    /// <summary>
    /// The range: as far again as the values reach, zero where none is negative, no end where it grows with the calendar. Where a tail is
    /// long the bounds follow from the 1 % quantiles, since the extremes are luck.
    /// </summary>
    public static RangeProposal For(InferredColumn column)
    {
        if (
            column.Numbers is not { } numbers
            || column.Distinct < 2
            || column.Role is ColumnRole.Id or ColumnRole.Ignore
            || RoleGuess.IsIdentifier(column.Name)
        )
        {
            return None;
        }

        var whole = column.Type == ColumnType.Integer;
        var width = numbers.Q99 - numbers.Q01;
        width = width > 0 ? width : numbers.Max - numbers.Min;
        var (tailAbove, tailBelow) = (numbers.Max - numbers.Q99 > width / 2, numbers.Q01 - numbers.Min > width / 2);
        var (low, high) = (tailBelow ? numbers.Q01 : numbers.Min, tailAbove ? numbers.Q99 : numbers.Max);
        var reach = high > low ? high - low : width;
        var bounds = OutwardBounds.For(
            Within(numbers.Min >= 0 ? 0 : double.MinValue, low - (tailBelow ? 2 * reach : reach)),
            -Within(numbers.Max <= 0 ? 0 : double.MinValue, -high - (tailAbove ? 2 * reach : reach)),
            whole
        );
        if (!(Math.Max(-bounds.Min, bounds.Max) < LargestUseful) || (whole && Math.Max(-bounds.Min, bounds.Max) >= LargestExact))
        {
            return None;
        }

        var mostly =
            numbers.Q999 > bounds.Max || numbers.Q001 < bounds.Min ? HeavyTailShare
            : tailAbove || tailBelow ? LongTailShare
            : UsualShare;
        return new RangeProposal(bounds.Min, RoleGuess.IsCalendar(column.Name) ? null : bounds.Max, mostly);
    }

    private static double Within(double least, double bound) => Math.Max(least, bound);
}
