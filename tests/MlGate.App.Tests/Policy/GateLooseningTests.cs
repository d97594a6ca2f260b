using MlGate.App.Policy;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Tests;
using MlGate.Gates;
using MlGate.Versions;
using static MlGate.App.Tests.Policy.PolicyWorld;

namespace MlGate.App.Tests.Policy;

/// <summary>Limits that a branch loosens in its own gate are said with their old and new values.</summary>
public sealed class GateLooseningTests
{
    [Theory]
    [InlineData("min: 0.5", "min: 0.4", "models.m.metrics.recall.min: 0.5 → 0.4")]
    [InlineData("max-drop: 0.05", "max-drop: 0.2", "models.m.metrics.recall.max-drop: 0.05 → 0.2")]
    [InlineData(", max-drop: 0.05", "", "models.m.metrics.recall.max-drop: 0.05 → removed")]
    [InlineData(
        "metrics: { recall: { min: 0.5, max-drop: 0.05 } }",
        "metrics: { precision: { min: 0.5 } }",
        "models.m.metrics.recall: declared → removed"
    )]
    [InlineData(", disjoint-from: [test]", "", "datasets.train.disjoint-from: [test] → removed")]
    [InlineData("name: small", "name: small\nalpha: 0.2", "alpha: 0.05 → 0.2")]
    [InlineData("name: small", "name: small\nstale-lock: warn", "stale-lock: auto → warn")]
    public void A_weaker_or_removed_limit_is_named_with_both_values(string before, string now, string expected)
    {
        var (earlier, gate) = (Parse(BaseGate), Parse(BaseGate.Replace(before, now, StringComparison.Ordinal)));

        var finding = Assert.Single(GateLoosening.Find(earlier, gate, "merge base with main", "Restore it"));

        Assert.Equal(("MLG0024", Severity.Warn, Outcome.Failed), (finding.Code, finding.Severity, finding.Outcome));
        Assert.Equal("since the merge base with main, " + expected, finding.Found);
        Assert.Equal("mlgate.yml", finding.Place?.File);
    }

    [Theory]
    [InlineData("min: 0.5", "min: 0.6")]
    [InlineData("name: small", "name: small\nrequire-baseline: true")]
    [InlineData(
        "train: { path: data/train.csv, disjoint-from: [test] }",
        "train: { path: data/train.csv, disjoint-from: [test], rows: { min: 3 } }"
    )]
    public void A_stricter_gate_is_not_loosened(string before, string now) =>
        Assert.Empty(GateLoosening.Find(Parse(BaseGate), Parse(BaseGate.Replace(before, now, StringComparison.Ordinal)), "x", "y"));

    [Fact]
    public async Task A_branch_without_a_known_pull_request_is_told_what_it_loosens()
    {
        var world = PullRequest(BaseGate.Replace("min: 0.5", "min: 0.1", StringComparison.Ordinal));
        world.Checkout = world.Checkout with { Target = null };

        var report = await world.RunPullRequest();

        var finding = Assert.Single(report.Findings, finding => finding.Code == Diagnostics.GateLoosened.Code);
        Assert.Contains("models.m.metrics.recall.min: 0.5 → 0.1", finding.Found, StringComparison.Ordinal);
        Assert.Contains("--target origin/main", finding.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, other => other.Code == Diagnostics.PolicyChanged.Code);
    }

    [Fact]
    public async Task A_pull_request_is_told_too_although_the_gate_of_the_base_judges_it()
    {
        var report = await PullRequest(BaseGate.Replace("min: 0.5", "min: 0.1", StringComparison.Ordinal)).RunPullRequest();

        Assert.Single(report.Findings, finding => finding.Code == Diagnostics.GateLoosened.Code);
        Assert.Single(report.Findings, finding => finding.Code == Diagnostics.PolicyChanged.Code);
    }

    [Fact]
    public async Task On_the_merge_base_itself_nothing_is_compared()
    {
        var world = PullRequest(BaseGate.Replace("min: 0.5", "min: 0.1", StringComparison.Ordinal));
        world.Checkout = new Checkout(new string('b', 40), "main", null);

        Assert.DoesNotContain((await world.RunPullRequest()).Findings, finding => finding.Code == Diagnostics.GateLoosened.Code);
    }

    private static Gate Parse(string text) => GateParser.Parse(text, "mlgate.yml", new GateFilesInMemory()).Value!;
}
