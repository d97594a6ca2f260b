using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>How to accept a result on purpose: in the diff, where reviewers see it.</summary>
internal static class AcceptSection
{
    private const int MostCommands = 10;

    public static MarkdownSection? Render(ReportReading reading)
    {
        var acceptable = reading.Blocking.Where(finding => finding.IsWaivable).ToList();
        if (acceptable.Count == 0)
        {
            return null;
        }

        List<string> commands = [.. acceptable.Select(finding => Command(AcceptCommand.From(reading.Report, finding)) ?? ByName(finding))];
        var all =
            commands.Count > 1
                ? "\n\nAll at once:\n\n"
                    + (
                        Command(AcceptCommand.OfFailing(reading.Report))
                        ?? "`dotnet mlgate accept --failing` with `--reason`, `--until` and `--gate`"
                    )
                : "";
        var left = commands.Count > MostCommands ? $"\n- and {commands.Count - MostCommands} more" : "";
        var command =
            commands.Count == 1 ? commands[0] : string.Join('\n', commands.Take(MostCommands).Select(one => "- " + one)) + left + all;
        return new(
            3,
            "how to accept it",
            Details.From(
                "Accept this result",
                "with a waiver for these versions, until a date",
                $"""
                A waiver is a file in the diff, for review by CODEOWNERS; comments and labels have no effect:

                {command}

                It writes a file to `.mlgate/waivers`; commit it to this branch. The file has the check, both versions, owner, reason and last day. It has no effect on another candidate.
                """
            )
        );
    }

    private static string? Command(string? accept) => accept is null ? null : $"`dotnet mlgate {accept}`";

    private static string ByName(Finding finding) =>
        $"`dotnet mlgate accept` with the id of the check ({MarkdownText.Name(finding.Id.Text)}), `--reason` and `--until`";
}
