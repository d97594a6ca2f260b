using System.Globalization;
using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The numbers behind a finding, said in full: no estimate without its interval, method and count.</summary>
internal static class EvidenceWords
{
    /// <summary>Up to four lines, the values first.</summary>
    public static IReadOnlyList<SafeText> For(Finding finding) =>
        finding.Evidence is not { } evidence
            ? []
            : [.. new[] { Values(evidence), Interval(evidence) }.OfType<SafeText>(), .. More(finding)];

    /// <summary>What stands in no table: power, remarks, rows.</summary>
    public static IReadOnlyList<SafeText> More(Finding finding)
    {
        if (finding.Evidence is not { } evidence)
        {
            return [];
        }

        var lines = new List<SafeText>();
        // What was too small to be seen matters only where nothing was seen; a fix that says so says it better.
        if (finding is { Outcome: Outcome.Inconclusive or Outcome.Passed, Fix: null } && Power(evidence) is { } power)
        {
            lines.Add(power);
        }

        if (evidence.Note is { } note)
        {
            lines.Add($"note: {TextPart.Text(note)}");
        }

        if (evidence.OffendingRows.Count > 0 && !Names(finding.Found, evidence.OffendingRows))
        {
            lines.Add($"first rows: {SafeText.Join(", ", evidence.OffendingRows.Take(10).Select(row => (SafeText)$"{row}"))}");
        }

        return lines;
    }

    /// <summary>An estimate with interval and limit needs no sentence beside its numbers.</summary>
    public static bool SaysItAll(Finding finding) =>
        (finding.Outcome is Outcome.Failed or Outcome.Inconclusive or Outcome.Waived)
        && finding.Evidence is { Interval: not null, Limit: not null, Candidate: not null };

    /// <summary><c>recall 0.812 → 0.771, change −0.041, allowed: drop ≤ 0.020</c>; null without numbers.</summary>
    public static SafeText? Values(Evidence? evidence)
    {
        var parts = new[] { Numbers(evidence), LimitWords.For(evidence) is { } limit ? SafeText.From($"allowed: {limit}") : null };
        return parts.OfType<SafeText>().ToList() is not { Count: > 0 } some ? null
            : evidence?.Measure is { } measure ? SafeText.From($"{TextPart.Name(measure)} {SafeText.Join(", ", some)}")
            : SafeText.Join(", ", some);
    }

    /// <summary><c>0.812 → 0.771, change −0.041 (−0.061 to −0.021)</c>; null without numbers.</summary>
    public static SafeText? Numbers(Evidence? evidence)
    {
        var figures = FormattedEvidence.From(evidence);
        SafeText range = figures.Range is { } ends ? SafeText.From($" ({TextPart.Number(ends)})") : SafeText.Empty;
        return figures switch
        {
            { Before: { } before, Now: { } now, Change: { } change, OfTheValue: false } =>
                $"{TextPart.Number(before + " → " + now)}, change {TextPart.Number(change)}{range}",
            { Before: { } before, Now: { } now } => $"{TextPart.Number(before + " → " + now)}{range}",
            { Now: { } now } => $"{TextPart.Number(now)}{range}",
            _ => null,
        };
    }

    /// <summary><c>change −0.061 to −0.021 with 90 % confidence (Tango, 561 positives)</c>; null without an interval.</summary>
    public static SafeText? Interval(Evidence evidence)
    {
        var figures = FormattedEvidence.From(evidence);
        if (evidence.Interval is not { } interval || figures.Range is not { } range)
        {
            return Count(evidence) is { } alone ? SafeText.From($"measured on {alone}") : null;
        }

        var of = TextPart.Own(figures.OfTheValue ? "value" : "change");
        var level = TextPart.Number(Wording.Numbers.Percent(interval.Level));
        return $"{of} {TextPart.Number(range)} with {level} confidence ({Method(evidence)})";
    }

    /// <summary><c>Tango, 561 positives in 2,113 rows, adjusted p 0.0004</c>: how an interval was made, and on what.</summary>
    /// <param name="evidence">With an interval.</param>
    /// <param name="brief">Without the error of the drawing, which is far below the width of the interval.</param>
    public static SafeText Method(Evidence evidence, bool brief = false)
    {
        const string Error = ", Monte Carlo error";
        var name = evidence.Interval?.Method ?? "";
        var cut = brief ? name.IndexOf(Error, StringComparison.Ordinal) : -1;
        SafeText p = evidence.AdjustedP is { } adjusted
            ? SafeText.From($", adjusted p {TextPart.Number(adjusted < 0.0001 ? "< 0.0001" : Wording.Numbers.Fixed(adjusted, 4))}")
            : SafeText.Empty;
        SafeText count = Count(evidence) is { } known ? SafeText.From($", {known}") : SafeText.Empty;
        return $"{TextPart.Text(cut < 0 ? name : name[..cut])}{count}{p}";
    }

    // The checks of data put the same row numbers into their sentence.
    private static bool Names(string found, IReadOnlyList<long> rows) =>
        found.Contains(
            (rows.Count == 1 ? "row " : "rows ")
                + string.Join(", ", rows.Take(10).Select(row => row.ToString(CultureInfo.InvariantCulture))),
            StringComparison.Ordinal
        );

    private static SafeText? Power(Evidence evidence)
    {
        var figures = FormattedEvidence.From(evidence);
        var parts = new List<SafeText>();
        if (figures.Detectable is { } effect)
        {
            parts.Add($"this test set detects a loss of {TextPart.Number(effect)} or more (power 80 %)");
        }

        if (evidence.Needed is { } needed)
        {
            parts.Add(
                $"a decision at this margin needs about {needed} "
                    + $"{(evidence.Denominator is { } unit ? TextPart.Text(unit.Name) : TextPart.Text("rows"))}"
            );
        }

        return parts.Count == 0 ? null : SafeText.Join("; ", parts);
    }

    private static SafeText? Count(Evidence evidence) =>
        evidence switch
        {
            { Denominator: { } unit, Rows: { } rows } => $"{unit.Count} {TextPart.Text(unit.Name)} in {rows} rows",
            { Denominator: { } unit } => $"{unit.Count} {TextPart.Text(unit.Name)}",
            { Rows: { } rows } => $"{rows} rows",
            _ => null,
        };
}
