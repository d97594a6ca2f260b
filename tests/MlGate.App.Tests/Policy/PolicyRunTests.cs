using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.Versions;
using static MlGate.App.Tests.Policy.PolicyWorld;

namespace MlGate.App.Tests.Policy;

/// <summary>A pull request is judged by what was there before, and what it brings is tried out beside.</summary>
public sealed class PolicyRunTests
{
    [Fact]
    public async Task The_test_set_of_the_base_judges_a_pull_request_that_changes_it()
    {
        var world = PullRequest();

        var report = await world.RunPullRequest();

        Assert.Equal('b', world.Requests[0].Test.Version.Sha256[0]);
        Assert.Equal('b', Assert.Single(report.Datasets, dataset => dataset.Id == "datasets.test").Evaluated!.Sha256[0]);
        Assert.Equal((Diagnostics.TestSetChanged.Code, Severity.Warn), (report.Findings[0].Code, report.Findings[0].Severity));
        Assert.Contains("merge base with origin/main", report.Findings[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_of_the_base_that_cannot_be_read_is_said_loudly_and_its_test_sets_still_judge()
    {
        var world = PullRequest(@base: "version: 99\nname: small\n");

        var report = await world.RunPullRequest();

        Assert.Contains(report.Findings, finding => finding.Code == Diagnostics.PolicyIntroduced.Code && finding.Severity == Severity.Warn);
        Assert.Equal('b', world.Requests[0].Test.Version.Sha256[0]);
    }

    [Fact]
    public async Task The_changed_test_set_is_tried_out_and_does_not_count()
    {
        var world = PullRequest();

        var report = await world.RunPullRequest();

        Assert.Equal(['b', 'a'], world.Requests.Select(request => request.Test.Version.Sha256[0]));
        Assert.Equal(["datasets.test"], report.Preview!.ChangedTestSets);
        Assert.Equal(ExitCode.Passed, report.Preview.ExitCode);
    }

    [Fact]
    public async Task Leakage_into_the_test_set_that_judges_is_what_counts()
    {
        var world = PullRequest();

        await world.RunPullRequest();

        Assert.Equal(
            ["share datasets.train baseline datasets.test", "share datasets.train datasets.test"],
            world.Asked.Where(asked => asked.StartsWith("share", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_test_set_that_is_as_it_was_needs_neither_note_nor_preview()
    {
        var world = PullRequest();
        world.Unchanged.Add("datasets.test");

        var report = await world.RunPullRequest();

        Assert.Null(report.Preview);
        Assert.Single(world.Requests);
        Assert.DoesNotContain(report.Findings, finding => finding.Id.Steps[0] == "policy");
    }

    [Theory]
    [InlineData("models/m.zip", "label: label")]
    [InlineData("models/m.csv", "label: label\n    score: p")]
    public async Task A_test_set_that_only_the_checkout_converted_is_as_it_was(string path, string label)
    {
        var world = PullRequest(
            BaseGate.Replace("models/m.zip", path, StringComparison.Ordinal).Replace("label: label", label, StringComparison.Ordinal)
        );
        world.Base = world.Head;
        world.Converted.Add("datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal((ExitCode.Passed, null), (report.Verdict.ExitCode, report.Preview));
        Assert.Null(Assert.Single(report.Datasets, dataset => dataset.Id == "datasets.test").Evaluated);
        Assert.DoesNotContain(report.Findings, finding => finding.Id.Steps[0] == "policy");
        Assert.Equal('a', Assert.Single(world.Requests).Test.Version.Sha256[0]);
    }

    [Fact]
    public async Task A_changed_gate_does_not_judge_its_own_pull_request_but_is_tried_out()
    {
        var world = PullRequest(BaseGate.Replace("min: 0.5, max-drop: 0.05", "min: 0.95", StringComparison.Ordinal));
        world.Unchanged.Add("datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal((ExitCode.Passed, Diagnostics.PolicyChanged.Code), (report.Verdict.ExitCode, report.Findings[0].Code));
        Assert.Equal(["mlgate.yml"], report.Preview!.ChangedFiles);
        Assert.Equal(ExitCode.Failed, report.Preview.ExitCode);
        Assert.Equal(["models.m.metrics.recall.min"], report.Preview.Findings.Select(finding => finding.Id));
        Assert.Equal(["models.m.metrics.recall.max-drop"], report.Preview.Gone);
    }

    [Fact]
    public async Task A_loosened_gate_fails_although_it_would_pass_itself()
    {
        var world = PullRequest(BaseGate.Replace("max-drop: 0.05", "max-drop: 0.9", StringComparison.Ordinal));
        world.Found = (180, 120);

        var report = await world.RunPullRequest();

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal((ExitCode.Passed, Outcome.Passed), (report.Preview!.ExitCode, report.Preview.Outcome));
    }

    [Fact]
    public async Task A_gate_that_the_base_does_not_have_runs_with_its_own_test_set()
    {
        var world = PullRequest(@base: null);

        var report = await world.RunPullRequest();

        Assert.Equal(['a'], world.Requests.Select(request => request.Test.Version.Sha256[0]));
        Assert.Equal((Diagnostics.PolicyIntroduced.Code, Severity.Info), (report.Findings[0].Code, report.Findings[0].Severity));
        Assert.Null(report.Preview);
    }

    [Theory]
    [InlineData("MLG1031", ExitCode.Environment)]
    [InlineData("MLG1034", ExitCode.Usage)]
    public async Task Where_the_base_cannot_be_found_no_gate_is_believed(string code, int exit)
    {
        // The head's gate names a baseline that can be read: without the base nobody knows whose gate that is.
        var world = PullRequest(BaseGate.Replace("name: small", "name: small\nbaseline: v1", StringComparison.Ordinal));
        world.BaselineProblems["pull request"] = World.Problem(Diagnostics.Get(code), "baseline");

        Assert.Equal(exit, (await world.RunPullRequest()).Verdict.ExitCode);
    }

    [Theory]
    [InlineData("MLG1003", ExitCode.Integrity)]
    [InlineData("MLG1032", ExitCode.Environment)]
    public async Task A_test_set_of_the_base_that_cannot_be_read_leaves_the_models_unmeasured(string code, int exit)
    {
        var world = PullRequest();
        world.BaselineBytesProblems["datasets.test"] = World.Problem(Diagnostics.Get(code), "datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal(exit, report.Verdict.ExitCode);
        Assert.Empty(world.Requests);
    }

    [Fact]
    public async Task A_test_set_that_the_base_does_not_have_is_introduced()
    {
        var world = PullRequest();
        world.BaselineBytesProblems["datasets.test"] = World.Problem(Diagnostics.NoBaselineFound, "datasets.test");
        world.LockProblems["base datasets.test"] = World.Problem(Diagnostics.LockMissing, "datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal((Diagnostics.TestSetIntroduced.Code, Severity.Info), (report.Findings[0].Code, report.Findings[0].Severity));
        Assert.Equal(['a'], world.Requests.Select(request => request.Test.Version.Sha256[0]));
    }

    [Fact]
    public async Task A_test_set_that_only_the_bases_lock_knows_must_be_that_one()
    {
        var world = PullRequest();
        world.BaselineBytesProblems["datasets.test"] = World.Problem(Diagnostics.NoBaselineFound, "datasets.test");
        world.BaseLocks["datasets.test"] = 'f';

        var report = await world.RunPullRequest();

        Assert.Equal(ExitCode.Environment, report.Verdict.ExitCode);
        Assert.Equal(Diagnostics.BaselineNotReadable.Code, Of(report, "policy.datasets.test").Code);
        Assert.Empty(world.Requests);
    }

    [Fact]
    public async Task A_test_set_whose_locked_bytes_the_checkout_converted_is_that_one()
    {
        var world = PullRequest();
        world.BaselineBytesProblems["datasets.test"] = World.Problem(Diagnostics.NoBaselineFound, "datasets.test");
        world.Converted.Add("locked datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
        Assert.Single(world.Requests);
    }

    [Fact]
    public async Task A_lock_of_the_base_that_cannot_be_read_makes_no_test_set_a_new_one()
    {
        var world = PullRequest();
        world.BaselineBytesProblems["datasets.test"] = World.Problem(Diagnostics.NoBaselineFound, "datasets.test");
        world.LockProblems["base datasets.test"] = World.Problem(Diagnostics.LockNotReadable, "datasets.test");

        var report = await world.RunPullRequest();

        Assert.Equal(ExitCode.Integrity, report.Verdict.ExitCode);
        Assert.Empty(world.Requests);
    }

    [Fact]
    public async Task Predictions_without_a_key_are_not_laid_beside_the_rows_of_another_test_set()
    {
        var world = PullRequest(
            BaseGate
                .Replace("models/m.zip", "models/m.csv", StringComparison.Ordinal)
                .Replace("label: label", "label: label\n    score: p", StringComparison.Ordinal)
        );
        world.Base = world.Head;

        var report = await world.RunPullRequest();

        Assert.Equal(ExitCode.Undecided, report.Verdict.ExitCode);
        Assert.Equal(
            (Diagnostics.TestSetChanged.Code, Outcome.NotMeasured),
            (Of(report, "models.m.test").Code, Of(report, "models.m.test").Outcome)
        );
        Assert.Equal(['a'], world.Requests.Select(request => request.Test.Version.Sha256[0]));
    }

    [Fact]
    public async Task Only_what_counts_is_drawn()
    {
        var world = PullRequest();

        var (judged, _, tried) = await world.RunBoth();

        Assert.NotNull(Assert.Single(judged.Models).Picture);
        Assert.Null(Assert.Single(tried!.Models).Picture);
        Assert.Equal(
            judged.Findings.Where(finding => finding.Id.Section == GateSection.Models).Select(finding => finding.Found),
            tried.Findings.Where(finding => finding.Id.Section == GateSection.Models).Select(finding => finding.Found)
        );
    }

    [Fact]
    public async Task Outside_of_pull_requests_the_gate_and_the_test_set_of_the_working_tree_judge()
    {
        var world = PullRequest();
        world.Checkout = new Checkout(new string('c', 40), "work", null);

        var report = await world.RunPullRequest();

        Assert.All(world.Requests, request => Assert.Equal('a', request.Test.Version.Sha256[0]));
        Assert.Equal((null, null), (report.Preview, report.Datasets[1].Evaluated));
    }
}
