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
        var label = Text(finding.Id, finding.Evidence?.Limit?.Kind.Key);
        return new TextPart(TextPartKind.Label, label.Length == 0 ? finding.Subject : label);
    }

    private static string Text(CheckId id, string? kind)
    {
        // A check of the run may be about another check: waivers.models.churn.metrics.auc.min.
        if (id.Section is null && id.Steps.Count > 1 && CheckId.Parse(id.Text[(id.Steps[0].Length + 1)..]) is { Section: not null } inner)
        {
            return id.Steps[0] + " " + Text(inner, kind);
        }

        var path = id.Path;
        var last = path.Count > 0 && path[^1] == kind ? path.Count - 1 : path.Count;

        // A column may be called like a group: its place tells them apart.
        var steps = path.Take(last).Where((step, at) => at == last - 1 || !Groups.Contains(step) || at != (path[0] == "drift" ? 1 : 0));
        return string.Join(' ', (id.Name is { } name ? steps.Prepend(name) : steps).Where(step => step.Length > 0));
    }
}
