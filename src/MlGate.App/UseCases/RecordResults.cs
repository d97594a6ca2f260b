using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;
using MlGate.Reporting.Wording;
using MlGate.Runs;

namespace MlGate.App.UseCases;

/// <summary>Records the results of reports as git notes on the commits that they checked.</summary>
/// <param name="output">Where it is told what was recorded.</param>
internal sealed class RecordResults(Output output)
{
    private const int ShortHash = 10;

    /// <summary>Records, and pushes; nothing is pushed if a report could not be recorded.</summary>
    /// <param name="reports">Files named <c>report.json</c>.</param>
    /// <param name="remote">The remote to push to; null to push nothing.</param>
    /// <param name="cancel">Stops the push.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IEnumerable<string> reports, string? remote, CancellationToken cancel)
    {
        var problems = await RecordAsync(reports, remote, cancel);
        output.Problems(problems);
        return ExitCode.Worst(problems.Select(Verdict.ExitOf));
    }

    private async Task<IReadOnlyList<Finding>> RecordAsync(IEnumerable<string> reports, string? remote, CancellationToken cancel)
    {
        var history = GateServices.HistoryOf(Directory.GetCurrentDirectory());
        var problems = new List<Finding>();
        foreach (var path in reports)
        {
            problems.AddRange(await RecordAsync(history, path, cancel));
        }

        if (problems.Count > 0 || remote is null)
        {
            return problems;
        }

        var unshared = await history.ShareAsync(remote, cancel);
        if (unshared.Count == 0)
        {
            output.Result($"pushed the history to {ConsoleText.Name(remote)}");
        }

        return unshared;
    }

    private async Task<IReadOnlyList<Finding>> RecordAsync(IRunHistory history, string path, CancellationToken cancel)
    {
        var report = ReportOnDisk.Read(path);
        if (report.Value is not { } read)
        {
            return report.Problems;
        }

        if (read.Commit is not { } commit)
        {
            return
            [
                new Finding
                {
                    Code = Diagnostics.HistoryNotWritten.Code,
                    Id = "history",
                    Subject = path,
                    Outcome = Outcome.NotMeasured,
                    Expected = "a report of a commit",
                    Found = "report from outside a git repository",
                    Fix = "Run mlgate check in a repository",
                },
            ];
        }

        var problems = await history.RecordAsync(new RecordedRun(commit, PastRun.From(read, ReportJson.Digest(read))), cancel);
        if (problems.Count == 0)
        {
            output.Result($"recorded the result of {ConsoleText.Name(read.Gate)} on commit {commit[..ShortHash]}");
        }

        return problems;
    }
}
