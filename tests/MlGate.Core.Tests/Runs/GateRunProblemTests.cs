using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Core.Tests.Runs;

/// <summary>What a run says of bytes, locks, profiles and scores that it cannot have.</summary>
public sealed class GateRunProblemTests
{
    private static Finding Of(Report report, string id) => Assert.Single(report.Findings, finding => finding.Id == id);

    [Theory]
    [InlineData("datasets.train")]
    [InlineData("datasets.test")]
    [InlineData("models.m")]
    public async Task Bytes_that_are_not_as_locked_are_not_measured_and_the_others_are(string changed)
    {
        var world = new World
        {
            Options = new()
            {
                Tool = "1.0",
                GateFile = "mlgate.yml",
                ContinuousIntegration = true,
            },
        };
        world.NotAsLocked.Add(changed);

        var report = await world.Run();

        Assert.Equal(ExitCode.Integrity, report.Verdict.ExitCode);
        Assert.DoesNotContain("profile " + changed, world.Asked);
        Assert.Equal(changed == "datasets.train", world.Asked.Contains("predict models.m"));
        Assert.All(new[] { "datasets.train", "datasets.test" }.Where(id => id != changed), id =>
            Assert.Contains("profile " + id, world.Asked)
        );
        Assert.Equal(Diagnostics.NotWhatTheLockSays.Code, Of(report, changed + ".lock").Code);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_read_keeps_its_bytes_from_being_measured()
    {
        var world = new World();
        world.LockProblems["models.m"] = World.Problem(Diagnostics.LockNotReadable, "models.m");

        var report = await world.Run();

        Assert.Equal(ExitCode.Integrity, report.Verdict.ExitCode);
        Assert.DoesNotContain(world.Asked, asked => asked.StartsWith("predict", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_that_is_not_there_yet_warns_and_everything_is_measured()
    {
        var world = new World();
        world.LockProblems["models.m"] = World.Problem(Diagnostics.LockMissing, "models.m");

        var report = await world.Run();

        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
        Assert.Equal(Severity.Warn, Of(report, "models.m.lock").Severity);
        Assert.Contains("predict models.m", world.Asked);
    }

    [Fact]
    public async Task A_problem_of_one_artifact_does_not_silence_the_others()
    {
        var world = new World();
        world.CandidateProblems["datasets.train"] = World.Problem(Diagnostics.FileNotFound, "datasets.train");

        var report = await world.Run();

        Assert.Equal(ExitCode.Environment, report.Verdict.ExitCode);
        Assert.Equal(Outcome.Passed, Of(report, "models.m.metrics.recall.min").Outcome);
        Assert.Equal("mlgate.yml", Of(report, "datasets.train").Place?.File);
    }

    [Fact]
    public async Task A_profile_that_cannot_be_made_fails_and_passes_nothing()
    {
        var world = new World();
        world.ProfileProblems["profile datasets.train"] = World.Problem(Diagnostics.DataNotReadable, "datasets.train") with
        {
            Outcome = Outcome.Failed,
        };

        var report = await world.Run();

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.DoesNotContain(report.Findings, finding => finding.Id == "datasets.train.rows.min");
    }

    [Fact]
    public async Task A_model_that_cannot_be_scored_passes_nothing()
    {
        var world = new World { PredictionProblem = World.Problem(Diagnostics.ModelNotLoadable, "models.m") };

        var report = await world.Run();

        Assert.Equal(ExitCode.Unsafe, report.Verdict.ExitCode);
        Assert.DoesNotContain(report.Findings, finding => finding.Id.Path.Contains("metrics"));
    }

    [Theory]
    [InlineData("datasets.train")]
    [InlineData("datasets.test")]
    [InlineData("models.m")]
    public async Task What_changes_during_the_run_takes_its_verdict_away(string changed)
    {
        var world = new World();
        world.Rewritten.Add(changed);

        var report = await world.Run();

        Assert.Equal(ExitCode.Integrity, report.Verdict.ExitCode);
        var finding = Of(report, changed + ".unchanged");
        Assert.Equal((Diagnostics.ChangedWhileRead.Code, Outcome.NotMeasured), (finding.Code, finding.Outcome));
    }
}
