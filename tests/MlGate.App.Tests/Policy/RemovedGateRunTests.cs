using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using static MlGate.App.Tests.Policy.PolicyWorld;

namespace MlGate.App.Tests.Policy;

/// <summary>When a gate that a pull request removes still judges, and when it ends.</summary>
public sealed class RemovedGateRunTests
{
    [Fact]
    public async Task A_gate_that_is_removed_judges_with_its_test_set_and_says_so_first()
    {
        var world = PullRequest();
        world.Found = (180, 120);

        var report = await world.RunRemoved();

        Assert.Equal(
            (
                Diagnostics.PolicyChanged.Code,
                Severity.Warn,
                "the pull request removes mlgate.yml; checked with the gate of merge base with origin/main"
            ),
            (report.Findings[0].Code, report.Findings[0].Severity, report.Findings[0].Found)
        );
        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal('b', Assert.Single(world.Requests).Test.Version.Sha256[0]);
        Assert.Null(report.Preview);
        Assert.StartsWith(
            "the pull request moves mlgate.yml to up/mlgate.yml, away from its data and models; checked with the gate of",
            (await world.RunRemoved("up/mlgate.yml")).Findings[0].Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_gate_ends_with_the_last_of_its_artifacts_and_not_before()
    {
        var world = PullRequest();
        world.CandidateProblems["models.m"] = World.Problem(Diagnostics.FileNotFound, "models.m");
        world.CandidateProblems["datasets.test"] = World.Problem(Diagnostics.FileNotFound, "datasets.test");
        var before = await world.RunRemoved();
        world.CandidateProblems["datasets.train"] = World.Problem(Diagnostics.FileNotFound, "datasets.train");

        var report = await world.RunRemoved();

        Assert.Equal(ExitCode.Environment, before.Verdict.ExitCode);
        Assert.Equal((ExitCode.Passed, Outcome.Passed, 1), (report.Verdict.ExitCode, report.Verdict.Outcome, report.Verdict.Warnings));
        Assert.Equal([Diagnostics.GateRemoved.Code], report.Findings.Select(finding => finding.Code));
        Assert.Empty(report.Artifacts);
    }

    [Fact]
    public async Task A_gate_does_not_end_while_another_one_is_added()
    {
        var world = PullRequest();
        foreach (var artifact in new[] { "datasets.train", "datasets.test", "models.m" })
        {
            world.CandidateProblems[artifact] = World.Problem(Diagnostics.FileNotFound, artifact);
        }

        var report = await world.RunRemoved(added: "new/mlgate.yml");

        Assert.Equal((ExitCode.Undecided, Outcome.NotMeasured), (report.Verdict.ExitCode, report.Verdict.Outcome));
        Assert.Contains("adds new/mlgate.yml", Assert.Single(report.Findings).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_ends_without_the_data_that_it_shares_with_one_that_stays()
    {
        var world = PullRequest();
        world.CandidateProblems["models.m"] = World.Problem(Diagnostics.FileNotFound, "models.m");

        Assert.Equal(
            [Diagnostics.GateRemoved.Code],
            (await world.RunRemoved(shared: [World.Test, World.Train])).Findings.Select(finding => finding.Code)
        );
        Assert.NotEqual(ExitCode.Passed, (await world.RunRemoved(shared: [World.Test])).Verdict.ExitCode);
        Assert.DoesNotContain((await world.RunRemoved(shared: [World.Test, World.Train, World.Model])).Findings, finding =>
            finding.Code == Diagnostics.GateRemoved.Code
        );
    }

    [Fact]
    public async Task An_artifact_that_cannot_be_read_is_not_gone()
    {
        var world = PullRequest();
        foreach (var artifact in new[] { "datasets.train", "datasets.test", "models.m" })
        {
            world.CandidateProblems[artifact] = World.Problem(Diagnostics.NotARegularFile, artifact);
        }

        Assert.Equal(ExitCode.Unsafe, (await world.RunRemoved()).Verdict.ExitCode);
    }

    [Fact]
    public async Task A_gate_does_not_end_by_the_rules_of_a_base_that_is_out_of_date()
    {
        var world = PullRequest();
        foreach (var artifact in new[] { "datasets.train", "datasets.test", "models.m" })
        {
            world.CandidateProblems[artifact] = World.Problem(Diagnostics.FileNotFound, artifact);
        }

        world.Tip = Tip;
        world.ChangedSince.Add("mlgate.yml");

        Assert.Equal(ExitCode.Undecided, (await world.RunRemoved()).Verdict.ExitCode);
    }

    [Fact]
    public async Task A_gate_that_is_moved_says_so_and_judges()
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");
        world.Folders = ("new", "old");

        var report = await world.RunPullRequest();

        Assert.Equal(
            (
                Diagnostics.PolicyChanged.Code,
                "the pull request moves old/mlgate.yml to new/mlgate.yml; checked with the gate of merge base with origin/main"
            ),
            (report.Findings[0].Code, report.Findings[0].Found)
        );
        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
    }
}
