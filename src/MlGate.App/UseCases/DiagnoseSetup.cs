using MlGate.App.PullRequests;
using MlGate.App.Services;
using MlGate.App.Setup;
using MlGate.Findings;
using MlGate.Reporting.Setup;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>Says what of the machine and the repository would stop or weaken a gate. Measures nothing, and contacts no server.</summary>
/// <param name="output">Where it is printed.</param>
/// <param name="variable">Looks up an environment variable; null where it is not set.</param>
internal sealed class DiagnoseSetup(Output output, Func<string, string?> variable)
{
    /// <summary>Folder of the content cache; null for the usual one.</summary>
    public string? Cache { get; init; }

    /// <summary>The target branch of the pull request, where the command line names it; null to ask the environment.</summary>
    public string? Target { get; init; }

    /// <summary>True for JSON, false for text.</summary>
    public bool AsJson { get; init; }

    /// <param name="folder">Absolute path of the working directory.</param>
    /// <param name="named">Gate files; none for the one of the folder.</param>
    /// <param name="all">Every gate file below the folder?</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code: 0 where nothing stops a gate.</returns>
    public async Task<int> RunAsync(string folder, IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var environment = HostEnvironment.Read(variable) with { Target = Target };
        var found = PullRequestGates.InTree(folder, named, all);
        using var place = new SetupPlace(
            folder,
            [.. (found.Value ?? []).Select(location => new OpenGate(location, Cache, environment))],
            found.Problems,
            variable,
            environment
        )
        {
            CacheFolder = Cache,
        };

        var results = new List<SetupResult>();
        foreach (var check in SetupChecks.All)
        {
            // One cause can stop several checks: it is told where it is found first.
            var told = await check.RunAsync(place, cancel);
            results.AddRange(told.Where(result => results.All(earlier => (earlier.Found, earlier.Fix) != (result.Found, result.Fix))));
        }

        output.Result(AsJson ? SetupText.Json(results) : SetupText.Plain(results));
        return ExitCode.Worst(results.Select(result => result.Exit));
    }
}
