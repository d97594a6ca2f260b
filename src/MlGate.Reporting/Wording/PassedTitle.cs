using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>
/// The title of a report that passed. Better is said where the whole interval of the main metric is a gain and no other estimate is worse;
/// "no metric got worse" where no estimate is worse than the baseline's.
/// </summary>
internal static class PassedTitle
{
    private enum Course
    {
        Unknown,
        Worse,
        Same,
        Better,
        ClearlyBetter,
    }

    /// <summary>The title.</summary>
    public static SafeText For(ReportReading reading)
    {
        var subject = Titles.Subjects(reading);
        var rows = reading.Metrics.Where(row => row.Figures.Change is not null && row.Worst.Outcome != Outcome.NotMeasured).ToList();
        if (reading.Models.Count == 0 || reading.Metrics.Count == 0)
        {
            return $"{subject} passed: {Checks(reading)}";
        }

        if (rows.Count == 0)
        {
            return $"{subject} passed: {SafeText.Join(", ", reading.ShortMetrics(2).Shown.Select(Value))}";
        }

        var courses = rows.ConvertAll(CourseOf);
        var undecided = rows.Count(row => row.NeedsAttention && row.Findings.Any(finding => finding.Outcome == Outcome.Inconclusive));
        if (courses.TrueForAll(course => course == Course.Same))
        {
            return $"{subject} passed: no metric changed";
        }

        var rest =
            undecided > 0 ? SafeText.From($"{(long)undecided} {TextPart.Own(undecided == 1 ? "metric" : "metrics")} inconclusive")
            : rows.Count < reading.Metrics.Count(row => row.NeedsAttention)
            || courses.Exists(course => course is Course.Worse or Course.Unknown)
                ? SafeText.From($"all metrics within their limits")
            : SafeText.From($"no metric got worse");
        var main = rows.OrderByDescending(row => row.IsPrimary).ThenBy(row => row.Segment is not null || row.IsSinceAnchor).First();
        var isBetter =
            CourseOf(main) == Course.ClearlyBetter && courses.TrueForAll(course => course is not (Course.Worse or Course.Unknown));
        var whose = reading.Models.Count > 1 ? SafeText.From($"{TextPart.Name(main.Model.Name!)} ") : SafeText.Empty;
        return $"{subject} {TextPart.Own(isBetter ? "got better" : "passed")}: {whose}{main.Name} "
            + $"{TextPart.Number(main.Figures.Change!)}, {rest}";
    }

    private static SafeText Value(MetricRow row) => $"{row.Name} {row.Values}";

    private static SafeText Checks(ReportReading reading) =>
        reading.Passed.Count == 1 && reading.Report.Findings.Count == 1 ? SafeText.From($"the only check")
        : reading.Passed.Count == reading.Report.Findings.Count ? SafeText.From($"all {(long)reading.Passed.Count} checks")
        : SafeText.From($"{(long)reading.Passed.Count} of {(long)reading.Report.Findings.Count} checks, none fails");

    // Which way is better follows from the limit on the change; a metric without one says nothing.
    private static Course CourseOf(MetricRow row)
    {
        if (row.Shown.Evidence is not { Baseline: { } before, Candidate: { } now } evidence)
        {
            return Course.Unknown;
        }

        var sign = row.IsHigherBetter switch
        {
            true => 1,
            false => -1,
            null => 0,
        };
        var worst = sign > 0 ? evidence.Interval?.Lower : -evidence.Interval?.Upper;
        return now == before ? Course.Same
            : sign == 0 ? Course.Unknown
            : sign * (now - before) < 0 ? Course.Worse
            : evidence.Limit?.Kind.IsOfChange == true && worst > 0 ? Course.ClearlyBetter
            : Course.Better;
    }
}
