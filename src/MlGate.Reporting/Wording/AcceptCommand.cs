using System.Globalization;
using MlGate.Findings;
using MlGate.Reports;
using MlGate.Waivers;

namespace MlGate.Reporting.Wording;

/// <summary>The command that accepts the result of a check, ready to be copied.</summary>
internal static class AcceptCommand
{
    private const int Days = 30;

    /// <summary>
    /// The command without the name of the program; null where the result cannot be accepted, or where a name would mean something to a
    /// shell.
    /// </summary>
    public static string? From(Report report, Finding finding) =>
        finding.Counts && finding.IsWaivable && Word(report, finding.Id) is { } word && ShellWords.Quoted(word) is { } id
            ? With(report, id)
            : null;

    // Without its quotes an id may be that of another check.
    private static string? Word(Report report, CheckId id) =>
        AcceptableChecks.Find(report, id.Plain) is [var only] && only == id ? id.Plain : null;

    /// <summary>The command that accepts all failing checks; null where a name would mean something to a shell.</summary>
    public static string? OfFailing(Report report) => With(report, "--failing");

    private static string? With(Report report, string what)
    {
        if (!ShellWords.AreHarmless(report.GateFile))
        {
            return null;
        }

        var until = report.GeneratedAt.UtcDateTime.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var gate = report.GateFile == "mlgate.yml" ? "" : " --gate " + report.GateFile;
        return $"accept {what} --reason \"why\" --until {until}{gate}";
    }
}
