using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// Change of a counting metric by few discordant rows: a linear function of the shares of the kinds of discordant rows, with Wilson's
/// interval of each share, joined by the method of
/// variance estimates recovery (Zou, Huang and Zhang 2009). Kinds that were not seen count as well: their shares have an upper bound.
/// </summary>
/// <param name="value">The change.</param>
/// <param name="kinds">Per kind of discordant row how many there are, and what one of them changes.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="minimum">Smallest possible change.</param>
/// <param name="maximum">Largest possible change.</param>
internal sealed class DiscordanceEstimate(
    double value,
    IReadOnlyList<(long Count, double Effect)> kinds,
    long rows,
    double minimum,
    double maximum
) : Estimate
{
    public override double Value => value;

    public override string Method => "Wilson's intervals of the discordant rows, MOVER";

    // Not 0 without discordant rows: as if there were one of the largest effect.
    public override double StandardError { get; } =
        Math.Sqrt(Math.Max(kinds.Sum(kind => kind.Count * kind.Effect * kind.Effect), kinds.Max(kind => kind.Effect * kind.Effect)));

    public override bool HoldsForFewRows => true;

    public override bool NeedsPermutation => true;

    public override Bounds At(double alpha)
    {
        var (below, above) = (0.0, 0.0);
        foreach (var (count, effect) in kinds)
        {
            var share = Wilson.Interval(count, rows, alpha);
            var (fewer, more) = ((effect * (count - (share.Lower * rows))), effect * ((share.Upper * rows) - count));
            (below, above) =
                effect > 0 ? (below + (fewer * fewer), above + (more * more)) : (below + (more * more), above + (fewer * fewer));
        }

        return new Bounds(value - Math.Sqrt(below), value + Math.Sqrt(above)).Clamp(minimum, maximum);
    }

    public override double PNoDrop =>
        value < 0 ? BoundLevel.For(alpha => At(alpha).Upper >= 0) : 1 - BoundLevel.For(alpha => At(alpha).Lower <= 0);

    public override double PNoRise => 1 - PNoDrop;
}
