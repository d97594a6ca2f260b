using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;

namespace MlGate.GateFile.Tests;

public sealed class PolicyTests
{
    private const string Base = """
        version: 1
        alpha: 0.01
        require-baseline: true
        waivers: base-only
        datasets:
          test: { frozen: true, rows: { min: 1000 }, disjoint-from: [train] }
          train: { path: data/train.csv, columns: { age: { type: integer, min: 0, missing: { max: 1% } } }, other-columns: forbid }
        models:
          churn:
            severity: error
            metrics:
              auc: { min: 0.85, max-drop: 1pt, when-inconclusive: fail }
        """;

    private const string Local = """
        version: 1
        name: churn
        extends: ../policy/base.yml
        datasets:
          test: { path: data/test.csv }
        models:
          churn: { path: m.zip, task: binary-classification, test: test, label: y, positive: "1", metrics: { recall: {} } }
        """;

    private static Result<Gate> Parse(string local, params (string Path, string Text)[] policies)
    {
        var files = new GateFilesInMemory { Texts = policies.ToDictionary(policy => policy.Path, policy => policy.Text) };
        return GateParser.Parse(local, "mlgate.yml", files);
    }

    private static IEnumerable<string> Loosened(string from, string to) =>
        Parse(Local.Replace(from, to, StringComparison.Ordinal), ("../policy/base.yml", Base))
            .Value!.Loosened.Select(loosened => loosened.Value);

    [Fact]
    public void Maps_merge_and_every_value_remembers_its_file()
    {
        var gate = Parse(Local, ("../policy/base.yml", Base)).Value!;

        Assert.Equal((0.01, true, true), (gate.Alpha, gate.RequireBaseline, gate.WaiversOfBaseOnly));
        Assert.Equal(["test", "train"], gate.Datasets.Select(dataset => dataset.Name));
        Assert.Equal("data/test.csv", gate.Datasets[0].Path);
        Assert.Equal(("../policy/base.yml", 6), (gate.Datasets[0].MinRows!.Place.File, gate.Datasets[0].MinRows!.Place.Line));
        Assert.Equal("mlgate.yml", gate.Datasets[0].Place.File);
        Assert.Equal(["recall", "auc"], gate.Models[0].Metrics.Select(metric => metric.Metric));
        Assert.Equal(["mlgate.yml", "../policy/base.yml"], gate.Files);
        Assert.Empty(gate.Loosened);
    }

    [Theory]
    [InlineData("recall: {}", "auc: { min: 0.80 }", "models.churn.metrics.auc.min: 0.85 → 0.80")]
    [InlineData("recall: {}", "auc: { max-drop: 0.02 }", "models.churn.metrics.auc.max-drop: 1pt → 0.02")]
    [InlineData("recall: {}", "auc: { when-inconclusive: pass }", "models.churn.metrics.auc.when-inconclusive: fail → pass")]
    [InlineData("recall: {}", "auc: { severity: warn }", "models.churn.metrics.auc.severity: error → warn")]
    [InlineData("path: m.zip", "path: m.zip, severity: info", "models.churn.severity: error → info")]
    [InlineData("name: churn", "name: churn\nalpha: 0.1", "alpha: 0.01 → 0.1")]
    [InlineData("name: churn", "name: churn\nrequire-baseline: false", "require-baseline: true → false")]
    [InlineData("name: churn", "name: churn\nwaivers: head", "waivers: base-only → head")]
    [InlineData("data/test.csv", "data/test.csv, frozen: false", "datasets.test.frozen: true → false")]
    [InlineData("data/test.csv", "data/test.csv, rows: { min: 10 }", "datasets.test.rows.min: 1000 → 10")]
    [InlineData(
        "data/test.csv",
        "data/test.csv, disjoint-from: [other] }\n  other: { path: o.csv",
        "datasets.test.disjoint-from: [train] → [other]"
    )]
    [InlineData("data/test.csv }", "data/test.csv }\n  train: { other-columns: allow }", "datasets.train.other-columns: forbid → allow")]
    [InlineData("data/test.csv }", "data/test.csv }\n  train: { columns: { age: { min: -1 } } }", "datasets.train.columns.age.min: 0 → -1")]
    [InlineData(
        "data/test.csv }",
        "data/test.csv }\n  train: { columns: { age: { mostly: 90% } } }",
        "datasets.train.columns.age.mostly: 100% → 90%"
    )]
    [InlineData(
        "data/test.csv }",
        "data/test.csv }\n  train: { columns: { age: { type: number } } }",
        "datasets.train.columns.age.type: integer → number"
    )]
    [InlineData(
        "data/test.csv }",
        "data/test.csv }\n  train: { columns: { age: { optional: true } } }",
        "datasets.train.columns.age.optional: false → true"
    )]
    public void What_is_weaker_than_the_policy_is_listed(string from, string to, string expected) =>
        Assert.Equal([expected], Loosened(from, to));

