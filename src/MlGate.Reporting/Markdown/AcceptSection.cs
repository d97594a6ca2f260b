using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Waivers;

namespace MlGate.Reporting.Markdown;

/// <summary>How to accept a result on purpose: in the diff, where reviewers see it.</summary>
internal static class AcceptSection
{
    public static MarkdownSection? Of(ReportReading reading)
    {
        if (reading.Blocking.FirstOrDefault(Waivable.Is) is not { } finding) return null;

        var file = reading.Report.GateFile;
        var gate = file == "mlgate.yml" ? "" : " --gate " + file;
        var command = ShellWords.AreHarmless(finding.Id) && ShellWords.AreHarmless(file)
            ? $"`dotnet mlgate accept {finding.Id} --reason \"…\" --until YYYY-MM-DD{gate}`"
            : $"`dotnet mlgate accept` with the check's id ({MarkdownText.Name(finding.Id)}), `--reason` and `--until`";
        return new(3, "how to accept it", Details.Of(
            "Accept this result",
            "on purpose, for these versions, until a day",
            $"""
            A waiver is never taken from a comment or a label. It is a file in the diff, where reviewers and CODEOWNERS see it:

            {command}

            It writes a file to `.mlgate/waivers`; commit it to this branch. It names the check, both versions, who, why and the last day; another candidate makes it void.
            """));
    }
}
