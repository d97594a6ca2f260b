using MlGate.Checks.Data.Constraints;
using MlGate.Drift;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using static MlGate.GateFile.Tests.ParsedGate;

namespace MlGate.GateFile.Tests;

public sealed class GateParserTests
{
    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("%YAML 1.2\n---\n")]
    [InlineData("---\n")]
    public void A_byte_order_mark_and_a_start_of_the_document_are_fine(string start) =>
        Assert.Equal("churn", Parse(start + GateExamples.Sample).Name);

    [Fact]
    public void Windows_line_ends_are_fine()
    {
        var result = GateParser.Parse(GateExamples.Sample.ReplaceLineEndings("\r\n"), "mlgate.yml", GateExamples.Files);

        Assert.Equal(42, result.Value!.Models[0].Metrics[1].Limits[0].Place.Line);
    }

    [Fact]
    public void Words_that_were_booleans_in_older_yaml_are_text()
    {
        var gate = Parse(
            """
            version: 1
            name: no
            datasets:
              on: { path: data/a.csv, columns: { y: { type: category, in: [yes, no, on, off, true, 1.0, ""] } } }
            """
        );

        Assert.Equal("no", gate.Name);
        Assert.Equal(["yes", "no", "on", "off", "true", "1.0", ""], gate.Datasets[0].Columns[0].Find(ColumnConstraints.In)!.Value);
    }

    [Fact]
    public void A_severity_is_its_own_or_that_of_what_it_stands_in()
    {
        var dataset = Parse(
            """
            version: 1
            name: a
            datasets:
              d:
                path: d.csv
                severity: warn
                frozen: true
                rows: { min: 1, severity: error }
                columns:
                  a: { type: integer, min: 1 }
                  b: { type: integer, min: 1, severity: info, missing: { max: 0, severity: error } }
                rules: [{ id: r, expect: a < b, severity: error }, { id: s, expect: a > b }]
                drift: { severity: info, columns: { a: {}, b: { limit: 0.3, severity: error } } }
            """
        ).Datasets[0];

        Assert.Equal(Severity.Warn, dataset.Frozen!.Severity);
        Assert.Equal(Severity.Error, dataset.MinRows!.Severity);
        Assert.Equal(Severity.Warn, dataset.Columns[0].Find(ColumnConstraints.Min)!.Severity);
        Assert.Equal(
            (Severity.Info, Severity.Error),
            (dataset.Columns[1].Find(ColumnConstraints.Min)!.Severity, dataset.Columns[1].MaxMissing!.Severity)
        );
        Assert.Equal([Severity.Error, Severity.Warn], dataset.Constraints.Select(rule => rule.Severity));
        Assert.Equal((Severity.Info, Severity.Error), (dataset.Drift!.Columns["a"].Severity, dataset.Drift.Columns["b"].Severity));
        Assert.Equal(
            [new DriftLimit(DriftMethods.Wasserstein, 0.1), new DriftLimit(DriftMethods.Wasserstein, 0.3)],
            [dataset.Drift.Columns["a"].Value, dataset.Drift.Columns["b"].Value]
        );
    }

    [Theory]
    [InlineData("{ max-gain: 5pt }", "", Severity.Warn)]
    [InlineData("{ max-gain: 5pt }", "severity: info", Severity.Info)]
    [InlineData("{ max-gain: 5pt, severity: error }", "severity: info", Severity.Error)]
    public void Too_good_to_be_true_warns_unless_the_metric_says_otherwise(string metric, string model, Severity expected)
    {
        var gate = Parse(
            $$"""
            version: 1
            name: a
            datasets: { d: { path: d.csv } }
            models:
              m:
                path: m.zip
                task: binary-classification
                test: d
                label: y
                positive: "1"
                metrics: { auc: {{metric}} }
                {{model}}
            """
        );

        Assert.Equal(expected, gate.Models[0].Metrics[0].Limits[0].Severity);
    }

    [Fact]
    public void Every_way_to_write_a_value_is_read()
    {
        var gate = Parse(
            """
            version: 1
            name: a
            baseline: origin/main~1
            require-baseline: true
            datasets:
              d:
                path: data/*.csv
                ordered: true
                unique: [[a, "Total Charges"], [t]]
                columns:
                  a: { type: integer, unique: true, optional: true, role: id }
                  "Total Charges": { type: text, length: { min: 1, max: 40 }, regex: '[a-z]+' }
                  "a.b": { type: number, min: -1.5e3, max: .5 }
                  t: { type: timestamp, after: 2020-01-01, before: "2030-01-01T12:00:00+02:00" }
            models:
              m:
                path: out/p.parquet
                task: multiclass-classification
                test: d
                label: a
                key: t
                score: { red: p_red, 1: p_1 }
                train: { command: make, within: 300ms }
                metrics: { accuracy: { max-drop: 2.5 pt, max-relative-drop: 2%, max: 99%, when-inconclusive: fail } }
            """
        );

        var columns = gate.Datasets[0].Columns;
        Assert.Equal(("origin/main~1", true), (gate.Baseline, gate.RequireBaseline));
        Assert.Equal("datasets.d.unique[a,\"Total Charges\"]", gate.Datasets[0].Constraints[0].Id);
        Assert.Equal("datasets.d.columns.\"Total Charges\".length.max", columns[1].Find(ColumnConstraints.MaxLength)!.Id);
        Assert.Equal(
            ("datasets.d.columns.\"a.b\".min", -1500d, 0.5),
            (
                columns[2].Find(ColumnConstraints.Min)!.Id,
                columns[2].Find(ColumnConstraints.Min)!.Value.Value,
                columns[2].Find(ColumnConstraints.Max)!.Value.Value
            )
        );
        Assert.Equal(
            ("2020-01-01", "2030-01-01T10:00:00Z"),
            (
                MomentText.Write(columns[3].Find(ColumnConstraints.After)!.Value),
                MomentText.Write(columns[3].Find(ColumnConstraints.Before)!.Value)
            )
        );
        Assert.Equal("p_1", gate.Models[0].ScoreColumns["1"]);
        Assert.Equal(TimeSpan.FromMilliseconds(300), gate.Models[0].Train!.Within);
        Assert.Equal([0.99, 0.025, 0.02], gate.Models[0].Metrics[0].Limits.Select(limit => limit.Value.Value));
        Assert.Equal(WhenInconclusive.Fail, gate.Models[0].Metrics[0].WhenInconclusive);
    }

    [Fact]
    public void A_model_says_how_its_inputs_are_filled_and_loaded()
    {
        var model = Parse(
            Gate(
                "path: m.zip, threshold: model, inputs: { Features: [a, b c], Age: age }, loader: { missing-reals-as-nans: false, "
                    + "allow-quoting: false }"
            )
        ).Models[0];

        Assert.Equal((null, false, false), (model.Threshold, model.Loader.MissingRealsAsNaNs, model.Loader.AllowQuoting));
        Assert.Equal(["a", "b c"], model.Inputs["Features"]);
        Assert.Equal(["age"], model.Inputs["Age"]);
        Assert.Equal(
            (null, true),
            Parse(Gate("path: m.zip")).Models[0].Loader is var loader ? (loader.MissingRealsAsNaNs, loader.AllowQuoting) : default
        );
    }

    [Theory]
    [InlineData("p.csv")]
    [InlineData("p.tsv")]
    [InlineData("p.PARQUET")]
    [InlineData("p.jsonl")]
    [InlineData("p.ndjson")]
    [InlineData("p.json")]
    public void Predictions_are_known_by_their_extension_and_may_hold_margins_and_decisions(string path)
    {
        var model = Parse(Gate($"path: {path}, margin: m, decision: d, threshold: model")).Models[0];

        Assert.Equal((true, "m", "d", 0), (model.IsPredictionFile, model.Margin, model.Decision, model.ScoreColumns.Count));
    }

    [Theory]
    [InlineData("path: p.csv, score: p, threshold: model", "have no decision of the model")]
    [InlineData("path: p.csv, margin: m, threshold: 0.5", "without probabilities")]
    [InlineData("path: p.csv, decision: d, threshold: 0.5", "without probabilities")]
    [InlineData("path: p.csv, score: p, inputs: { a: b }", "on a file of predictions")]
    [InlineData("path: p.csv, score: p, loader: { allow-quoting: true }", "on a file of predictions")]
    [InlineData("path: m.zip, margin: m", "on a model")]
    [InlineData("path: m.zip, decision: d", "on a model")]
    [InlineData("path: m.zip, threshold: models", "'models'")]
    public void Keys_that_do_not_go_together_are_refused(string keys, string found)
    {
        var result = GateParser.Parse(Gate(keys), "mlgate.yml", GateExamples.Files);

        Assert.Contains(found, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    private static string Gate(string keys) =>
        $$"""
            version: 1
            name: t
            datasets: { d: { path: d.csv, columns: { y: { type: category } } } }
            models: { m: { {{keys}}, task: binary-classification, test: d, label: y, positive: "1", metrics: { recall: {} } } }
            """;

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_lines()
    {
        var result = GateParser.Parse(
            """
            version: 2
            name: Churn
            alpha: 1
            datsets: {}
            models:
              m: { path: m.zip, task: binary, test: test, label: y, metrics: { acuracy: {}, auc: { max-rise: 1pt } } }
            """,
            "mlgate.yml",
            GateExamples.Files
        );

        Assert.Equal(
            ["MLG0011 1", "MLG0004 2", "MLG0004 3", "MLG0002 4", "MLG0004 6", "MLG0007 6", "MLG0002 6"],
            result.Problems.Select(problem => $"{problem.Code} {problem.Place!.Line}")
        );
    }

    [Fact]
    public void A_gate_file_that_is_not_there_is_named()
    {
        var problem = Assert.Single(GateParser.Load("mlgate.yml", new GateFilesInMemory()).Problems);

        Assert.Equal(("MLG0012", "mlgate.yml"), (problem.Code, problem.Subject));
        Assert.Equal(ExitCode.Usage, Verdict.ExitOf(problem));
    }

    [Fact]
    public void A_gate_file_is_read_at_a_commit_with_all_that_it_names()
    {
        var files = GateExamples.Files;
        files.Texts["mlgate.yml"] = GateExamples.Sample;

        var gate = GateParser.Load("mlgate.yml", files, "abc").Value;

        Assert.NotNull(gate);
        Assert.Equal([("mlgate.yml", "abc"), ("domains/payment.txt", "abc")], files.Asked.Distinct());
    }
}
