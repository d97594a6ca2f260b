using System.Globalization;
using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The numbers behind a finding, said in full: no estimate without its interval, method and count.</summary>
internal static class EvidenceWords
{
    /// <summary>Up to four lines.</summary>
    public static IReadOnlyList<SafeText> For(Finding finding)
    {
        if (finding.Evidence is not { } evidence)
        {
            return [];
        }

        var lines = new List<SafeText>();
        if (Values(evidence) is { } values)
        {
            lines.Add(values);
        }

        if (Interval(evidence) is { } interval)
        {
            lines.Add(interval);
        }

        if (Power(evidence) is { } power)
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

    /// <summary><c>0.812 → 0.771, change −0.041, allowed: drop ≤ 0.020</c>; null without numbers.</summary>
    public static SafeText? Values(Evidence? evidence)
    {
        var figures = FormattedEvidence.From(evidence);
        var parts = new List<SafeText>();
        if (figures is { Before: { } before, Now: { } now })
        {
            parts.Add($"{TextPart.Number(before + " → " + now)}");
        }
        else if (figures.Now is { } alone)
        {
            parts.Add($"{TextPart.Number(alone)}");
        }

        if (figures.Change is { } change)
        {
            parts.Add($"change {TextPart.Number(change)}");
        }

        if (LimitWords.For(evidence) is { } limit)
        {
            parts.Add($"allowed: {limit}");
        }

        if (parts.Count == 0)
        {
            return null;
        }

        return evidence?.Measure is { } measure ? $"{TextPart.Name(measure)} {SafeText.Join(", ", parts)}" : SafeText.Join(", ", parts);
    }

    /// <summary><c>90 % interval of the change, decides: −0.061 … −0.021 (Tango; 561 positives)</c>; null without one.</summary>
    public static SafeText? Interval(Evidence evidence)
    {
        var figures = FormattedEvidence.From(evidence);
        if (evidence.Interval is not { } interval || (figures.Lower ?? figures.Upper) is null)
        {
            return Count(evidence) is { } alone ? SafeText.From($"measured on {alone}") : null;
        }

        var of = new TextPart(TextPartKind.Words, figures.OfTheValue ? "value" : "change");
        SafeText p = evidence.AdjustedP is { } adjusted
            ? SafeText.From($"; adjusted p {TextPart.Number(adjusted < 0.0001 ? "< 0.0001" : Numbers.Fixed(adjusted, 4))}")
            : SafeText.Empty;
        SafeText count = Count(evidence) is { } known ? SafeText.From($"; {known}") : SafeText.Empty;
        return $"{TextPart.Number(Numbers.Percent(interval.Level))} interval of the {of} (decisive): "
            + $"{TextPart.Number((figures.Lower ?? "−∞") + " … " + (figures.Upper ?? "∞"))} ({TextPart.Text(interval.Method)}{count}{p})";
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
