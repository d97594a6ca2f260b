using static MlGate.GateFile.Tests.GateTexts;

namespace MlGate.GateFile.Tests;

/// <summary>Gate files that are wrong in one way each: text, codes with places, and whether the schema can tell.</summary>
internal static class BadGates
{
    /// <param name="Name">What is wrong.</param>
    /// <param name="Text">The gate file.</param>
    /// <param name="Expected">Codes and places of all problems, in their order.</param>
    /// <param name="SchemaTells">Does the published schema refuse it too?</param>
    internal sealed record Case(string Name, string Text, string Expected, bool SchemaTells = true);

    public static IReadOnlyList<Case> All { get; } = [.. Yaml(), .. Roots(), .. Datasets(), .. Columns(), .. Models(), .. Metrics()];

    // YAML itself: no schema sees it.
    private static IEnumerable<Case> Yaml()
    {
        yield return new("empty file", "", "MLG0001 1:1", false);
        yield return new("only comments", "# nothing\n", "MLG0001 1:1", false);
        yield return new("a list as the file", "- version: 1\n", "MLG0001 1:1");
        yield return new("a text as the file", "hello\n", "MLG0001 1:1");
        yield return new("unclosed quote", "version: 1\nname: \"a\n", "MLG0001 2:7", false);
        yield return new("unclosed bracket", "version: 1\nname: [a\n", "MLG0001 3:1", false);
        yield return new("tab as indentation", "version: 1\ndatasets:\n\td: {}\n", "MLG0001 3:1", false);
        yield return new("a key without colon", "version: 1\nname a\n", "MLG0001 2:1", false);
        yield return new("duplicate key", Root("name: b"), "MLG0005 3:1", false);
        yield return new("duplicate metric", Metric("auc: {}, auc: { min: 0.5 }"), "MLG0005 11:25", false);
        yield return new("tag", Root("baseline: !!str auto"), "MLG0009 3:11", false);
        yield return new("tag of an object", Root("baseline: !System.Diagnostics.Process auto"), "MLG0009 3:11", false);
        yield return new("anchor and alias", Root("baseline: &a auto\nanchor: *a"), "MLG0009 3:11, MLG0009 4:9", false);
        yield return new("merge key", Root("datasets: { d: { <<: { path: a.csv } } }"), "MLG0006 3:13, MLG0009 3:18", false);
        yield return new("two documents", Root("---\nversion: 1"), "MLG0009 3:1", false);
        yield return new("an old version of YAML", "%YAML 1.1\n---\n" + Root(""), "MLG0009 1:1", false);
        yield return new("a list as a key", Root("? [a]\n: 1"), "MLG0009 3:3", false);
        yield return new("a NUL, behind which all would be ignored", Root("baseline: a\0b\nalpha: 1"), "MLG0001 3:12", false);
        yield return new("a byte order mark in the middle", Root("baseline: \uFEFFa"), "MLG0001 3:11", false);
        yield return new("33 levels", Root("baseline: " + new string('[', 40) + new string(']', 40)), "MLG0010 3:43", false);
        yield return new(
            "20,001 values",
            Root("strict-branches: [" + string.Join(',', Enumerable.Repeat("a", 20_001)) + "]"),
            "MLG0010 3:40005",
            false
        );
        yield return new("257 KiB", Root("# " + new string('x', 257 * 1024)), "MLG0010 0:0", false);
    }