    [Theory]
    [InlineData("recall: {}", "auc: { min: 0.90, max-drop: 0.5pt }")]
    [InlineData("name: churn", "name: churn\nalpha: 0.001")]
    [InlineData("data/test.csv", "data/test.csv, rows: { min: 2000, max: 5000 }")]
    [InlineData("data/test.csv }", "data/test.csv }\n  mine: { path: a.csv, severity: info, frozen: false }")]
    public void What_is_stricter_or_new_is_not_listed(string from, string to) => Assert.Empty(Loosened(from, to));

    [Fact]
    public void What_is_loosened_warns_where_it_is_written()
    {
        var gate = Parse(Local.Replace("recall: {}", "auc: { min: 0.80 }", StringComparison.Ordinal), ("../policy/base.yml", Base)).Value!;

        var finding = Assert.Single(PolicyFindings.For(gate));

        Assert.Equal(
            ("MLG0014", Severity.Warn, "mlgate.yml", 7),
            (finding.Code, finding.Severity, finding.Place!.File, finding.Place.Line)
        );
        Assert.Equal(
            "models.churn.metrics.auc.min: less strict than the policy, models.churn.metrics.auc.min: 0.85 → 0.80; expected limits at "
                + "least as strict as the policy. Remove the key here, or change the policy.",
            finding.Message
        );
    }

    [Fact]
    public void A_policy_extends_another_and_is_read_beside_its_own_file()
    {
        var gate = Parse(
            Local,
            ("../policy/base.yml", "version: 1\nextends: deep/root.yml\nalpha: 0.02\n"),
            (
                "../policy/deep/root.yml",
                "version: 1\nalpha: 0.01\ndatasets: { test: { columns: { y: { type: category, in: file:y.txt } } } }\n"
            ),
            ("../policy/deep/y.txt", "0\n1\n")
        ).Value!;

        Assert.Equal(0.02, gate.Alpha);
        Assert.Equal(["0", "1"], gate.Datasets[0].Columns[0].Find(ColumnConstraints.In)!.Value);
        Assert.Equal(["mlgate.yml", "../policy/base.yml", "../policy/deep/root.yml", "../policy/deep/y.txt"], gate.Files);
        Assert.Equal(["alpha: 0.01 → 0.02"], gate.Loosened.Select(loosened => loosened.Value));
    }

    [Fact]
    public void Errors_of_a_policy_are_told_once_at_their_place()
    {
        var problems = Parse(Local, ("../policy/base.yml", "version: 1\nalpha: 2\nextend: x\n")).Problems;

        Assert.Equal(
            ["../policy/base.yml(2,8) MLG0004", "../policy/base.yml(3,1) MLG0002"],
            problems.Select(problem => problem.Place + " " + problem.Code)
        );
    }

    [Fact]
    public void An_error_of_a_policy_is_told_even_where_it_is_overridden()
    {
        var problems = Parse(
            Local.Replace("name: churn", "name: churn\nalpha: 0.01", StringComparison.Ordinal),
            ("../policy/base.yml", "version: 1\nalpha: 2\n")
        ).Problems;

        Assert.Equal(["../policy/base.yml(2,8) MLG0004"], problems.Select(problem => problem.Place + " " + problem.Code));
    }

    [Fact]
    public void A_circle_is_refused()
    {
        var problems = Parse(
            Local,
            ("../policy/base.yml", "version: 1\nextends: ../churn/mlgate.yml\n"),
            ("../churn/mlgate.yml", "version: 1\nextends: ../policy/base.yml\n")
        ).Problems;

        Assert.Contains(problems, problem => problem.Code == "MLG0013" && problem.Found.StartsWith("a cycle", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_extends_itself_is_refused() =>
        Assert.Contains("MLG0013", Parse("version: 1\nname: a\nextends: mlgate.yml\n").Problems.Select(problem => problem.Code));

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void At_most_eight_policies_stand_in_a_chain(int policies, bool fine)
    {
        var chain = Enumerable
            .Range(1, policies)
            .Select(index => ($"p{index}.yml", "version: 1\n" + (index < policies ? $"extends: p{index + 1}.yml\n" : "")))
            .ToArray();

        var result = Parse("version: 1\nname: a\nextends: p1.yml\n", chain);

        Assert.Equal(fine, result.Value is not null);
        Assert.Equal(fine ? [] : ["MLG0013"], result.Problems.Select(problem => problem.Code));
    }
}
