using System.Diagnostics;
using MlGate.Findings;
using MlGate.Git.Repositories;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>A folder in which the real git runs, and versions over it.</summary>
internal sealed class TestRepository : IDisposable
{
    public static readonly string? Git = GitProgram.Find(Environment.GetEnvironmentVariable("PATH"), "/nowhere");

    private readonly TempFolder folder = new();

    public TestRepository(bool init = true, string format = "sha1")
    {
        if (init)
        {
            _ = Run("init", "-q", "-b", "main", "--object-format=" + format);
        }
    }

    public string Path => folder.Path;

    public string this[string relative] => folder[relative];

    public string Write(string relative, string text) => folder.Write(relative, text);

    public string Write(string relative, byte[] content)
    {
        var path = folder.Write(relative, "");
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Runs git in the folder and returns its output, trimmed.</summary>
    public string Run(params string[] arguments) => RunIn(Path, arguments);

    public static string RunIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Git!,
            [
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.com",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "protocol.file.allow=always",
                "-c",
                "init.defaultBranch=main",
                .. arguments,
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        foreach (var name in new[] { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE" })
        {
            _ = start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException(string.Join(' ', arguments) + ": " + errors.Result);
    }

    /// <summary>Commits everything and returns the commit's id.</summary>
    public string Commit(string message = "x")
    {
        _ = Run("add", "-A");
        _ = Run("commit", "-q", "--allow-empty", "-m", message);
        return Run("rev-parse", "HEAD");
    }

    /// <summary>Writes a file and its lock, and commits both.</summary>
    public async Task<string> CommitModel(string content)
    {
        _ = Write("m.bin", content);
        using (var versions = Versions())
        {
            var version = (await versions.ReadCandidateAsync(Model, false, default)).Value!.Version;
            Assert.Empty(
                await new Locks.LockStore(Settings()).WriteAsync([new LockRecord { Artifact = Model, Version = version }], default)
            );
        }

        return Commit(content);
    }

    public static Artifact Model { get; } = new(ArtifactKind.Model, "m", "m.bin");

    public static Artifact Data(string path, string name = "d") => new(ArtifactKind.Dataset, name, path);

    public GitSettings Settings(string subfolder = "") =>
        new()
        {
            GateFolder = subfolder.Length == 0 ? Path : folder[subfolder],
            GitProgram = Git,
            ConfigFiles = [],
        };

    public GitVersions Versions(GitSettings? settings = null) =>
        new(settings ?? Settings(), new FolderCache(folder[".git/test-cache"]), new FixedClock());

    public async Task<ArtifactVersion> Version(string path, string subfolder = "")
    {
        using var versions = Versions(Settings(subfolder));
        var result = await versions.ReadCandidateAsync(Data(path), false, default);
        Assert.Empty(result.Problems.Select(problem => problem.Message));
        return result.Value!.Version;
    }

    public async Task<Finding> Problem(string path, GitSettings? settings = null)
    {
        using var versions = Versions(settings);
        return Assert.Single((await versions.ReadCandidateAsync(Data(path), false, default)).Problems);
    }

    public void Dispose() => folder.Dispose();
}

/// <summary>A clock far after every file.</summary>
internal sealed class FixedClock : IClock
{
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow.AddDays(1);
}

/// <summary>Keeps files by key.</summary>
internal sealed class FolderCache(string folder) : ICache
{
    public int Made { get; private set; }

    public async Task<Result<string>> GetOrCreateAsync(
        string kind,
        string key,
        Func<string, Task<IReadOnlyList<Finding>>> make,
        CancellationToken cancel
    )
    {
        var path = System.IO.Path.Combine(folder, kind, key);
        if (File.Exists(path))
        {
            return path;
        }

        _ = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        Made++;
        var problems = await make(path);
        return problems.Count == 0 ? path : Result.Failed<string>(problems);
    }
}
