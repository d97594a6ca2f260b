using MlGate.App.PullRequests;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>
/// Prints the names of gates, one per line, for those who speak of them before there is a report, or when there will be none.
/// </summary>
internal sealed class ListGates(Output output, string? cache, HostEnvironment surroundings)
{
    /// <param name="named">Gate files; none for the one of this folder.</param>
    /// <param name="all">Every gate file below this folder?</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> named, bool all, CancellationToken cancel)
    {
        var files = await PullRequestGates.FindAsync(Directory.GetCurrentDirectory(), named, all, cache, surroundings, cancel);
        foreach (var found in files.Value ?? [])
        {
            using var workplace = new GateServices(found, cache, surroundings);

            // As check names its report: after the gate that judges, or after the file that cannot be read.
            output.Result(
                workplace.ReadGate().Value is { } gate ? (await workplace.JudgingAsync(gate, cancel)).Name : Path.GetFileName(found.File)
            );
        }

        output.Problems(files.Problems);
        return ExitCode.Worst(files.Problems.Select(Verdict.ExitOf));
    }
}