    private static IEnumerable<Case> Roots()
    {
        yield return new("nothing but a comment and a map", "{}\n", "MLG0006 1:1, MLG0006 1:1");
        yield return new("no version", "name: a\n", "MLG0006 1:1");
        yield return new("no name", "version: 1\n", "MLG0006 1:1");
        yield return new("a newer version", "version: 2\nname: a\n", "MLG0011 1:10");
        yield return new("version as text", "version: \"1\"\nname: a\n", "MLG0003 1:10");
        yield return new("version with a fraction", "version: 1.5\nname: a\n", "MLG0003 1:10");
        yield return new("upper case in the name", "version: 1\nname: Churn Model\n", "MLG0004 2:7");
        yield return new("a number as the name", "version: 1\nname: 12\n", "MLG0003 2:7");
        yield return new("65 characters in the name", "version: 1\nname: " + new string('a', 65) + "\n", "MLG0004 2:7");
        yield return new("unknown key", Root("datsets: {}"), "MLG0002 3:1");
        yield return new("a key that comes later", Root("serving: {}"), "MLG0002 3:1");
        yield return new("alpha 0", Root("alpha: 0"), "MLG0004 3:8");
        yield return new("alpha 1", Root("alpha: 1"), "MLG0004 3:8");
        yield return new("alpha one half", Root("alpha: 0.5"), "MLG0004 3:8");
        yield return new("alpha not a number", Root("alpha: .nan"), "MLG0003 3:8", false);
        yield return new("alpha infinite", Root("alpha: .inf"), "MLG0003 3:8", false);
        yield return new("alpha beyond a double", Root("alpha: 1e999"), "MLG0003 3:8", false);
        yield return new("alpha as text", Root("alpha: low"), "MLG0003 3:8");
        yield return new("alpha in quotes", Root("alpha: \"0.05\""), "MLG0003 3:8");
        yield return new("alpha with a decimal comma", Root("alpha: 0,05"), "MLG0003 3:8");
        yield return new("alpha empty", Root("alpha:"), "MLG0003 3:7");
        yield return new("waivers of nobody", Root("waivers: base"), "MLG0004 3:10");
        yield return new("yes as a boolean", Root("require-baseline: yes"), "MLG0003 3:19");
        yield return new("a map as a baseline", Root("baseline: { ref: main }"), "MLG0003 3:11");
        yield return new("a baseline that git takes for an option", Root("baseline: --upload-pack=x"), "MLG0004 3:11");
        yield return new("a range as a baseline", Root("baseline: main..dev"), "MLG0004 3:11");
        yield return new("a stage as an anchor", Root("anchor: stage:production"), "MLG0004 3:9");
        yield return new("one branch without brackets", Root("strict-branches: main"), "MLG0003 3:18");
        yield return new("no branch", Root("strict-branches: []"), "MLG0004 3:18");
        yield return new("a branch twice", Root("strict-branches: [main, main]"), "MLG0005 3:25");
        yield return new("extends nothing", Root("extends: ../policy/none.yml"), "MLG0013 3:10", false);
        yield return new("extends outside", Root("extends: ../../../etc/passwd"), "MLG3001 3:10", false);
        yield return new("extends a link to the outside", Root("extends: links/a.yml"), "MLG3001 3:10", false);
        yield return new("extends absolute", Root("extends: /etc/passwd"), "MLG3001 3:10");
        yield return new("a list of datasets", Root("datasets: [a]"), "MLG0003 3:11");
    }

