using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Repositories;
using MlGate.Git.Setup;

namespace MlGate.App.Setup;

/// <summary>Where a gate would run: the folder, its repository, its gates, and the environment of the process.</summary>
internal sealed class SetupPlace : IDisposable
{
    /// <param name="folder">Absolute path of the working directory.</param>
    /// <param name="gates">The gates that were found.</param>
    /// <param name="problems">Why gates were not found.</param>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    /// <param name="environment">What the environment says of the run.</param>
    public SetupPlace(
        string folder,
        IReadOnlyList<OpenGate> gates,
        IReadOnlyList<Finding> problems,
        Func<string, string?> variable,
        HostEnvironment environment
    )
    {
        (Folder, Gates, Problems, Variable, Environment) = (folder, gates, problems, variable, environment);
        Repository = new RepositorySetup(Settings(folder));
    }

    /// <summary>Absolute path of the working directory.</summary>
    public string Folder { get; }

    public IReadOnlyList<OpenGate> Gates { get; }

    /// <summary>Why gates were not found.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    public Func<string, string?> Variable { get; }

    public HostEnvironment Environment { get; }

    /// <summary>Folder of the cache, where the command line names one; null for that of each gate.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The repository around the working directory.</summary>
    public RepositorySetup Repository { get; }

    /// <summary>The target branch of the pull request, as the command line or a build server names it; null outside of one.</summary>
    public string? Target => Settings(Folder).Target;

    /// <summary>The gates whose file can be read.</summary>
    public IEnumerable<(OpenGate Open, Gate Gate)> ReadableGates =>
        Gates.Where(gate => gate.Gate.Value is not null).Select(gate => (gate, gate.Gate.Value!));

    /// <summary>How git stores the files of all artifacts, each once.</summary>
    public IReadOnlyList<StoredFile> StoredFiles(CancellationToken cancel)
    {
        var files = new List<StoredFile>();
        foreach (var (open, gate) in ReadableGates)
        {
            using var repository = new RepositorySetup(Settings(open.Services.Folder));
            files.AddRange(gate.Artifacts.SelectMany(artifact => repository.StoredFiles(artifact, cancel)));
        }

        return [.. files.DistinctBy(file => file.Path)];
    }

    public void Dispose()
    {
        Repository.Dispose();
        foreach (var gate in Gates)
        {
            gate.Dispose();
        }
    }

    private GitSettings Settings(string folder)
    {
        var settings = GitSettings.From(folder, Variable);
        return settings with
        {
            Target = Environment.Target is { } target ? PullRequestTarget.Short(target) : settings.Target,
            IsContinuousIntegration = Environment.ContinuousIntegration,
        };
    }
}
