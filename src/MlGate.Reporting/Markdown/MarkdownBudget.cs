using System.Text;

namespace MlGate.Reporting.Markdown;

/// <summary>Fits sections into the bytes that a site accepts, counted as UTF-8: that satisfies every reading of "characters".</summary>
internal static class MarkdownBudget
{
    /// <summary>A job summary on GitHub: 1 MiB a step, of which others may have used some.</summary>
    public const int Summary = 900_000;

    /// <summary>A comment on GitHub: 65,536 characters.</summary>
    public const int Comment = 60_000;

    /// <summary>The sections in their order, without (or with the short form of) those of the lowest priority that do not fit.</summary>
    public static string Fit(IReadOnlyList<MarkdownSection> sections, int bytes)
    {
        var kept = sections.ToList();
        var text = Join(kept, []);
        while (
            Encoding.UTF8.GetByteCount(text) > bytes
            && kept.FindLastIndex(section => section.Priority == kept.Max(other => other.Priority)) is var last
            && kept[last].Priority > 0
        )
        {
            if (kept[last].Short is { } brief)
            {
                kept[last] = new(0, kept[last].Title, brief);
            }
            else
            {
                kept.RemoveAt(last);
            }

            text = Join(kept, [.. sections.Where(section => !kept.Contains(section)).Select(section => section.Title)]);
        }

        return text;
    }

    private static string Join(List<MarkdownSection> kept, IReadOnlyList<string> dropped)
    {
        var bodies = kept.Select(section => section.Body).ToList();
        if (dropped.Count > 0)
        {
            bodies.Insert(bodies.Count - 1, $"*Omitted because of the size limit: {string.Join(", ", dropped)}. See report.json.*");
        }

        return string.Join("\n\n", bodies) + "\n";
    }
}
