using MlGate.Findings;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Core.Tests.Runs;

/// <summary>Slow loss is judged against the anchor, an earlier version that stays.</summary>
public sealed class GateRunAnchorTests
{
    private const string SinceAnchor = "models.m.metrics.recall.max-drop-since-anchor";

    private static Finding Of(Report report, string id) => Assert.Single(report.Findings, finding => finding.Id == id);

    private static World Anchored()
    {
        var world = new World();
        world.Gate = world.Gate with
        {
            Anchor = "v1",
            Models = [world.ModelOf(World.Model, (LimitKinds.Min, 0.5), (LimitKinds.MaxDropSinceAnchor, 0.05))],
        };
        return world;
    }

    [Fact]
    public async Task A_loss_since_the_anchor_fails_although_the_baseline_is_as_bad()
    {
        var world = Anchored();
        world.Found = (160, 120);

        var report = await world.Run();

        Assert.Contains("baseline v1 models.m", world.Asked);
        Assert.Equal(Outcome.Failed, Of(report, SinceAnchor).Outcome);
    }

    [Fact]
    public async Task An_anchor_that_lacks_the_model_is_no_baseline()
    {
        var world = Anchored();
        world.BaselineBytesProblems["v1 models.m"] = World.Problem(Diagnostics.NoBaselineFound, "models.m");

        var report = await world.Run();

        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
        Assert.Equal(Outcome.NoBaseline, Of(report, SinceAnchor).Outcome);
        Assert.Equal(Outcome.NoBaseline, Of(report, "models.m.anchor").Outcome);
    }

    [Fact]
    public async Task An_anchor_that_does_not_exist_is_a_usage_error_said_once()
    {
        var world = Anchored();
        var other = new Artifact(ArtifactKind.Model, "other", "models/other.zip");
        world.Gate = world.Gate with
        {
            Models = [.. world.Gate.Models, world.ModelOf(other, (LimitKinds.Min, 0.5), (LimitKinds.MaxDropSinceAnchor, 0.05))],
        };
        world.BaselineProblems["v1"] = World.Problem(Diagnostics.UnknownRef, "baseline");

        var report = await world.Run();

        Assert.Equal(ExitCode.Usage, report.Verdict.ExitCode);
        Assert.Single(report.Findings, finding => finding.Code == Diagnostics.UnknownRef.Code);
        Assert.NotEqual(Outcome.Passed, Of(report, SinceAnchor).Outcome);
    }

    [Fact]
    public async Task Without_limits_against_it_the_anchor_is_not_asked_for()
    {
        var world = new World();
        world.Gate = world.Gate with { Anchor = "v1" };

        await world.Run();

        Assert.DoesNotContain(world.Asked, asked => asked.Contains("v1", StringComparison.Ordinal));
    }
}
