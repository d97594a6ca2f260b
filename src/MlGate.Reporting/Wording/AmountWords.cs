using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>What a check found, by how much, and what is allowed, in a few words: for titles and lists.</summary>
internal static class AmountWords
{
    /// <summary>
    /// <c>recall −0.041, allowed −0.020</c>; for data, with the column: <c>age: 3.1 % missing, at most 1 % allowed</c>.
    /// </summary>
    public static SafeText For(Finding finding) =>
        MetricRow.IsMetric(finding) ? OfMetric(finding)
        : finding.Id.Section == GateSection.Datasets ? OfData(finding)
        : SafeText.From($"{TextPart.Text(finding.Found)}");

    /// <summary><c>recall of country=BR</c>, <c>train age</c>: what it is about, without its numbers.</summary>
    public static SafeText Name(Finding finding) =>
        MetricRow.IsMetric(finding) && finding.Evidence?.Measure is { } measure
            ? SafeText.From($"{MetricRow.NameOf(measure)}{Segment(finding)}")
            : $"{CheckLabel.For(finding)}";

    private static SafeText OfMetric(Finding finding)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        if (figures.Limit is not { } limit || finding.Evidence!.Limit is not { } declared || figures.Now is not { } now)
        {
            return $"{TextPart.Text(finding.Found)}";
        }

        var name = Name(finding);
        if (!declared.Kind.IsOfChange || figures.Change is not { } change)
        {
            return $"{name} {TextPart.Number(now)}, {LimitWords.Required(declared.Kind, TextPart.Number(limit))}";
        }

        var since = TextPart.Own(declared.Kind.ComparedWith == ComparedWith.Anchor ? " since the anchor" : "");
        var sign =
            declared.Kind.Direction == Direction.Drop ? "−"
            : declared.Kind.Direction == Direction.Any ? "±"
            : "+";
        var word =
            declared.Kind.IsLeast ? "required"
            : declared.Kind.Direction == Direction.Gain ? "plausible at most"
            : "allowed";
        return $"{name} {TextPart.Number(change)}{since}, {TextPart.Own(word)} {TextPart.Number(sign + limit)}";
    }

    private static SafeText OfData(Finding finding)
    {
        var (figures, path) = (FormattedEvidence.From(finding.Evidence), finding.Id.Path);
        if (finding.Outcome == Outcome.NotMeasured || figures.Limit is not { } limit || figures.Now is not { } now)
        {
            return $"{Column(finding.Id)}{TextPart.Text(finding.Found)}";
        }

        var most = TextPart.Number(limit);
        return (finding.Evidence!.Measure, finding.Evidence.Limit!.Kind) switch
        {
            (_, var kind) when kind == LimitKinds.Drift =>
                $"{TextPart.Name(path[^1])} drifted, {TextPart.Name(finding.Evidence.Measure ?? "")} {TextPart.Number(now)}, "
                    + $"at most {most} allowed",
            ("broken", _) when path is ["rules", var rule, ..] =>
                $"{TextPart.Number(now)} of the rows violate the rule {TextPart.Name(rule)}, at most {most} allowed",
            ("broken", _) => $"{Column(finding.Id)}{TextPart.Number(now)} of the values violate {TextPart.Name(path[^1])}, "
                + $"at most {most} allowed",
            ("missing", _) => $"{Column(finding.Id)}{TextPart.Number(now)} missing, at most {most} allowed",
            ({ } statistic, _) when finding.Code == Diagnostics.StatisticOutOfRange.Code && path is ["columns", var column, ..] =>
                $"{TextPart.Text(statistic)} of {TextPart.Name(column)} is {TextPart.Number(now)}, "
                    + $"{LimitWords.Required(finding.Evidence.Limit.Kind, most)}",
            ("rows", var kind) when !kind.IsOfChange => $"{TextPart.Number(now)} rows, {LimitWords.Required(kind, most)}",
            _ => $"{Column(finding.Id)}{TextPart.Text(finding.Found)}",
        };
    }

    // The column that a check of data is about.
    private static SafeText Column(CheckId id) =>
        id.Path is ["columns", var column, ..] ? SafeText.From($"{TextPart.Name(column)}: ") : SafeText.Empty;

    private static SafeText Segment(Finding finding) =>
        finding.Id.Segment is { } segment ? SafeText.From($" of {TextPart.Name(segment)}") : SafeText.Empty;
}