    private static IEnumerable<Case> Datasets()
    {
        yield return new("dataset without path", Root("datasets:\n  d: { frozen: true }"), "MLG0006 4:3");
        yield return new("dataset without anything", Root("datasets:\n  d:"), "MLG0003 4:5");
        yield return new("dataset as a text", Root("datasets:\n  d: data/a.csv"), "MLG0003 4:6");
        yield return new("dataset with a bad name", Root("datasets:\n  My Data: { path: a.csv }"), "MLG0004 4:3");
        yield return new("path outside", Dataset("path: ../../../a.csv"), "MLG3001 5:11", false);
        yield return new("path that leaves and returns", Dataset("path: ../../../repo/a.csv"), "MLG3001 5:11", false);
        yield return new("path absolute", Dataset("path: /data/a.csv"), "MLG3001 5:11");
        yield return new("path of Windows", Dataset("path: C:\\data\\a.csv"), "MLG3001 5:11");
        yield return new("path with backslashes", Dataset("path: data\\a.csv"), "MLG0004 5:11");
        yield return new("path as a number", Dataset("path: 5"), "MLG0003 5:11");
        yield return new("path empty", Dataset("path: ''"), "MLG0004 5:11");
        yield return new("negative rows", Dataset("path: a.csv\n    rows: { min: -1 }"), "MLG0004 6:18");
        yield return new("a fraction of rows", Dataset("path: a.csv\n    rows: { min: 1.5 }"), "MLG0003 6:18");
        yield return new("fewest rows above most", Dataset("path: a.csv\n    rows: { min: 10, max: 5 }"), "MLG0004 6:27", false);
        yield return new("change in points", Dataset("path: a.csv\n    rows: { change: 20pt }"), "MLG0003 6:21");
        yield return new("unknown key in rows", Dataset("path: a.csv\n    rows: { mim: 10 }"), "MLG0002 6:13");
        yield return new(
            "other columns spelt wrong",
            Dataset("path: a.csv\n    columns: {}\n    other-columns: forbidden"),
            "MLG0004 7:20"
        );
        yield return new("other columns without columns", Dataset("path: a.csv\n    other-columns: forbid"), "MLG0004 6:5", false);
        yield return new("ordered without columns", Dataset("path: a.csv\n    ordered: true"), "MLG0004 6:5", false);
        yield return new("one column that must differ", Dataset("path: a.csv\n    unique-within-row: [[a]]"), "MLG0004 6:25");
        yield return new(
            "columns that cannot be compared",
            Dataset(
                "path: a.csv\n    columns: { a: { type: integer }, b: { type: number }, c: { type: text } }\n"
                    + "    unique-within-row: [[a, b, c]]"
            ),
            "MLG0004 7:25",
            false
        );
        yield return new("a key that is no list of lists", Dataset("path: a.csv\n    unique: [a, b]"), "MLG0003 6:14, MLG0003 6:17");
        yield return new(
            "a key of an unknown column",
            Dataset("path: a.csv\n    columns: { tenure: { type: integer } }\n    unique: [[tenur]]"),
            "MLG0007 7:15",
            false
        );
        yield return new(
            "a column's name that would break the line of a log",
            Dataset("path: a.csv\n    columns: { \"ten\\u0085ure\": { type: integer } }\n    unique: [[tenure]]"),
            "MLG0007 7:15",
            false
        );
        yield return new("rule without id", Dataset("path: a.csv\n    rules: [{ expect: a }]"), "MLG0006 6:13");
        yield return new(
            "two rules of one id",
            Dataset("path: a.csv\n    rules: [{ id: r, expect: a }, { id: r, expect: b }]"),
            "MLG0005 6:41",
            false
        );
        yield return new("disjoint from nothing", Dataset("path: a.csv\n    disjoint-from: [e]"), "MLG0007 6:21", false);
        yield return new("disjoint from itself", Dataset("path: a.csv\n    disjoint-from: [d]"), "MLG0004 6:21", false);
        yield return new("drift without columns", Dataset("path: a.csv\n    drift: {}"), "MLG0004 6:5", false);
        yield return new("drift of an unknown column", DriftOf("x: {}"), "MLG0007 7:25", false);
        yield return new("drift by an unknown method", DriftOf("n: { method: ks }"), "MLG0004 7:38");
        yield return new("drift by a method of numbers", DriftOf("c: { method: wasserstein }"), "MLG0004 7:38", false);
        yield return new("drift of a date", DriftOf("t: {}"), "MLG0004 7:25", false);
        yield return new("drift with a negative limit", DriftOf("n: { limit: -0.1 }"), "MLG0004 7:37");
        yield return new(
            "drift against something else",
            Dataset("path: a.csv\n    columns: {}\n    drift: { against: train }"),
            "MLG0007 7:23",
            false
        );
        yield return new("severity spelt wrong", Dataset("path: a.csv\n    severity: warning"), "MLG0004 6:15");
    }

