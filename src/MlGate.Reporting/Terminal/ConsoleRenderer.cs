using MlGate.Findings;
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
        var headline = Headline.From(reading);
        WriteHead(text, headline, reading);
        WritePreview(text, reading);
        WriteWaivers(text, report);
        MetricLines.Write(text, reading, options);
        WriteChecks(text, reading);
        WriteFindings(text, reading, headline, options.Verbose);
        WriteCounts(text, reading, options.Verbose);
        WriteVersions(text, reading);
        return text.Lines;
    }

    private static void WriteHead(ConsoleLines text, Headline headline, ReportReading reading)
    {
        text.AddSpans(0, new(headline.Word, StyleOf(headline.Form)), new("  " + ConsoleText.From(headline.Title), ConsoleStyle.Strong));
        foreach (var sentence in new[] { headline.Lead, headline.Reason }.OfType<SafeText>())
        {
            text.Add(Indent, sentence);
        }

        if (headline.Next is { } next)
        {
            text.Add(Indent, $"What to do: {next}", ConsoleStyle.Strong);
            if (AcceptAll(reading) is { } accept)
            {
                text.Add(Indent, $"To accept it on purpose: {TextPart.Own("mlgate " + accept)}");
            }
        }

        text.Gap();
    }

    private static void WritePreview(ConsoleLines text, ReportReading reading)
    {
        var report = reading.Report;
        if (report.Preview is not { } preview)
        {
            return;
        }

        if (PreviewWords.Gone(reading) is { } gone)
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

    private static void WriteChecks(ConsoleLines text, ReportReading reading)
    {
        if (ChecksWords.From(reading).Line is { } line)
        {
            text.Add(0, line);
        }

        text.Gap();
    }

    // The table has the numbers of metrics; what passed is asked for.
    private static void WriteFindings(ConsoleLines text, ReportReading reading, Headline headline, bool verbose)
    {
        var told = reading.Worst ?? reading.WorstWarning;
        var alone = verbose || AcceptAll(reading) is null;
        foreach (var finding in reading.Report.Findings.Where(finding => verbose || IsTold(finding)).OrderBy(OutcomeWords.OrderOf))
        {
            FindingLines.Write(text, reading.Report, finding, ReferenceEquals(finding, told) && !verbose ? headline : null, alone);
        }
    }

    // Null where not all that fails can be accepted.
    private static string? AcceptAll(ReportReading reading) =>
        reading.Blocking.Count > 0 && reading.Blocking.All(finding => finding.IsWaivable) ? AcceptCommand.OfFailing(reading.Report) : null;

    // A quiet segment is counted below the table.
    private static bool IsTold(Finding finding) =>
        finding.Outcome != Outcome.Passed
        && (finding.Outcome != Outcome.NoBaseline || finding.Counts)
        && (finding.Id.Segment is null || finding.Severity != Severity.Info);

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
            text.Add(0, $"--verbosity detailed lists all.", ConsoleStyle.Quiet);
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
