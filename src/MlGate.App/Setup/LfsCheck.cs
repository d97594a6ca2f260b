using MlGate.Findings;
using MlGate.Git.Setup;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>Git LFS, where artifacts need it: installed, and their objects fetched.</summary>
internal sealed class LfsCheck : ISetupCheck
{
    private const string Name = "Git LFS";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel)
    {
        var all = place.StoredFiles(cancel);
        var files = all.Where(file => file.IsLfs).ToList();
        var version = files.Count > 0 ? place.Repository.LfsVersion(cancel) : null;
        return Task.FromResult<IReadOnlyList<SetupResult>>(
            all.Count == 0 ? []
            : files.Count == 0 ? [SetupResult.Ok(Name, "not needed: no artifact is in Git LFS")]
            :
            [
                version is null
                    ? SetupResult.Warning(
                        Name,
                        $"git-lfs is not installed, but {Files(files)} in Git LFS",
                        "Install git-lfs, then run: git lfs install && git lfs pull"
                    )
                    : SetupResult.Ok(Name, $"{version}; {Files(files)} in Git LFS"),
                .. files.Where(file => file.IsMissing).Take(1).Select(first => NotFetched(first, files.Count(file => file.IsMissing))),
            ]
        );
    }

    private static string Files(List<StoredFile> files) => files.Count == 1 ? $"{files[0].Path} is" : $"{files.Count} files are";

    private static SetupResult NotFetched(StoredFile first, int count) =>
        new(
            Name,
            SetupState.Problem,
            $"{first.Path}{(count > 1 ? $" and {count - 1} more" : "")}: only a Git LFS pointer, its content was not fetched"
        )
        {
            Fix = "git lfs pull, or mlgate fetch; on GitHub: lfs: true at actions/checkout",
            Diagnostic = Diagnostics.LfsObjectMissing,
        };
}
