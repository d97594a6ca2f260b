using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Models.Tests.ScoringHost;

/// <summary>A cache that is only a folder, and counts.</summary>
public sealed class FolderCache(string folder) : ICache
{
    public int Made { get; private set; }

    public int Taken { get; private set; }

    public async Task<Result<string>> GetOrCreateAsync(
        string kind,
        string key,
        Func<string, Task<IReadOnlyList<Finding>>> make,
        CancellationToken cancel
    )
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, kind)).FullName, key);
        if (File.Exists(path))
        {
            Taken++;
            return path;
        }

        var problems = await make(path + ".tmp");
        if (problems.Count > 0)
        {
            return Result.Failed<string>(problems);
        }

        Made++;
        File.Move(path + ".tmp", path);
        return path;
    }
}
