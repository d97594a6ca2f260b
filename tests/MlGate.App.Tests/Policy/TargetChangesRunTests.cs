using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using static MlGate.App.Tests.Policy.PolicyWorld;

namespace MlGate.App.Tests.Policy;

/// <summary>What the target branch has changed since the pull request left it, and who may introduce a gate.</summary>
public sealed class TargetChangesRunTests
{
    [Theory]
    [InlineData("mlgate.yml", false)]
    [InlineData("data/test.csv", false)]
    [InlineData(".mlgate/waivers", true)]
    public async Task What_the_target_has_changed_since_the_branch_left_it_leaves_the_verdict_open(string path, bool baseOnly)
    {
        var text = baseOnly ? BaseGate.Replace("name: small", "name: small\nwaivers: base-only", StringComparison.Ordinal) : BaseGate;
        var world = PullRequest(text, text);
        world.Unchanged.Add("datasets.test");
        world.Tip = Tip;
        world.ChangedSince.Add(path);

        var report = await world.RunPullRequest();

        var finding = report.Findings[0];
        Assert.Equal((Diagnostics.PolicyOutdated.Code, Outcome.NotMeasured, true), (finding.Code, finding.Outcome, finding.Counts));
        Assert.Contains(path + " changed on origin/main", finding.Found, StringComparison.Ordinal);
        Assert.StartsWith("Merge origin/main into the branch", finding.Fix, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Undecided, report.Verdict.ExitCode);
    }

    [Theory]
    [InlineData("data/train.csv")]
    [InlineData("models/m.zip")]
    [InlineData(".mlgate/waivers")]
    public async Task What_judges_nobody_may_change_on_the_target(string path)
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");
        world.Tip = Tip;
        world.ChangedSince.Add(path);

        Assert.Equal(ExitCode.Passed, (await world.RunPullRequest()).Verdict.ExitCode);
    }

    [Fact]
    public async Task A_test_set_that_is_kept_elsewhere_is_known_by_its_lock()
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");
        world.Tip = Tip;
        world.TipLocks["datasets.test"] = 'f';

        Assert.Contains("datasets.test changed on origin/main", (await world.RunPullRequest()).Findings[0].Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MLG1005", true)]
    [InlineData("MLG1008", false)]
    public async Task A_lock_that_cannot_be_read_counts_as_another_one(string code, bool counts)
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");
        world.Tip = Tip;
        world.LockProblems["base datasets.test"] = World.Problem(Diagnostics.Get(code), "datasets.test");

        Assert.Equal(counts, (await world.RunPullRequest()).Findings.Any(finding => finding.Code == Diagnostics.PolicyOutdated.Code));
    }

    [Fact]
    public async Task Where_the_target_is_the_base_itself_nothing_can_have_changed()
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");
        world.ChangedSince.Add("mlgate.yml");

        Assert.Equal(ExitCode.Passed, (await world.RunPullRequest()).Verdict.ExitCode);
    }

    [Fact]
    public async Task A_gate_that_the_target_got_since_is_not_introduced_by_the_pull_request()
    {
        var world = PullRequest(@base: null);
        world.Tip = Tip;
        world.ChangedSince.Add("mlgate.yml");

        var report = await world.RunPullRequest();

        Assert.Equal((Diagnostics.PolicyOutdated.Code, ExitCode.Undecided), (report.Findings[0].Code, report.Verdict.ExitCode));
    }

    [Theory]
    [InlineData(true, ExitCode.Undecided)]
    [InlineData(false, ExitCode.Passed)]
    public async Task A_branch_of_another_history_cannot_introduce_a_gate_that_the_target_has(bool onTarget, int exit)
    {
        var world = PullRequest(@base: onTarget ? BaseGate : null);
        world.BaselineProblems["pull request"] = World.Problem(Diagnostics.NoBaselineFound, "baseline");
        world.Tip = Tip;

        Assert.Equal(exit, (await world.RunPullRequest()).Verdict.ExitCode);
    }
}
