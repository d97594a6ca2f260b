using MlGate.Git.Repositories;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The branch that a pull request targets, whose gate file governs; outside of pull requests the default branch.</summary>
internal sealed class TargetBranchCheck : ISetupCheck
{
    private const string Name = "target branch";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>(place.Repository.Head is null ? [] : [Check(place)]);

    private static SetupResult Check(SetupPlace place)
    {
        var found = place.Repository.FindTarget();
        if (found.Value is not { } branch)
        {
            return SetupResult.Problem(Name, found.Problems[0]);
        }

        if (place.Target is { } target)
        {
            return SetupResult.Ok(Name, $"{branch}, for {target} {SourceOf(place)}");
        }

        const string Missing = "Name the target of a pull request: --target main, or the variable MLGATE_TARGET";
        return branch.Length == 0
                ? SetupResult.Warning(Name, "no pull request, and no default branch: compared with the last commit", Missing)
            : place.Environment.ContinuousIntegration
                ? SetupResult.Ok(Name, $"the build server names no pull request; default branch {branch}")
            : SetupResult.Ok(Name, $"no pull request; default branch {branch}");
    }

    private static string SourceOf(SetupPlace place) =>
        place.Environment.Target is not null ? "from --target"
        : PullRequestTarget.SourceOf(place.Variable) is var (server, variable) ? $"from {variable} ({server})"
        : "";
}
