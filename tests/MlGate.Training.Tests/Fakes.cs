using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Training.Tests;

/// <summary>Versions of files in a folder: the digest is the text itself, padded, which is enough to tell versions apart.</summary>
internal sealed class FakeVersions(string folder) : IWorkingTree, ILockReader
{
    public Dictionary<string, LockRecord> Locks { get; } = [];

    public Checkout Checkout => new(null, null, null);

    public Task<Result<ArtifactBytes>> ReadCandidateAsync(Artifact artifact, bool trustStatCache, CancellationToken cancel)
    {
        Assert.False(trustStatCache);
        var location = Path.Combine(folder, artifact.Path);
        return Task.FromResult<Result<ArtifactBytes>>(
            File.Exists(location)
                ? new ArtifactBytes(artifact, Version(location), [new ArtifactFile(artifact.Path, location, Version(location).Sha256, 1)])
                : NotFound(artifact.Id.Text)
        );
    }

    public Task<bool> DiffersInLineEndingsOnlyAsync(ArtifactFile file, string lockedSha256, CancellationToken cancel) =>
        Task.FromResult<bool>(false);

    public Task<Result<ArtifactVersion>> ReadCodeAsync(string path, CancellationToken cancel)
    {
        var location = Path.Combine(folder, path);
        var files = Directory.Exists(location) ? Directory.EnumerateFiles(location, "*.cs").Order(StringComparer.Ordinal).ToList() : [];
        return Task.FromResult<Result<ArtifactVersion>>(
            files.Count > 0 ? Of(string.Concat(files.Select(File.ReadAllText))) : NotFound(path)
        );
    }

    public bool IsThere(Artifact artifact) => throw new NotSupportedException();

    public Task<Result<LockRecord>> ReadLockAsync(Artifact artifact, Baseline? baseline, CancellationToken cancel) =>
        Task.FromResult<Result<LockRecord>>(Locks.TryGetValue(artifact.Id.Text, out var record) ? record : NotFound(artifact.Id.Text));

    public static ArtifactVersion Of(string text) =>
        new(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..40],
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))),
            text.Length
        );

    private static ArtifactVersion Version(string location) => Of(File.ReadAllText(location));

    private static Finding NotFound(string what) =>
        new()
        {
            Code = Diagnostics.FileNotFound.Code,
            Id = what,
            Subject = what,
            Outcome = Outcome.NotMeasured,
            Expected = "a file",
            Found = "none",
        };
}

/// <summary>Keeps what is written to it.</summary>
internal sealed class FakeLocks : ILockStore
{
    public List<LockRecord> Written { get; } = [];

    public Task<IReadOnlyList<Finding>> WriteAsync(IReadOnlyCollection<LockRecord> records, CancellationToken cancel)
    {
        Written.AddRange(records);
        return Task.FromResult<IReadOnlyList<Finding>>([]);
    }
}

/// <summary>Does something instead of running a command.</summary>
internal sealed class FakeCommands(Func<CommandRequest, CommandResult> run) : ICommandRunner
{
    public List<CommandRequest> Requests { get; } = [];

    public Task<CommandResult> RunAsync(CommandRequest request, Action<string> line, CancellationToken cancel)
    {
        Requests.Add(request);
        if (request.Command == "dotnet --version")
        {
            line("10.0.401");
            return Task.FromResult(new CommandResult(0));
        }

        return Task.FromResult(run(request));
    }
}
