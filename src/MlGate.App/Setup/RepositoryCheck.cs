using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The repository around the working directory: there, undamaged, trusted by git, with commits.</summary>
internal sealed class RepositoryCheck : ISetupCheck
{
    private const string Name = "repository";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>([Check(place)]);

    private static SetupResult Check(SetupPlace place)
    {
        var repository = place.Repository;
        return repository.Obstacle() is { } obstacle ? SetupResult.Problem(Name, obstacle)
            : repository.WorkTree is not { } folder
                ? SetupResult.Warning(
                    Name,
                    "not in a git repository: no baseline, so limits on changes do not apply",
                    "git init && git add . && git commit -m \"First version\""
                )
            : repository.Head is not { } head
                ? SetupResult.Warning(
                    Name,
                    "no commit: no baseline, so limits on changes do not apply",
                    "git add . && git commit -m \"First version\""
                )
            : SetupResult.Ok(
                Name,
                $"{folder} at {head[..10]}, "
                    + (
                        repository.IsShallow ? "shallow clone"
                        : repository.IsPartial ? "partial clone: git fetches missing files from the server when a check needs them"
                        : "complete history"
                    )
            );
    }
}