    private static IEnumerable<Case> Columns()
    {
        yield return new("column without type", Column("{ min: 1 }"), "MLG0006 7:7");
        yield return new("column of an unknown type", Column("{ type: int }"), "MLG0004 7:18");
        yield return new("unknown key in a column", Column("{ type: integer, minimum: 1 }"), "MLG0002 7:27");
        yield return new("smallest above largest", Column("{ type: integer, min: 5, max: 3 }"), "MLG0004 7:40", false);
        yield return new("smallest of a category", Column("{ type: category, min: 5 }"), "MLG0004 7:28", false);
        yield return new("earliest of a number", Column("{ type: number, after: 2020-01-01 }"), "MLG0004 7:26", false);
        yield return new("no such day", Column("{ type: date, after: 2020-02-30 }"), "MLG0004 7:31", false);
        yield return new("a day of another notation", Column("{ type: date, after: 30.2.2020 }"), "MLG0003 7:31");
        yield return new("earliest above latest", Column("{ type: date, after: 2020-02-03, before: 2020-02-02 }"), "MLG0004 7:51", false);
        yield return new("pattern of a number", Column("{ type: number, regex: a }"), "MLG0004 7:26", false);
        yield return new("step of 0", Column("{ type: number, multiple-of: 0 }"), "MLG0004 7:39");
        yield return new("negative step", Column("{ type: integer, multiple-of: -1 }"), "MLG0004 7:40");
        yield return new("step that is a text", Column("{ type: number, multiple-of: abc }"), "MLG0003 7:39");
        yield return new("step in quotes", Column("{ type: number, multiple-of: \"0.05\" }"), "MLG0003 7:39");
        yield return new("step beyond a double", Column("{ type: number, multiple-of: 1e999 }"), "MLG0003 7:39", false);
        yield return new("step of a text", Column("{ type: text, multiple-of: 6 }"), "MLG0004 7:24", false);
        yield return new("step of a date", Column("{ type: date, multiple-of: 6 }"), "MLG0004 7:24", false);
        yield return new("smallest mean above largest", Column("{ type: number, mean: { min: 3, max: 2 } }"), "MLG0004 7:47", false);
        yield return new("mean of a text", Column("{ type: text, mean: { min: 3 } }"), "MLG0004 7:24", false);
        yield return new("mean that is a text", Column("{ type: number, mean: { min: low } }"), "MLG0003 7:39");
        yield return new("share of values for a mean", Column("{ type: number, mean: { min: 3 }, mostly: 99% }"), "MLG0004 7:44", false);
        yield return new("negative length", Column("{ type: text, length: { min: -1 } }"), "MLG0004 7:39");
        yield return new("shortest above longest", Column("{ type: text, length: { min: 3, max: 2 } }"), "MLG0004 7:47", false);
        yield return new("domain as a text", Column("{ type: category, in: a }"), "MLG0003 7:32");
        yield return new("domain empty", Column("{ type: category, in: [] }"), "MLG0004 7:32");
        yield return new("domain with a value twice", Column("{ type: category, in: [a, b, a] }"), "MLG0005 7:39");
        yield return new("domain with nothing in it", Column("{ type: category, in: [a, ~] }"), "MLG0003 7:36");
        yield return new("domain of an integer with a text", Column("{ type: integer, in: [1, b] }"), "MLG0004 7:31", false);
        yield return new("domain of dates with a text", Column("{ type: date, in: [2026-11-30, today] }"), "MLG0004 7:28", false);
        yield return new("domain of dates with a time", Column("{ type: date, in: [\"2026-11-30T10:00:00Z\"] }"), "MLG0004 7:28", false);
        yield return new(
            "domain of moments with a text",
            Column("{ type: timestamp, in: [2026-11-30, 30.11.2026] }"),
            "MLG0004 7:33",
            false
        );
        yield return new("domain file that is not there", Column("{ type: category, in: file:none.txt }"), "MLG7001 7:32", false);
        yield return new("domain file outside", Column("{ type: category, in: \"file:../../../x.txt\" }"), "MLG3001 7:32", false);
        yield return new("domain file without values", Column("{ type: category, in: file:empty.txt }"), "MLG0004 7:32", false);
        yield return new("missing above all", Column("{ type: text, missing: { max: 101% } }"), "MLG0004 7:40", false);
        yield return new("missing without percent sign", Column("{ type: text, missing: { max: 5 } }"), "MLG0004 7:40");
        yield return new("missing as a number", Column("{ type: text, missing: 5% }"), "MLG0003 7:33");
        yield return new("missing without max and marks", Column("{ type: text, missing: { severity: warn } }"), "MLG0006 7:24", false);
        yield return new("a mark twice", Column("{ type: text, missing: [NA, NA] }"), "MLG0005 7:38");
        yield return new("a mark that YAML takes for nothing", Column("{ type: text, missing: [NULL] }"), "MLG0003 7:34");
        yield return new("mostly nothing", Column("{ type: text, regex: a, mostly: 0 }"), "MLG0004 7:42");
        yield return new("mostly of nothing", Column("{ type: text, mostly: 99% }"), "MLG0004 7:24", false);
        yield return new("role spelt wrong", Column("{ type: text, role: lable }"), "MLG0004 7:30");
        yield return new("two ids", Column("{ type: text, role: id }\n      other: { type: text, role: id }"), "MLG0004 8:34", false);
        yield return new("a text as a weight", Column("{ type: text, role: weight }"), "MLG0004 7:30", false);
    }

