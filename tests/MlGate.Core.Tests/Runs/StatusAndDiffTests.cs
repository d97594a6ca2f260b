using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Core.Tests.Runs;

/// <summary>The two runs that judge no metric.</summary>
public sealed class StatusAndDiffTests
{
    [Fact]
    public async Task Artifacts_as_locked_are_up_to_date_and_nothing_is_measured()
    {
        var world = new World();

        var states = await new StatusRun(world).RunAsync(world.Gate, CancellationToken.None);

        Assert.Equal(["datasets.train", "datasets.test", "models.m"], states.Select(state => state.Artifact.Id));
        Assert.All(states, state => Assert.True(state.UpToDate));
        Assert.DoesNotContain(world.Asked, asked =>
            asked.StartsWith("profile", StringComparison.Ordinal)
            || asked.StartsWith("predict", StringComparison.Ordinal)
            || asked.StartsWith("baseline", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_artifact_that_needs_attention_leaves_the_others_up_to_date()
    {
        var world = new World();
        world.NotAsLocked.Add("datasets.test");
        world.CandidateProblems["datasets.train"] = World.Problem(Diagnostics.FileNotFound, "datasets.train");

        var states = await new StatusRun(world).RunAsync(world.Gate, CancellationToken.None);

        Assert.Equal([false, false, true], states.Select(state => state.UpToDate));
        Assert.Null(states[0].Version);
        Assert.Equal(Diagnostics.NotWhatTheLockSays.Code, Assert.Single(states[1].Findings).Code);
    }

    [Fact]
    public async Task A_model_whose_data_changed_is_stale_in_status()
    {
        var world = new World();
        world.Gate = world.Gate with
        {
            Models =
            [
                world.Gate.Models[0] with
                {
                    Train = new TrainGate
                    {
                        Place = world.Gate.Place,
                        Command = "train",
                        Datasets = ["train"],
                    },
                },
            ],
        };

        var model = (await new StatusRun(world).RunAsync(world.Gate, CancellationToken.None))[^1];

        Assert.False(model.UpToDate);
        Assert.Contains(model.Findings, finding => finding.Code == Diagnostics.LineageMissing.Code);
    }

    [Fact]
    public async Task A_difference_names_versions_and_what_changed()
    {
        var world = new World();

        var differences = (await Diff(world).RunAsync(world.Gate, "HEAD", null, CancellationToken.None)).Artifacts;

        Assert.All(differences, difference => Assert.NotEqual(difference.Before, difference.After));
        Assert.All(differences, difference => Assert.Empty(difference.Problems));
        Assert.Equal(
            ["baseline HEAD datasets.train", "baseline HEAD datasets.test", "baseline HEAD models.m"],
            world.Asked.Where(asked => asked.StartsWith("baseline", StringComparison.Ordinal)).Take(3)
        );
    }

    [Fact]
    public async Task A_difference_of_a_model_has_the_metrics_of_a_check()
    {
        var world = new World();

        var difference = await Diff(world).RunAsync(world.Gate, "v1.0", null, CancellationToken.None);

        var report = difference.Metrics!;
        Assert.Contains(report.Findings, finding => finding.Id.Path is ["metrics", ..] && finding.Evidence is { Baseline: not null });
        Assert.Equal("v1.0", Assert.Single(report.Models).BaselineCommit!.Ref);
    }

    [Fact]
    public async Task A_difference_of_two_commits_reads_nothing_of_the_working_tree()
    {
        var world = new World();
        world.AtRef["v1.1"] = 'a';

        await Diff(world).RunAsync(world.Gate, "v1.0", "v1.1", CancellationToken.None);

        Assert.Contains(world.Asked, asked => asked.StartsWith("predict", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Asked, asked =>
            asked.StartsWith("read ", StringComparison.Ordinal) || asked.StartsWith("trust ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_artifact_that_was_not_there_yet_is_a_difference_and_no_problem()
    {
        var world = new World();
        world.BaselineBytesProblems["models.m"] = World.Problem(Diagnostics.NoBaselineFound, "models.m");

        var model = (await Diff(world).RunAsync(world.Gate, "HEAD", null, CancellationToken.None)).Artifacts[^1];

        Assert.Null(model.Before);
        Assert.NotNull(model.After);
        Assert.Empty(model.Problems);
    }

    [Fact]
    public async Task Data_that_cannot_be_read_on_one_side_is_a_problem_and_not_unchanged()
    {
        var world = new World();
        world.ProfileProblems["profile baseline datasets.train"] = World.Problem(Diagnostics.DataNotReadable, "datasets.train");

        var train = (await Diff(world).RunAsync(world.Gate, "HEAD", null, CancellationToken.None)).Artifacts[0];

        Assert.Equal(Diagnostics.DataNotReadable.Code, Assert.Single(train.Problems).Code);
        Assert.NotEqual(train.Before, train.After);
    }

    [Fact]
    public async Task Both_stop_when_they_are_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var world = new World();

        await Assert.ThrowsAsync<OperationCanceledException>(() => new StatusRun(world).RunAsync(world.Gate, source.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Diff(world).RunAsync(world.Gate, "HEAD", null, source.Token));
    }

    private static DiffRun Diff(World world) => new(new GatePorts(world, world, world, world, world), world);
}
