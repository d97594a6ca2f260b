using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says one finding in one sentence.</summary>
internal static class LeadSentence
{
    /// <summary>The finding, with its numbers where it has some.</summary>
    public static SafeText For(Finding finding)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        if (finding.Outcome == Outcome.Inconclusive && figures is { Lower: not null, Upper: not null })
        {
            return Undecided(finding, figures);
        }

        if (
            (finding.Outcome is Outcome.Failed or Outcome.Waived)
            && figures is { Now: not null, Limit: not null }
            && Broken(finding, figures) is { } broken
        )
        {
            return broken;
        }

        return $"{TextPart.Text(finding.Subject)}: {TextPart.Text(finding.Found)}; expected {TextPart.Text(finding.Expected)}.";
    }

    /// <summary>The primary metrics of a report that passed, or the number of checks.</summary>
    public static SafeText OfPrimary(ReportReading reading)
    {
        // A comparison says more than the value alone.
        var primary = reading
            .Notable.Where(finding => finding.Outcome == Outcome.Passed && FormattedEvidence.From(finding.Evidence).Now is not null)
            .OrderBy(finding => FormattedEvidence.From(finding.Evidence).OfTheValue)
            .FirstOrDefault();
        if (primary is null)
        {
            return $"{(long)reading.Passed.Count} of {(long)reading.Report.Findings.Count} checks pass.";
        }

        var figures = FormattedEvidence.From(primary.Evidence);
        var values = figures.Before is null
            ? (SafeText)$"{TextPart.Number(figures.Now!)}"
            : $"{TextPart.Number(figures.Before + " → " + figures.Now)}";
        var more = new List<SafeText>();
        if (figures.Change is { } change)
        {
            more.Add($"change {TextPart.Number(change)}");
        }

        if (figures is { Lower: { } lower, Upper: { } upper })
        {
            more.Add($"interval of the {TextPart.Own(figures.OfTheValue ? "value" : "change")} {TextPart.Number(lower + " … " + upper)}");
        }

        if (LimitWords.For(primary.Evidence) is { } allowed)
        {
            more.Add($"allowed: {allowed}");
        }

        return more.Count == 0
            ? SafeText.From($"{Name(primary)} {values}.")
            : SafeText.From($"{Name(primary)} {values} ({SafeText.Join(", ", more)}).");
    }

    /// <summary>What the next run will compare with.</summary>
    public static SafeText? BecomesBaseline(ReportReading reading)
    {
        // Without a commit there is nothing to merge.
        var model = reading.Report.Commit is null
            ? null
            : reading
                .Models.Concat<ArtifactPart>(reading.Datasets)
                .FirstOrDefault(artifact => artifact is { Candidate: not null, Baseline: null });
        return model is null
            ? null
            : SafeText.From($"Merging this makes {TextPart.Name(Short(model.Candidate!.GitObjectId))} the baseline.");
    }

    /// <summary>Which data changed and which did not.</summary>
    public static SafeText? WhatChanged(ReportReading reading)
    {
        var known = reading
            .Datasets.Where(dataset => dataset is { Candidate: not null, Baseline: not null })
            .ToLookup(dataset => dataset.Candidate!.IsContentOf(dataset.Baseline));
        SafeText Names(bool same) => Several([.. known[same]]);
        return (known[false].Any(), known[true].Any()) switch
        {
            (false, false) => null,
            (false, true) => $"The data did not change: {Names(same: true)}.",
            (true, false) => $"Changed: {Names(same: false)}.",
            _ => $"Changed: {Names(same: false)}; unchanged: {Names(same: true)}.",
        };
    }

    /// <summary>The first digits of an id.</summary>
    public static string Short(string id) => id.Length > 8 ? id[..8] : id;

    private static SafeText Several(IReadOnlyList<DatasetPart> datasets)
    {
        const int Most = 4;
        var names = SafeText.Join(", ", datasets.Take(Most).Select(dataset => (SafeText)$"{TextPart.Name(dataset.Id.Text)}"));
        return datasets.Count > Most ? $"{names} and {(long)(datasets.Count - Most)} more" : names;
    }

    private static SafeText? Broken(Finding finding, FormattedEvidence figures)
    {
        var (now, limit) = (TextPart.Number(figures.Now!), TextPart.Number(figures.Limit!));
        var both = figures.Before is null ? now : TextPart.Number(figures.Before + " → " + figures.Now);
        if (finding.Evidence!.Limit!.Kind.Broken is not { } text)
        {
            return null;
        }

        var space = text.StartsWith(':') ? "" : " ";
        return SafeText.From($"{Name(finding)}{TextPart.Own(space)}{LimitWords.Fill(text, limit, now, both)}");
    }

    private static SafeText Undecided(Finding finding, FormattedEvidence figures)
    {
        var evidence = finding.Evidence!;
        var (rows, unit) = evidence.Denominator is { } denominator
            ? (denominator.Count, TextPart.Text(denominator.Name))
            : (evidence.Rows, TextPart.Text("rows"));
        var interval = TextPart.Number(figures.Lower + " … " + figures.Upper);
        var both = figures.Before is null ? TextPart.Number(figures.Now ?? "–") : TextPart.Number(figures.Before + " → " + figures.Now);
        SafeText allowed = LimitWords.For(evidence) is { } words ? SafeText.From($" (allowed: {words})") : SafeText.Empty;
        SafeText count = rows is { } known ? SafeText.From($"{known} {unit} are not enough") : SafeText.From($"the rows are not enough");
        SafeText needed = evidence.Needed is { } needs ? SafeText.From($"; about {needs} needed") : SafeText.Empty;
        return $"{Name(finding)} {both}: the interval {interval} crosses the limit{allowed}; {count}{needed}.";
    }

    private static SafeText Name(Finding finding) => $"{CheckLabel.For(finding)}";
}
