using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Which commit against which, where to read on, and how to repeat it.</summary>
internal static class FooterSection
{
    public static MarkdownSection Render(ReportReading reading, SummaryOptions options, PlaceLinks links)
    {
        var report = reading.Report;
        string?[] parts =
        [
            Commits(reading, links),
            reading.Main is [var only] && only.Id.Name == report.Gate ? null : MarkdownText.From($"gate {TextPart.Name(report.Gate)}"),
            Links.From("report", options.FullReport),
            Links.From("log", options.RunLog),
            Rerun(reading),
            report.ValidUntil is { } end ? MarkdownText.From($"valid until {Times.Format(end)}") : null,
            MarkdownText.From($"MlGate {TextPart.Text(report.Tool)}"),
        ];
        return new(0, "footer", $"<sub>{string.Join(" · ", parts.OfType<string>())}{MarkdownText.From(options.Footnote)}</sub>");
    }

    private static string? Commits(ReportReading reading, PlaceLinks links)
    {
        var commits = reading.Report.Artifacts.Select(artifact => artifact.BaselineCommit).OfType<Versions.Baseline>().Distinct().ToList();
        var against = commits is [var only]
            ? MarkdownText.From($" against {VersionWords.BaselineName(reading)} ") + links.Commit(only.Commit)
            : "";
        return reading.Report.Commit is { } commit ? links.Commit(commit) + against : null;
    }

    // The command that checks the same at home; null where a name would mean something to a shell.
    private static string? Rerun(ReportReading reading)
    {
        var report = reading.Report;
        if (!ShellWords.AreHarmless(report.GateFile))
        {
            return null;
        }

        var commits = report.Artifacts.Select(artifact => artifact.BaselineCommit?.Commit).OfType<string>().Distinct().ToList();
        var baseline = commits is [var only] && only.All(char.IsAsciiHexDigit) ? " --baseline " + LeadSentence.Short(only) : "";
        var file = report.GateFile == "mlgate.yml" ? "" : " " + report.GateFile;
        return $"run locally: `dotnet mlgate check{file}{baseline}`";
    }
}
