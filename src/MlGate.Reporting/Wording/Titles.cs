using System.Globalization;
using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>The verdict as a title: what it is about, what became of it, and the amount that weighs most.</summary>
internal static class Titles
{
    /// <summary>The title of a form.</summary>
    public static SafeText For(ReportForm form, ReportReading reading) =>
        $"{Verdict(form, reading)}{Undecided(form, reading)}{Gone(form, reading)}";

    private static SafeText Verdict(ReportForm form, ReportReading reading) =>
        form switch
        {
            ReportForm.Passed => PassedTitle.For(reading),
            ReportForm.PassedWithWarnings => WithWarnings(reading),
            ReportForm.PassedWithWaivers => WithWaivers(reading),
            ReportForm.FirstMeasurement => $"{Subjects(reading)}: first result, nothing to compare with",
            ReportForm.Failed => Failed(reading.Worst!),
            ReportForm.LockOutOfDate => reading.Blocking.Count == 1
                ? SafeText.From($"The lock of {SubjectOf(reading.Blocking[0])} is out of date")
                : SafeText.From($"{(long)reading.Blocking.Count} locks are out of date"),
            ReportForm.Undecided => $"{Capital(SubjectOf(reading.Worst!))} is inconclusive: {AmountWords.For(reading.Worst!)}",
            ReportForm.NotComparable =>
                $"{Capital(SubjectOf(reading.Worst!))} cannot be compared with {VersionWords.BaselineName(reading)}",
            ReportForm.BaselineRequired => $"{Capital(SubjectOf(reading.Worst!))} has no baseline, and the gate file requires one",
            ReportForm.GateFileNotUsable => NotEvaluated(reading),
            ReportForm.WrongBytes => $"{TextPart.Name(reading.Worst!.Subject)}: {Problem(reading.Worst)}",
            ReportForm.Refused => $"{TextPart.Name(reading.Worst!.Subject)} was refused as unsafe: {TextPart.Text(reading.Worst.Found)}",
            _ => NotEvaluated(reading),
        };

    /// <summary>What a report is about: <c>Model `churn`</c>, <c>2 models</c>; without any, the gate.</summary>
    public static SafeText Subjects(ReportReading reading) =>
        reading.Main switch
        {
            [ModelPart model] => $"Model {TextPart.Name(model.Id.Name ?? model.Id.Text)}",
            [var dataset] => $"Dataset {TextPart.Name(dataset.Id.Name ?? dataset.Id.Text)}",
            [ModelPart, ..] several => $"{(long)several.Count} models",
            [_, ..] several => $"{(long)several.Count} datasets",
            _ => $"Gate {TextPart.Name(reading.Report.Gate)}",
        };

    /// <summary>Does the title of a gate that was not evaluated say what was found?</summary>
    public static bool SaysFound(Finding worst) => !IsPart(worst) && worst.Id.Section is not null && worst.Subject.Length > 0;

    /// <summary>What a finding is about: <c>model `churn`</c>, <c>dataset `train`</c>.</summary>
    public static SafeText SubjectOf(Finding finding) =>
        finding.Id.Section == GateSection.Models ? SafeText.From($"model {TextPart.Name(finding.Id.Name!)}")
        : finding.Id.Section == GateSection.Datasets ? SafeText.From($"dataset {TextPart.Name(finding.Id.Name!)}")
        : $"{TextPart.Name(finding.Subject)}";

    private static SafeText WithWarnings(ReportReading reading)
    {
        var count = reading.Warnings.Count;
        var how = count == 1 ? SafeText.From($"with a warning") : SafeText.From($"with {(long)count} warnings");
        return count == 0 ? PassedTitle.For(reading) : SafeText.From($"{Subjects(reading)} passed {how}: {Brief(reading.WorstWarning!)}");
    }

    private static SafeText WithWaivers(ReportReading reading)
    {
        var count = reading.Waived.Count;
        var waivers = count == 1 ? SafeText.From($"a waiver") : SafeText.From($"{(long)count} waivers");
        var ends = reading.Report.Waivers.Where(waiver => waiver.ExpiresSoon).Min(waiver => waiver.Until);
        SafeText until = DaysTo(reading.Report, ends) switch
        {
            null => SafeText.Empty,
            { } days when count == 1 => $", which expires {Days(days)}",
            { } days => $", one of which expires {Days(days)}",
        };
        return $"{Subjects(reading)} passed with {waivers}{until}: {Brief(reading.Waived[0])}";
    }

