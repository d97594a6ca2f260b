using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The short name of a check: its path in the gate file without what the reader knows anyway.</summary>
internal static class CheckLabel
{
    // Groups of the gate file, whose members say what they are.
    private static readonly HashSet<string> Groups = ["metrics", "columns", "segments", "rules"];

    /// <summary>
    /// <c>models.churn.metrics.recall.max-drop</c> → <c>churn recall</c>; the limit's kind stands beside it in every form.
    /// </summary>
    public static TextPart For(Finding finding)
    {
        var (id, path) = (finding.Id, finding.Id.Path);
        var last = path.Count > 0 && finding.Evidence?.Limit is { } limit && path[^1] == limit.Kind.Key ? path.Count - 1 : path.Count;
        var steps = path.Take(last).Where((step, at) => at == last - 1 || !Groups.Contains(step));
        var label = string.Join(' ', (id.Name is { } name ? steps.Prepend(name) : steps).Where(step => step.Length > 0));
        return new TextPart(TextPartKind.Label, label.Length == 0 ? finding.Subject : label);
    }
}
