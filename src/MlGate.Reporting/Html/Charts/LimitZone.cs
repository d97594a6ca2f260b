using MlGate.Findings;

namespace MlGate.Reporting.Html.Charts;

/// <summary>Where a limit lies on the axis of the interval that decides it.</summary>
/// <param name="Value">The candidate's value, or the change, on that axis; null where unknown.</param>
/// <param name="Below">Nothing below is allowed; null for no such end.</param>
/// <param name="Above">Nothing above is allowed; null for no such end.</param>
/// <param name="IsChange">Is 0 on the axis "nothing changed"?</param>
internal sealed record LimitZone(double? Value, double? Below, double? Above, bool IsChange)
{
    /// <summary>The zone of an evidence; without an end where the kind of limit alone does not tell which way is worse.</summary>
    public static LimitZone From(Evidence evidence)
    {
        var axis = evidence.Limit?.Kind switch
        {
            { Direction: not Direction.Any, IsRelative: true } => Relative(evidence),
            { Direction: not Direction.Any } => evidence.Candidate - evidence.Baseline,
            _ => evidence.Candidate,
        };
        return evidence.Limit switch
        {
            { Kind.Direction: Direction.Drop, Value: var limit } => new(axis, -limit, null, true),
            { Kind.Direction: Direction.Rise, Value: var limit } => new(axis, null, limit, true),
            { Kind.Direction: Direction.Gain } => new(axis, null, null, true),
            { Kind: { IsOfChange: false, IsLeast: true, OfMetrics: not null }, Value: var limit } => new(axis, limit, null, false),
            { Kind: { IsOfChange: false, IsLeast: false }, Value: var limit } => new(axis, null, evidence.Threshold ?? limit, false),
            _ => new(axis, null, null, false),
        };
    }

    private static double? Relative(Evidence evidence) =>
        evidence is { Baseline: { } before and not 0, Candidate: { } now } ? (now / before) - 1 : null;
}