    private static IEnumerable<Case> Models()
    {
        yield return new("model without anything", Root("models:\n  m: {}"), "MLG0006 4:3, MLG0006 4:3, MLG0006 4:3, MLG0006 4:3");
        yield return new("task of a later version", Model("task: ranking"), "MLG0004 7:11");
        yield return new("no positive value", Model("task: binary-classification"), "MLG0006 7:11", false);
        yield return new("a positive value of a regression", Model("task: regression", "positive: 1"), "MLG0004 10:5", false);
        yield return new("a threshold of a regression", Model("task: regression", "threshold: 0.5"), "MLG0004 10:5", false);
        yield return new("threshold above 1", Model("threshold: 1.5"), "MLG0004 10:16");
        yield return new("threshold to be chosen", Model("threshold: { choose: x }"), "MLG0003 10:16");
        yield return new("unknown test set", Model("test: tst"), "MLG0007 8:11", false);
        yield return new("label that is no column", Model("label: chrun"), "MLG0007 9:12", false);
        yield return new("positive that is no value", Model("positive: \"yes\""), "MLG0007 10:15", false);
        yield return new("primary that is no metric", Model("primary: acu", "metrics: { auc: {} }"), "MLG0007 11:14", false);
        yield return new("model outside", Model("path: ../../../m.zip"), "MLG3001 6:11", false);
        yield return new("many models", Model("path: models/*.zip"), "MLG0004 6:11", false);
        yield return new("predictions without score", Model("path: out/p.csv"), "MLG0006 6:11", false);
        yield return new("score without the positive class", Model("path: out/p.csv", "score: { \"No\": p }"), "MLG0007 10:12", false);
        yield return new(
            "one score of many classes",
            Model("path: out/p.csv", "task: multiclass-classification", "score: p"),
            "MLG0003 10:12",
            false
        );
        yield return new(
            "scores of a regression",
            Model("path: out/p.csv", "task: regression", "score: { a: p, b: q }"),
            "MLG0003 10:12",
            false
        );
        yield return new("score of a model", Model("score: p"), "MLG0004 10:5", false);
        yield return new("key of a model", Model("key: id"), "MLG0004 10:5", false);
        yield return new("training without command", Model("train: { seed: 1 }"), "MLG0006 10:5");
        yield return new("training for ever", Model("train: { command: make, within: 30d }"), "MLG0004 10:37", false);
        yield return new("training without unit", Model("train: { command: make, within: 30 }"), "MLG0003 10:37");
        yield return new("training with a negative seed", Model("train: { command: make, seed: -1 }"), "MLG0004 10:35");
        yield return new(
            "training that reads an unknown dataset",
            Model("train: { command: make, reads: [datasets.trian] }"),
            "MLG0007 10:37",
            false
        );
        yield return new("training that reads outside", Model("train: { command: make, reads: [/etc] }"), "MLG3001 10:37", false);
    }

    private static IEnumerable<Case> Metrics()
    {
        yield return new("metric typo", Metric("acuracy: { min: 0.8 }"), "MLG0002 11:16");
        yield return new("metric of another task", Metric("rmse: {}"), "MLG0004 11:16", false);
        yield return new("metric without a map", Metric("auc: 0.8"), "MLG0003 11:21");
        yield return new("limit spelt with an underscore", Metric("auc: { max_drop: 1pt }"), "MLG0002 11:23");
        yield return new("negative margin", Metric("auc: { max-drop: -0.01 }"), "MLG0004 11:33");
        yield return new("negative margin in points", Metric("auc: { max-drop: -1pt }"), "MLG0004 11:33");
        yield return new("ambiguous percent", Metric("auc: { max-drop: 2% }"), "MLG0008 11:33");
        yield return new("ambiguous percent of a loss", Metric("log-loss: { max-rise: 2% }"), "MLG0008 11:38");
        yield return new("margin that is not a number", Metric("auc: { max-drop: .NaN }"), "MLG0003 11:33", false);
        yield return new("points of a loss", Metric("log-loss: { max-rise: 2pt }"), "MLG0003 11:38", false);
        yield return new("points of a level", Metric("auc: { min: 80pt }"), "MLG0003 11:28");
        yield return new("points of a relative change", Metric("auc: { max-relative-drop: 2pt }"), "MLG0003 11:42");
        yield return new("a level above 1", Metric("auc: { min: 80 }"), "MLG0004 11:28", false);
        yield return new("a margin above 1", Metric("auc: { max-drop: 5 }"), "MLG0004 11:33", false);
        yield return new("a drop of a loss", Metric("log-loss: { max-drop: 0.1 }"), "MLG0004 11:28", false);
        yield return new("a rise of a score", Metric("auc: { max-rise: 0.1 }"), "MLG0004 11:23", false);
        yield return new("a relative drop of a loss", Metric("log-loss: { max-relative-drop: 2% }"), "MLG0004 11:28", false);
        yield return new("smallest level above largest", Metric("auc: { min: 0.9, max: 0.8 }"), "MLG0004 11:38", false);
        yield return new("a gain that cannot be", Metric("auc: { min-gain: 5pt, max-gain: 1pt }"), "MLG0004 11:48", false);
        yield return new("an anchor that is not there", Metric("auc: { max-drop-since-anchor: 2pt }"), "MLG0006 11:23", false);
        yield return new("when inconclusive spelt wrong", Metric("auc: { when-inconclusive: ignore }"), "MLG0004 11:42");
    }
}
