using MlGate.App.Policy;
using MlGate.Core.Tests.Runs;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.App.Tests.Policy;

/// <summary>Runs a world as a pull request.</summary>
internal static class PullRequestRuns
{
    /// <summary>The gate of <see cref="World.Base"/> judges.</summary>
    public static async Task<Report> RunPullRequest(this World world) => await Of(world).RunAsync(world.Gate, "mlgate.yml", default);

    /// <summary>The same, with the report of what the pull request brings.</summary>
    public static async Task<(Report Judged, IReadOnlyList<string> Changed, Report? Tried)> RunBoth(this World world) =>
        await Of(world).RunBothAsync(world.Gate, "mlgate.yml", default);

    /// <summary>The pull request removes the gate file.</summary>
    public static async Task<Report> RunRemoved(this World world, string? wentTo = null, string? added = null, params Artifact[] shared) =>
        await Of(world)
            .RunRemovedAsync(
                world.Gate,
                "mlgate.yml",
                new GateRemoval(new Baseline(new string('b', 40), "origin/main", "merge base with origin/main"))
                {
                    WentTo = wentTo,
                    Added = added,
                    Shared = shared,
                },
                default
            );

    private static GoverningGateRun Of(World world) => new(world.Ports, world, world.Options, world);
}
