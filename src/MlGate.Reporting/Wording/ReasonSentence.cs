using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Why a result can be believed: on what it was measured, by which method, and what the interval says.</summary>
internal static class ReasonSentence
{
    /// <summary>One sentence; null where nothing was measured.</summary>
    public static SafeText? For(ReportReading reading)
    {
        var worst = reading.Worst ?? reading.WorstWarning;
        var measured = worst is not null && MetricRow.IsMetric(worst) && worst.Evidence?.Interval is not null ? worst : null;
        var model = measured is null
            ? reading.Models.FirstOrDefault(part => part is { Rows: not null })
            : reading.Models.FirstOrDefault(part => measured.Id.IsIn(part.Id));
        var metrics = reading.Metrics.Where(row => row.Model == model?.Id).ToList();
        if (model?.Rows is not { } rows || !metrics.Exists(row => row.Figures.Any))
        {
            return worst?.Evidence?.Rows is { } counted && worst.Id.Section == GateSection.Datasets
                ? SafeText.From($"Counted over all {counted} rows of {TextPart.Name(worst.Id.Name!)}.")
                : null;
        }

        SafeText test = model.Test is { } id ? SafeText.From($" of {TextPart.Name(id.Name ?? id.Text)}") : SafeText.Empty;
        var scored =
            !metrics.Exists(row => row.Figures.Before is not null) ? SafeText.From($"Evaluated on {rows} rows{test}")
            : model.Candidate?.IsContentOf(model.Baseline) == true
                ? SafeText.From($"The model did not change; it was evaluated on {rows} rows{test}")
            : SafeText.From($"Both versions were evaluated on the same {rows} rows{test}");
        return measured is not null && Certainty(measured) is { } certainty ? $"{scored}. {certainty}." : SafeText.From($"{scored}.");
    }

    /// <summary>What the interval says of the limit, with its method; null without an interval.</summary>
    public static SafeText? Certainty(Finding finding)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        if (finding.Evidence is not { Interval: { } interval, Limit: { } limit } evidence || figures.Range is not { } range)
        {
            return null;
        }

        SafeText how = $" ({EvidenceWords.Method(evidence, brief: true)})";
        var drop = limit.Kind.Direction == Direction.Drop;
        var (best, value) = drop ? (figures.Upper, interval.Upper) : (figures.Lower, interval.Lower);
        var isLoss = drop ? interval.Upper < 0 : interval.Lower > 0;
        return (limit.Kind.OfMetrics?.Rule, finding.Outcome) switch
        {
            (_, Outcome.Inconclusive or Outcome.Waived) when evidence.Undecided is { } why =>
                $"Not decided: {TextPart.Text(why)}; the confidence interval is {TextPart.Number(range)}{how}",
            (LimitRule.Loss, Outcome.Failed or Outcome.Waived) when best is not null && (drop ? -value : value) > limit.Value =>
                $"Even the best case of the confidence interval, {TextPart.Number(best)}, is beyond the limit{how}",
            (LimitRule.Loss, Outcome.Failed or Outcome.Waived) when isLoss =>
                $"The whole confidence interval of the change, {TextPart.Number(range)}, is a loss{how}",
            (LimitRule.Level, _) => $"The limit is on the value itself; its confidence interval is {TextPart.Number(range)}{how}",
            (LimitRule.RequiredGain, Outcome.Inconclusive) =>
                $"The required gain is neither reached for certain nor excluded: the confidence interval is {TextPart.Number(range)}{how}",
            (_, Outcome.Inconclusive or Outcome.Waived) when evidence.Leaning == Leaning.Worse =>
                $"The change is beyond the limit, but may be chance: the confidence interval is {TextPart.Number(range)}{how}",
            (_, Outcome.Inconclusive or Outcome.Waived) when evidence.Leaning is not null =>
                $"The change is within the limit, but a loss beyond it is not excluded: the confidence interval is "
                    + $"{TextPart.Number(range)}{how}",
            _ => $"The confidence interval of the change is {TextPart.Number(range)}{how}",
        };
    }
}
