using MlGate.Statistics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>Two groups beside each other in one rate.</summary>
/// <param name="One">The group with the larger rate.</param>
/// <param name="Other">The other group.</param>
/// <param name="Value">What is limited: their inequality, or how much it rose against the baseline.</param>
/// <param name="Bounds">The bounds of that, which hold for all pairs together.</param>
internal sealed record GroupPair(GroupRate One, GroupRate Other, double Value, Bounds Bounds)
{
    // Clusters that lie in one group each may add up to nothing but rounding: no interval is that narrow.
    private const double Rounding = 1e-9;

    /// <summary>True if nothing changed in either group: both models are the same there.</summary>
    public bool IsUnchanged => Bounds is { Lower: 0, Upper: 0 };

    /// <summary>True if its bounds may prove something.</summary>
    public bool MayProve => !One.IsScarce && !Other.IsScarce && Bounds.Width > Rounding;

    /// <summary>True if it is beyond a limit, and beyond chance.</summary>
    public bool Breaks(double allowed) => Value > allowed && Bounds.Lower > 0 && MayProve;

    /// <summary>True if it is proven to keep a limit.</summary>
    public bool Keeps(double allowed) => IsUnchanged || (MayProve && Bounds.Upper <= allowed);
}