    private static SafeText Failed(Finding worst) =>
        MetricRow.IsMetric(worst) && worst.Evidence?.Limit is { } limit
            ? SafeText.From($"{Capital(SubjectOf(worst))} {TextPart.Own(Verb(limit.Kind))}: {AmountWords.For(worst)}")
            : SafeText.From($"{Capital(SubjectOf(worst))} failed: {(IsData(worst) ? AmountWords.For(worst) : Brief(worst))}");

    private static string Verb(LimitKind kind) =>
        kind.OfMetrics?.Rule switch
        {
            LimitRule.Loss => "got worse",
            LimitRule.RequiredGain => "did not improve enough",
            LimitRule.PlausibleGain => "improved implausibly",
            _ => "failed",
        };

    private static SafeText NotEvaluated(ReportReading reading)
    {
        if (reading.Worst is not { } worst)
        {
            return $"Gate {TextPart.Name(reading.Report.Gate)} evaluated nothing";
        }

        SafeText gate = $"Gate {TextPart.Name(reading.Report.Gate)} was not evaluated";
        return IsPart(worst) ? SafeText.From($"{Capital(SubjectOf(worst))} was not fully evaluated: {Brief(worst)}")
            : SaysFound(worst) ? SafeText.From($"{gate}: {TextPart.Name(worst.Subject)}, {TextPart.Text(worst.Found)}")
            : $"{gate}: {Problem(worst)}";
    }

    // One check that could not be measured, where others were.
    private static bool IsPart(Finding worst) =>
        worst.Outcome == Outcome.NotMeasured && Diagnostics.Find(worst.Code) is { Exit: ExitCode.Failed or ExitCode.Undecided };

    // A check of data or of a metric with its amount; of anything else the name of the problem, because its sentence is long.
    private static SafeText Brief(Finding finding) =>
        MetricRow.IsMetric(finding) ? AmountWords.For(finding)
        : IsData(finding) ? SafeText.From($"{TextPart.Name(finding.Id.Name!)}: {AmountWords.For(finding)}")
        : Problem(finding);

    private static bool IsData(Finding finding) =>
        finding.Id.Section == GateSection.Datasets && Diagnostics.Find(finding.Code) is { Kind: DiagnosticKind.Limit };

    private static SafeText Problem(Finding finding) =>
        Diagnostics.Find(finding.Code) is { Title: { } title }
            ? SafeText.From($"{TextPart.Own(Lower(title))}")
            : $"{TextPart.Text(finding.Found)}";

    // A reader must not take for a pass what was not decided. The title of a plain pass says it itself.
    private static SafeText Undecided(ReportForm form, ReportReading reading) =>
        form is ReportForm.PassedWithWaivers or ReportForm.FirstMeasurement
        || (form is ReportForm.PassedWithWarnings && reading.Warnings.Count > 0)
            ? reading.Report.Findings.Count(finding => finding.Outcome == Outcome.Inconclusive) switch
            {
                0 => SafeText.Empty,
                var count => $"; {(long)count} inconclusive",
            }
            : SafeText.Empty;

    // What stops a build is loud enough; a green line is all that many people read.
    private static SafeText Gone(ReportForm form, ReportReading reading) =>
        form is ReportForm.Passed or ReportForm.PassedWithWarnings or ReportForm.PassedWithWaivers or ReportForm.FirstMeasurement
        && PreviewWords.Gone(reading) is not null
            ? SafeText.From(
                $"; {(long)reading.Report.Preview!.Gone.Count}"
                    + $"{TextPart.Own(reading.Report.Preview.Gone.Count == 1 ? " check" : " checks")} removed"
            )
            : SafeText.Empty;

    private static int? DaysTo(Report report, string? until) =>
        DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber - DateOnly.FromDateTime(report.GeneratedAt.UtcDateTime).DayNumber
            : null;

    private static SafeText Days(int days) =>
        days switch
        {
            <= 0 => $"today",
            1 => $"tomorrow",
            _ => $"in {(long)days} days",
        };

    private static SafeText Capital(SafeText phrase)
    {
        if (phrase.Parts[0] is not { Kind: TextPartKind.Words, Value.Length: > 0 } words)
        {
            return phrase;
        }

        var first = TextPart.Own(char.ToUpperInvariant(words.Value[0]) + words.Value[1..]);
        return SafeText.Join("", phrase.Parts.Skip(1).Prepend(first).Select(part => (SafeText)$"{part}"));
    }

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
