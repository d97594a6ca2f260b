using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The folders of the caches: writable, and reached by no link. Without a cache a check is only slower.</summary>
internal sealed class CacheFolderCheck : ISetupCheck
{
    private const string Name = "cache";
    private const string Fix = "Make the folder writable, or name another one: --cache FOLDER";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>(
            place.CacheFolder is { } named
                ? [WritableFolder.Check(Name, Path.GetFullPath(named, place.Folder), Fix, SetupState.Warning)]
                : [.. place.Gates.Select(gate => gate.Services.Folder).Distinct().Select(Check)]
        );

    private static SetupResult Check(string folder)
    {
        try
        {
            OwnFolder.Require(folder, ".mlgate/cache");
            return WritableFolder.Check(Name, Path.Combine(folder, ".mlgate", "cache"), Fix, SetupState.Warning);
        }
        catch (UnsafeFileException problem)
        {
            return new SetupResult(Name, SetupState.Problem, problem.Message.TrimEnd('.'))
            {
                Fix = "Replace it with a folder, or name another one: --cache FOLDER",
                Diagnostic = Diagnostics.NotARegularFile,
            };
        }
        catch (IOException problem)
        {
            return SetupResult.Warning(Name, $"{problem.Message.TrimEnd('.')}: nothing is cached", Fix);
        }
    }
}
