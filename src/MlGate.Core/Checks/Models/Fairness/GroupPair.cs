using MlGate.Statistics;

namespace MlGate.Checks.Models.Fairness;

/// <summary>Two groups beside each other in one rate.</summary>
/// <param name="One">The group with the larger rate.</param>
/// <param name="Other">The other group.</param>
/// <param name="Value">What is limited: their inequality, or how much it rose against the baseline.</param>
/// <param name="Bounds">The bounds of that, which hold for all pairs together.</param>
internal sealed record GroupPair(GroupRate One, GroupRate Other, double Value, Bounds Bounds);
