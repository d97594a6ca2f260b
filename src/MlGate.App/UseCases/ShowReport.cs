using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;
using MlGate.Reports;

namespace MlGate.App.UseCases;

/// <summary>Shows a report that was written before.</summary>
/// <param name="output">Where problems go.</param>
/// <param name="print">Prints the report.</param>
internal sealed class ShowReport(Output output, Action<Report> print)
{
    /// <param name="path">A <c>report.json</c>.</param>
    /// <returns>The exit code: 0 if it could be read, whatever it says.</returns>
    public int Run(string path)
    {
        var report = ReportOnDisk.Read(path);
        if (report.Value is null)
        {
            output.Problems(report.Problems);
            return ExitCode.Worst(report.Problems.Select(Verdict.ExitOf));
        }

        print(report.Value);
        return ExitCode.Passed;
    }
}
