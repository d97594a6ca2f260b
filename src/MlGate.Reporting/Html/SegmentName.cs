using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The segment that a finding is about, read from its id: <c>models.churn.segments.contract=Two year.recall.min</c>.</summary>
internal static class SegmentName
{
    /// <summary><c>contract=Two year</c>; null for a finding over all rows.</summary>
    public static string? From(ReportedArtifact model, Finding finding)
    {
        var prefix = model.Id + ".segments.";
        if (!finding.Id.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        // A segment's name may have dots of its own, so what follows it is taken off from the end.
        var name = finding.Id[prefix.Length..];
        foreach (var end in new[] { finding.Evidence?.Limit?.Kind.Key, finding.Evidence?.Measure }.OfType<string>())
        {
            if (name.EndsWith("." + end, StringComparison.Ordinal))
            {
                name = name[..^(end.Length + 1)];
            }
        }

        return name;
    }
}
