using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>What is said of the checks that are about no metric: data, locks, the gate itself.</summary>
internal sealed record ChecksWords
{
    private const int MostInLine = 3;

    /// <summary>The data in one line; null without checks of data.</summary>
    public SafeText? Line { get; private init; }

    /// <summary>The icon of the worst that the line tells; null where all pass.</summary>
    public string? Icon { get; private init; }

    /// <summary>What is told one by one, worst first.</summary>
    public required IReadOnlyList<Finding> Items { get; init; }

    /// <summary>The words of a report.</summary>
    public static ChecksWords From(ReportReading reading)
    {
        var told = IsTold(reading) ? reading.Worst : null;
        var data = reading.Report.Findings.Where(IsData).ToList();
        var open = data.Where(finding => !IsSilent(finding) && !ReferenceEquals(finding, told)).OrderBy(OutcomeWords.OrderOf).ToList();
        var isInLine = open.Count is > 0 and <= MostInLine && open.TrueForAll(finding => !finding.Counts);
        var others = reading
            .Report.Findings.Where(finding => !MetricRow.IsMetric(finding) && !IsData(finding) && !IsSilent(finding))
            .Where(finding => finding.Outcome != Outcome.Waived && !ReferenceEquals(finding, told));
        return new ChecksWords
        {
            Icon = open.Count == 0 ? null : OutcomeWords.From(open[0]).Icon,
            Line = data.Count == 0 ? null : LineOf(reading, data, isInLine ? open : []),
            Items = [.. (isInLine ? [] : open).Concat(others).OrderBy(OutcomeWords.OrderOf)],
        };
    }

    /// <summary>A finding in a list: what it is about, and its amount.</summary>
    public static SafeText Of(Finding finding) =>
        MetricRow.IsMetric(finding) ? AmountWords.For(finding)
        : IsData(finding)
            ? $"{TextPart.Name(finding.Id.Name!)}{TextPart.Own(finding.Id.Path is ["columns" or "drift", ..] ? " " : ": ")}"
                + $"{AmountWords.For(finding)}{Rows(finding)}"
        : SafeText.From($"{CheckLabel.For(finding)}: {TextPart.Text(finding.Found)}");

    // Title and first sentence say all of it.
    private static bool IsTold(ReportReading reading) => ReportForms.For(reading) != ReportForm.Failed;

    private static SafeText LineOf(ReportReading reading, List<Finding> data, List<Finding> told)
    {
        var notPassed = data.Where(finding => finding.Outcome != Outcome.Passed).ToList();
        var how =
            notPassed.Count > 0 ? SafeText.From($"{OutcomeCounts.Verbs(notPassed, data.Count)}")
            : data.Count == 1 ? SafeText.From($"its one check passes")
            : SafeText.From($"all {(long)data.Count} checks pass");
        SafeText what = told.Count == 0 ? SafeText.Empty : SafeText.From($": {SafeText.Join("; ", told.Select(Of))}");
        var changed =
            LeadSentence.WhatChanged(reading) is { } change && ReportForms.For(reading) is not (ReportForm.Failed or ReportForm.Undecided)
                ? SafeText.From($" {change}")
                : SafeText.Empty;
        return $"Data: {how}{what}.{changed}";
    }

    private static SafeText Rows(Finding finding) =>
        finding.Evidence is { OffendingRows: { Count: > 0 } rows }
            ? $" (rows {SafeText.Join(", ", rows.Take(3).Select(row => (SafeText)$"{row}"))}{TextPart.Own(rows.Count > 3 ? ", …" : "")})"
            : SafeText.Empty;

    private static bool IsData(Finding finding) => finding.Id.Section == GateSection.Datasets && finding.Id.Path is not ["lock", ..];

    // What passed, and what is for information only and was not asked to decide anything.
    private static bool IsSilent(Finding finding) => finding.Outcome is Outcome.Passed or Outcome.NoBaseline && !finding.Counts;
}
