using MlGate.Findings;
using MlGate.Git;
using MlGate.Git.Repositories;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Benchmarks;

/// <summary>Hashes one artifact, as a process of its own.</summary>
internal static class HashingPlain
{
    public static async Task<int> Hash(string folder, string path, bool trust)
    {
        var settings = GitSettings.From(folder, Environment.GetEnvironmentVariable);
        using var versions = new GitVersions(settings, new NoCache(), new SystemClock());
        var bytes = await versions.ReadCandidateAsync(new Artifact(ArtifactKind.Dataset, "d", path), trust, CancellationToken.None);
        Console.WriteLine(bytes.Value?.Version.ToString() ?? bytes.Problems[0].Message);
        return bytes.Value is null ? 1 : 0;
    }

    private sealed class SystemClock : IClock
    {
        public DateTimeOffset Now => DateTimeOffset.UtcNow;
    }

    private sealed class NoCache : ICache
    {
        public Task<Result<string>> GetOrCreateAsync(
            string kind,
            string key,
            Func<string, Task<IReadOnlyList<Finding>>> make,
            CancellationToken cancel
        ) => throw new NotSupportedException("Nothing here reads a baseline.");
    }
}
