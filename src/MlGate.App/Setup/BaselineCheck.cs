using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Baselines;
using MlGate.Reporting.Setup;
using MlGate.Versions;

namespace MlGate.App.Setup;

/// <summary>The commits that a check compares with: known, and reachable in this clone.</summary>
internal sealed class BaselineCheck : ISetupCheck
{
    private const string Name = "baseline";

    public async Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel)
    {
        if (place.Repository.Head is null || place.Repository.Obstacle() is not null)
        {
            return [];
        }

        var results = new List<SetupResult>();
        foreach (var (open, gate) in place.ReadableGates)
        {
            results.AddRange(await CheckAsync(open.Services, gate, place.Target is not null, cancel));
        }

        return [.. results.Distinct()];
    }

    private static async Task<IReadOnlyList<SetupResult>> CheckAsync(
        GateServices services,
        Gate gate,
        bool isPullRequest,
        CancellationToken cancel
    )
    {
        var found = new List<Result<Baseline>>();
        foreach (var wanted in new[] { gate.Baseline, gate.Anchor }.OfType<string>())
        {
            foreach (var artifact in gate.Artifacts)
            {
                found.Add(await services.Versions.FindBaselineAsync(wanted, artifact, cancel));
            }
        }

        if (isPullRequest)
        {
            found.Add(await services.Versions.FindPullRequestBaseAsync(cancel));
        }

        return
        [
            .. found
                .SelectMany(one => one.Problems)
                .DistinctBy(problem => (problem.Code, problem.Found, problem.Outcome == Outcome.NoBaseline ? problem.Subject : ""))
                .Select(problem => Missing(gate, problem)),
            .. found
                .Select(one => one.Value)
                .OfType<Baseline>()
                .DistinctBy(baseline => baseline.Commit)
                .Select(baseline => SetupResult.Ok(Name, $"{baseline.Commit[..10]}, {baseline.How}")),
        ];
    }

    private static SetupResult Missing(Gate gate, Finding problem) =>
        problem.Outcome != Outcome.NoBaseline || gate.RequireBaseline ? SetupResult.Problem(Name, problem)
        : problem.Found == BaselineFinder.FirstVersion ? SetupResult.Ok(Name, $"{problem.Subject}: none yet, {problem.Found}")
        : SetupResult.Warning(Name, $"{problem.Subject}: none ({problem.Found}), so limits on changes do not apply", problem.Fix!);
}
