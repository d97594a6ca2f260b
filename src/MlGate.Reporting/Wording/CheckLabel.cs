using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The short name of a check: its path in the gate file without what the reader knows anyway.</summary>
internal static class CheckLabel
{
    /// <summary>
    /// <c>models.churn.metrics.recall.max-drop</c> → <c>churn recall</c>; the limit's kind stands beside it in every form.
    /// </summary>
    public static TextPart For(Finding finding)
    {
        var id = finding.Id;
        foreach (var area in (ReadOnlySpan<string>)["models.", "datasets."])
        {
            if (id.StartsWith(area, StringComparison.Ordinal))
            {
                id = id[area.Length..];
            }
        }

        if (finding.Evidence?.Limit is { } limit && id.EndsWith("." + limit.Kind.Key, StringComparison.Ordinal))
        {
            id = id[..^(limit.Kind.Key.Length + 1)];
        }

        foreach (var word in (ReadOnlySpan<string>)[".metrics.", ".columns.", ".segments.", ".rules.", ".drift."])
        {
            id = id.Replace(word, " ", StringComparison.Ordinal);
        }

        // The first and the last dot part words of the gate file; those between may be part of a column's name.
        if (id.IndexOf('.', StringComparison.Ordinal) is var first and > 0 && !id.AsSpan(0, first).Contains(' '))
        {
            id = string.Concat(id.AsSpan(0, first), " ", id.AsSpan(first + 1));
        }

        if (id.LastIndexOf('.') is var last and > 0 && last + 1 < id.Length && char.IsAsciiLetter(id[last + 1]))
        {
            id = string.Concat(id.AsSpan(0, last), " ", id.AsSpan(last + 1));
        }

        return new TextPart(TextPartKind.Label, id.Length == 0 ? finding.Subject : id);
    }
}
