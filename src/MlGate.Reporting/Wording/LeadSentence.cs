using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>What the title leaves out: what else failed, which data changed, what the verdict means.</summary>
internal static class LeadSentence
{
    private const int Most = 2;

    /// <summary>One or two sentences; null where the title says all.</summary>
    public static SafeText? For(ReportForm form, ReportReading reading) =>
        form switch
        {
            ReportForm.Failed => Sentences(Others(reading), WhatChanged(reading)),
            ReportForm.Undecided => Sentences(Needed(reading.Worst!), Others(reading), WhatChanged(reading)),
            ReportForm.NotComparable or ReportForm.BaselineRequired or ReportForm.WrongBytes => Explained(reading.Worst!),
            ReportForm.LockOutOfDate => $"The file changed, and its lock did not. The results below are of the file as it is.",
            ReportForm.FirstMeasurement => Sentences(
                FirstResult(reading),
                reading.Report.Commit is null
                    ? null
                    : SafeText.From($"The next {TextPart.Own(reading.Change.Long)} will be compared with this version.")
            ),
            ReportForm.Refused or ReportForm.CouldNotMeasure or ReportForm.GateFileNotUsable or ReportForm.NothingMeasured => Sentences(
                reading.Worst is { } worst
                    ? Titles.SaysFound(worst)
                        ? Expected(worst)
                        : Explained(worst)
                    : null,
                $"{TextPart.Own(MeasuredAnything(reading) ? "What was not evaluated cannot pass" : "Nothing was evaluated")}, so the check "
                    + $"fails."
            ),
            _ => null,
        };

    /// <summary>The first digits of an id.</summary>
    public static string Short(string id) => id.Length > 8 ? id[..8] : id;

    /// <summary>Which data changed, with its rows, and which did not; null where nothing is known.</summary>
    public static SafeText? WhatChanged(ReportReading reading)
    {
        var known = reading
            .Datasets.Where(dataset => dataset is { Candidate: not null, Baseline: not null })
            .ToLookup(dataset => dataset.Candidate!.IsContentOf(dataset.Baseline));
        return (known[false].Any(), known[true].Any()) switch
        {
            (false, false) => null,
            (false, true) => $"The data did not change.",
            (true, false) => $"Changed: {Several(reading, known[false])}.",
            _ => $"Changed: {Several(reading, known[false])}; unchanged: {Several(reading, known[true])}.",
        };
    }

    private static SafeText? Others(ReportReading reading)
    {
        var others = reading.Blocking.Where(finding => !ReferenceEquals(finding, reading.Worst)).ToList();
        if (others.Count == 0)
        {
            return null;
        }

        // Failing data is listed below, check by check.
        var data = others.Where(finding => finding.Id.Section == GateSection.Datasets).ToList();
        var named = others.Where(finding => finding.Id.Section != GateSection.Datasets).ToList();
        var shown = named.Take(named.Count == Most + 1 ? Most + 1 : Most).ToList();
        List<SafeText> parts = [.. shown.Select(finding => Named(reading, finding))];
        if (named.Count > shown.Count)
        {
            parts.Add($"{(long)(named.Count - shown.Count)} more");
        }

        if (data.Count > 0)
        {
            parts.Add($"{(long)data.Count} data {TextPart.Own(data.Count == 1 ? "check" : "checks")}");
        }

        var word = others.TrueForAll(finding => finding.Outcome == Outcome.Failed) ? "Also failed" : "Also";
        return $"{TextPart.Own(word)}: {SafeText.Join("; ", parts)}.";
    }

    private static SafeText Named(ReportReading reading, Finding finding) =>
        reading.Models.Count > 1 || !MetricRow.IsMetric(finding)
            ? $"{TextPart.Name(finding.Id.Name ?? finding.Subject)} {AmountWords.For(finding)}"
            : AmountWords.For(finding);

    private static SafeText? Needed(Finding finding) =>
        finding.Evidence is not { } evidence ? null
        : evidence is { Needed: { } needed, Denominator: { } unit }
            ? $"{unit.Count} {TextPart.Text(unit.Name)} are not enough to decide; about {needed} are needed."
        : evidence is { Needed: { } rows, Rows: { } known } ? $"{known} rows are not enough to decide; about {rows} are needed."
        : SafeText.From($"The test set is not large enough to decide.");

    private static SafeText FirstResult(ReportReading reading)
    {
        var needNone = reading.Report.Findings.Count(finding => finding.Outcome != Outcome.NoBaseline);
        SafeText how =
            needNone == 1 ? SafeText.From($"the only check that needs no baseline passes")
            : needNone == reading.Passed.Count ? SafeText.From($"the {(long)needNone} checks that need no baseline pass")
            : SafeText.From($"{(long)reading.Passed.Count} of the {(long)needNone} checks that need no baseline pass");
        return $"There is no earlier version yet; {how}.";
    }

    private static SafeText Explained(Finding finding) =>
        $"Found: {TextPart.Text(finding.Found)}; expected: {TextPart.Text(finding.Expected)}.";

    private static SafeText Expected(Finding finding) => $"Expected: {TextPart.Text(finding.Expected)}.";

    private static bool MeasuredAnything(ReportReading reading) => reading.Passed.Count > 0;

    private static SafeText Sentences(params SafeText?[] sentences) => SafeText.Join(" ", sentences.OfType<SafeText>());

    private static SafeText Several(ReportReading reading, IEnumerable<DatasetPart> datasets)
    {
        const int MostNames = 4;
        var all = datasets.ToList();
        var names = SafeText.Join(
            ", ",
            all.Take(MostNames)
                .Select(dataset =>
                    (SafeText)$"{TextPart.Name(dataset.Id.Name ?? dataset.Id.Text)}{VersionWords.RowsOf(reading.Report, dataset)}"
                )
        );
        return all.Count > MostNames ? $"{names} and {(long)(all.Count - MostNames)} more" : names;
    }
}
