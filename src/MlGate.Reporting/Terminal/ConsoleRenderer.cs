using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Terminal;

/// <summary>A report for terminals and logs: the verdict and the next action, then what is wrong, then what it was measured on.</summary>
internal sealed class ConsoleRenderer : IReportRenderer
{
    private const int Indent = 2;

    public string Format => "text";

    public string Extension => "txt";

    public string Render(Report report) => string.Concat(Lines(report, new ConsoleOptions()).Select(line => line.Text + "\n"));

    /// <summary>The lines with their styles.</summary>
    public static IReadOnlyList<ConsoleLine> Lines(Report report, ConsoleOptions options)
    {
        var reading = new ReportReading(report);
        var text = new ConsoleLines(options.Width);
        WriteHead(text, Headline.From(reading), report);
        WritePreview(text, report);
        WriteWaivers(text, report);
        WriteFindings(text, reading, options.Verbose);
        WriteCounts(text, reading, options.Verbose);
        WriteVersions(text, reading);
        return text.Lines;
    }

    private static void WriteHead(ConsoleLines text, Headline headline, Report report)
    {
        text.AddSpans(
            0,
            new(headline.Word, StyleOf(headline.Form)),
            new("  " + ConsoleText.From($"{TextPart.Name(report.Gate)}: {headline.Title}"), ConsoleStyle.Strong)
        );
        text.Add(Indent, headline.Lead);
        if (headline.Aside is { } aside)
        {
            text.Add(Indent, aside);
        }

        if (headline.Next is { } next)
        {
            text.Add(Indent, $"Next: {next}", ConsoleStyle.Strong);
        }

        text.Gap();
    }

    private static void WritePreview(ConsoleLines text, Report report)
    {
        if (report.Preview is not { } preview)
        {
            return;
        }

        if (PreviewWords.Gone(report) is { } gone)
        {
            text.Add(0, $"{gone}: {PreviewWords.GoneNames(report)}.", ConsoleStyle.Warning);
        }

        text.Add(0, $"{PreviewWords.Title(preview)}. Preview only.", ConsoleStyle.Warning);
        foreach (var line in PreviewWords.Lines(preview))
        {
            text.Add(Indent, line);
        }

        text.Gap();
    }

    private static void WriteWaivers(ConsoleLines text, Report report)
    {
        foreach (var waiver in report.Waivers)
        {
            text.Add(
                0,
                $"{TextPart.Text(waiver.Check.Text)}: {WaiverWords.For(waiver)} ({TextPart.Text(waiver.File)})",
                ConsoleStyle.Warning
            );
        }

        text.Gap();
    }

    private static void WriteFindings(ConsoleLines text, ReportReading reading, bool verbose)
    {
        var shown = verbose
            ? [.. reading.Blocking, .. reading.Waived, .. reading.Warnings, .. reading.Quiet, .. reading.Passed]
            : reading.Notable;
        foreach (var finding in shown)
        {
            FindingLines.Write(text, reading.Report, finding);
        }
    }

    private static void WriteCounts(ConsoleLines text, ReportReading reading, bool verbose)
    {
        text.Gap();
        var all = reading.Report.Findings.Count;
        if (all > 0)
        {
            var noun = TextPart.Own(all == 1 ? "check" : "checks");
            text.Add(0, $"{(long)all} {noun}: {OutcomeCounts.Format(reading.Report.Findings)}.");
        }

        if (!verbose && reading.Passed.Count > 0)
        {
            text.Add(0, $"--verbose lists all.", ConsoleStyle.Quiet);
        }

        text.Gap();
    }

    private static void WriteVersions(ConsoleLines text, ReportReading reading)
    {
        foreach (var artifact in reading.Report.Artifacts)
        {
            text.Add(0, VersionWords.For(artifact), ConsoleStyle.Quiet);
        }

        if (VersionWords.Baseline(reading) is { } baseline)
        {
            text.Add(0, baseline, ConsoleStyle.Quiet);
        }

        if (BehindWords.For(reading.Report) is { } behind)
        {
            text.Add(0, $"{behind}.", reading.Report.Behind is { Changed.Count: > 0 } ? ConsoleStyle.Warning : ConsoleStyle.Quiet);
        }

        if (reading.Report.Commit is { } commit)
        {
            text.Add(0, $"candidate: commit {TextPart.Name(LeadSentence.Short(commit))} and the working tree", ConsoleStyle.Quiet);
        }

        foreach (var line in reading.Report.Loosened)
        {
            text.Add(0, $"less strict than the policy: {TextPart.Text(line)}", ConsoleStyle.Warning);
        }
    }

    private static ConsoleStyle StyleOf(ReportForm form) =>
        form switch
        {
            ReportForm.Passed => ConsoleStyle.Good,
            ReportForm.PassedWithWarnings or ReportForm.PassedWithWaivers or ReportForm.FirstMeasurement => ConsoleStyle.Warning,
            _ => ConsoleStyle.Bad,
        };
}
