using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The short name of a check: its path in the gate file without what the reader knows anyway.</summary>
internal static class CheckLabel
{
    /// <summary><c>models.churn.metrics.recall.max-drop</c> → <c>churn recall</c>; the limit's kind stands beside it in every form.</summary>
    public static string Of(Finding finding)
    {
        var id = finding.Id;
        foreach (var area in (ReadOnlySpan<string>)["models.", "datasets."])
        {
            if (id.StartsWith(area, StringComparison.Ordinal)) id = id[area.Length..];
        }

        if (finding.Evidence?.Limit is { } limit && id.EndsWith("." + limit.Kind, StringComparison.Ordinal)) id = id[..^(limit.Kind.Length + 1)];
        foreach (var word in (ReadOnlySpan<string>)[".metrics.", ".columns.", ".segments."])
        {
            id = id.Replace(word, " ", StringComparison.Ordinal);
        }

        return id.Length == 0 ? finding.Subject : id;
    }
}
