using System.Text;
using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Reference;

/// <summary>Writes the reference page of the gate file from the table of its keys.</summary>
public static class GateReference
{
    private const string Column = "datasets.NAME.columns.COLUMN";

    private static readonly IReadOnlyList<(string Map, string Title, string Path)> Sections =
    [
        ("gate", "The file", ""),
        ("dataset", "A dataset", "datasets.NAME"),
        ("rows", "Rows", "datasets.NAME.rows"),
        ("column", "A column", Column),
        .. ConstraintKeys.Groups.Select(group => (group.Key, TitleOf(group.Key), $"{Column}.{group.Key}")),
        ("missing", "Missing values", $"{Column}.missing"),
        ("rule", "A rule across columns", "datasets.NAME.rules"),
        ("drift", "Drift", "datasets.NAME.drift"),
        ("drift-column", "Drift of one column", "datasets.NAME.drift.columns.COLUMN"),
        ("model", "A model", "models.NAME"),
        ("loader", "How the training data was loaded", "models.NAME.loader"),
        ("train", "Training", "models.NAME.train"),
        ("metric", "A metric", "models.NAME.metrics.METRIC"),
        .. ModelCheckSchemas.All.SelectMany(check => check.Pages),
    ];

    private static string TitleOf(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    /// <summary>The page's text, with LF and a final newline.</summary>
    public static string Write()
    {
        var page = new StringBuilder(GateIntroduction.Text.ReplaceLineEndings("\n"));
        var maps = GateSchema.AllMaps(GateKeys.Map).ToDictionary(map => map.Name, StringComparer.Ordinal);
        foreach (var (name, title, path) in Sections)
        {
            page.Append("\n## ").Append(title).Append('\n');
            if (path.Length > 0)
            {
                page.Append("\n`").Append(path).Append("`\n");
            }

            foreach (var key in maps[name].Keys)
            {
                Append(page, key);
            }

            maps.Remove(name);
        }

        if (maps.Count > 0)
        {
            throw new InvalidOperationException("The page has no section for " + string.Join(", ", maps.Keys));
        }

        AppendRuleVocabulary(page);
        AppendMetrics(page);
        return page.ToString();
    }

    private static void Append(StringBuilder page, KeyDefinition key)
    {
        page.Append("\n### `").Append(key.Name).Append('`').Append(key.Required ? " (required)" : "").Append("\n\n");
        page.Append(key.Meaning).Append("\n\n");
        page.Append("- Value: ").Append(key.Kind.Describe).Append('\n');
        if (key.Default is not null)
        {
            page.Append("- Default: ").Append(key.Default).Append('\n');
        }

        page.Append("- Example: `").Append(key.Example).Append("`\n");
        if (key.Codes.Count > 0)
        {
            page.Append("- Codes: ").AppendJoin(", ", key.Codes.Select(code => $"[{code.Code}](diagnostics/{code.Code}.md)")).Append('\n');
        }
    }

    private static void AppendRuleVocabulary(StringBuilder page)
    {
        page.Append(
            "\n## What a rule may use\n\nA rule uses one row: no query, no aggregate, no window, no function of files, settings, "
                + "time or random numbers.\n\n"
        );
        page.Append("- Operators: ").AppendJoin(", ", RuleVocabulary.Operators.Select(Code)).Append('\n');
        foreach (var (subject, names) in RuleVocabulary.Functions)
        {
            page.Append("- Functions of ").Append(subject).Append(": ").AppendJoin(", ", names.Select(Code)).Append('\n');
        }

        page.Append("- Types to cast to: ")
            .AppendJoin(", ", RuleVocabulary.Types.Select(type => Code(type.ToLowerInvariant())))
            .Append('\n');
        page.Append("- The pattern of `regexp_matches` and `regexp_full_match` is a constant in RE2 syntax.\n");

        static string Code(string word) => $"`{word}`";
    }

    private static void AppendMetrics(StringBuilder page)
    {
        page.Append("\n## The metrics\n\n| metric | tasks | better | points | definition |\n|---|---|---|---|---|\n");
        foreach (var metric in Metrics.Catalog.MetricCatalog.All)
        {
            var better = metric.Orientation switch
            {
                Metrics.Orientation.HigherIsBetter => "higher",
                Metrics.Orientation.LowerIsBetter => "lower",
                _ => "neither",
            };
            page.Append("| `")
                .Append(metric.Key)
                .Append("` | ")
                .AppendJoin(", ", metric.Tasks.Select(task => task.Key))
                .Append(" | ")
                .Append(better)
                .Append(" | ")
                .Append(metric.IsShare ? "yes" : "no")
                .Append(" | ")
                .Append(metric.Definition.Replace("|", "\\|", StringComparison.Ordinal))
                .Append(" |\n");
        }
    }
}
