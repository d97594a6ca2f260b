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
    public static LimitZone Of(Evidence evidence)
    {
        var change = evidence.Candidate - evidence.Baseline;
        return evidence.Limit switch
        {
            { Kind: "min", Value: var limit } => new(evidence.Candidate, limit, null, false),
            { Kind: "max" or "limit", Value: var limit } => new(evidence.Candidate, null, evidence.Threshold ?? limit, false),
            { Kind: "max-drop" or "max-drop-since-anchor", Value: var limit } => new(change, -limit, null, true),
            { Kind: "max-rise" or "max-rise-since-anchor", Value: var limit } => new(change, null, limit, true),
            { Kind: "max-relative-drop", Value: var limit } => new(Relative(evidence), -limit, null, true),
            { Kind: "max-relative-rise", Value: var limit } => new(Relative(evidence), null, limit, true),
            { Kind: "min-gain" or "max-gain" } => new(change, null, null, true),
            _ => new(evidence.Candidate, null, null, false),
        };
    }

    private static double? Relative(Evidence evidence) =>
        evidence is { Baseline: { } before and not 0, Candidate: { } now } ? (now / before) - 1 : null;
}
