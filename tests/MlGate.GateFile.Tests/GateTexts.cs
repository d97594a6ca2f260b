namespace MlGate.GateFile.Tests;

/// <summary>The text of gate files around the lines that a case is about.</summary>
internal static class GateTexts
{
    public static string Root(string lines) => "version: 1\nname: a\n" + lines + "\n";

    public static string Dataset(string lines) => Root("datasets:\n  d:\n    " + lines);

    public static string Column(string column) => Dataset("path: a.csv\n    columns:\n      c: " + column);

    public static string DriftOf(string columns) =>
        Dataset(
            "path: a.csv\n    columns: { n: { type: number }, c: { type: category }, t: { type: date } }\n    drift: { columns: { "
                + columns
                + " } }"
        );

    /// <summary>A model on lines 5 to 9 with a key replaced, or added from line 10.</summary>
    public static string Model(params string[] changes)
    {
        List<string> lines = ["path: m.zip", "task: binary-classification", "test: d", "label: churn", "positive: \"Yes\""];
        foreach (var change in changes)
        {
            var at = lines.FindIndex(line => line.Split(':')[0] == change.Split(':')[0]);
            if (at >= 0)
            {
                lines[at] = change;
            }
            else
            {
                lines.Insert(Math.Min(lines.Count, 4), change);
            }
        }

        if (changes.Any(change => change.StartsWith("task:", StringComparison.Ordinal)))
        {
            lines.RemoveAll(line => line == "positive: \"Yes\"");
        }

        return Root(
            "datasets: { d: { path: d.csv, columns: { churn: { type: category, in: [\"Yes\", \"No\"] } } } }\nmodels:\n  m:\n    "
                + string.Join("\n    ", lines)
        );
    }

    public static string Metric(string metrics) =>
        Model("metrics: { " + metrics + " }").Replace("    metrics", "    severity: error\n    metrics", StringComparison.Ordinal);
}
