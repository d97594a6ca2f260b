using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Runs;

namespace MlGate.App.UseCases;

/// <summary>Records the results of reports as git notes on the commits that they checked.</summary>
internal static class RecordResults
{
    /// <summary>What could not be recorded or pushed; nothing is pushed if a report could not be recorded.</summary>
    /// <param name="reports">Files named <c>report.json</c>.</param>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="remote">The remote to push to; null to push nothing.</param>
    /// <param name="cancel">Stops the push.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        IEnumerable<string> reports,
        string folder,
        string? remote,
        CancellationToken cancel
    )
    {
        var history = GateServices.HistoryOf(folder);
        var problems = new List<Finding>();
        foreach (var path in reports)
        {
            problems.AddRange(await RecordAsync(history, path, cancel));
        }

        return problems.Count == 0 && remote is not null ? await history.ShareAsync(remote, cancel) : problems;
    }

    private static async Task<IReadOnlyList<Finding>> RecordAsync(IRunHistory history, string path, CancellationToken cancel)
    {
        var report = ReportOnDisk.Read(path);
        return report.Value is null ? report.Problems
            : report.Value.Commit is { } commit
                ? await history.RecordAsync(new RecordedRun(commit, PastRun.From(report.Value, ReportJson.Digest(report.Value))), cancel)
            :
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
}
