using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says one finding in one sentence.</summary>
internal static class LeadSentence
{
    /// <summary>The finding, with its numbers where it has some.</summary>
    public static Phrase Of(Finding finding)
    {
        var figures = Figures.Of(finding.Evidence);
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

        return $"{Piece.Text(finding.Subject)}: {Piece.Text(finding.Found)}; expected {Piece.Text(finding.Expected)}.";
    }

    /// <summary>The primary metrics of a report that passed, or the number of checks.</summary>
    public static Phrase OfPrimary(ReportReading reading)
    {
        // A comparison says more than the value alone.
        var primary = reading
            .Notable.Where(finding => finding.Outcome == Outcome.Passed && Figures.Of(finding.Evidence).Now is not null)
            .OrderBy(finding => Figures.Of(finding.Evidence).OfTheValue)
            .FirstOrDefault();
        if (primary is null)
        {
            return $"{(long)reading.Passed.Count} of {(long)reading.Report.Findings.Count} checks pass.";
        }

        var figures = Figures.Of(primary.Evidence);
        var values = figures.Before is null
            ? (Phrase)$"{Piece.Number(figures.Now!)}"
            : $"{Piece.Number(figures.Before + " → " + figures.Now)}";
        var more = new List<Phrase>();
        if (figures.Change is { } change)
        {
            more.Add($"change {Piece.Number(change)}");
        }

        if (figures is { Lower: { } lower, Upper: { } upper })
        {
            more.Add($"interval of the {Piece.Own(figures.OfTheValue ? "value" : "change")} {Piece.Number(lower + " … " + upper)}");
        }

        if (LimitWords.Of(primary.Evidence) is { } allowed)
        {
            more.Add($"allowed: {allowed}");
        }

        return more.Count == 0
            ? Phrase.Of($"{Name(primary)} {values}.")
            : Phrase.Of($"{Name(primary)} {values} ({Phrase.Join(", ", more)}).");
    }

    /// <summary>What the next run will compare with.</summary>
    public static Phrase? BecomesBaseline(ReportReading reading)
    {
        // Without a commit there is nothing to merge.
        var model = reading.Report.Commit is null
            ? null
            : reading.Models.Concat(reading.Datasets).FirstOrDefault(artifact => artifact is { Candidate: not null, Baseline: null });
        return model is null ? null : Phrase.Of($"Merging this makes {Piece.Name(Short(model.Candidate!.GitObjectId))} the baseline.");
    }

    /// <summary>Which data changed and which did not.</summary>
    public static Phrase? WhatChanged(ReportReading reading)
    {
        var known = reading
            .Datasets.Where(dataset => dataset is { Candidate: not null, Baseline: not null })
            .ToLookup(dataset => dataset.Candidate!.IsContentOf(dataset.Baseline));
        Phrase Names(bool same) => Several([.. known[same]]);
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

    private static Phrase Several(IReadOnlyList<ReportedArtifact> datasets)
    {
        const int Most = 4;
        var names = Phrase.Join(", ", datasets.Take(Most).Select(dataset => (Phrase)$"{Piece.Name(dataset.Id)}"));
        return datasets.Count > Most ? $"{names} and {(long)(datasets.Count - Most)} more" : names;
    }

    private static Phrase? Broken(Finding finding, Figures figures)
    {
        var (now, limit) = (Piece.Number(figures.Now!), Piece.Number(figures.Limit!));
        var both = figures.Before is null ? now : Piece.Number(figures.Before + " → " + figures.Now);
        if (finding.Evidence!.Limit!.Kind.Broken is not { } text)
        {
            return null;
        }

        var space = text.StartsWith(':') ? "" : " ";
        return Phrase.Of($"{Name(finding)}{Piece.Own(space)}{LimitWords.Fill(text, limit, now, both)}");
    }

    private static Phrase Undecided(Finding finding, Figures figures)
    {
        var evidence = finding.Evidence!;
        var (rows, unit) = evidence.Denominator is { } denominator
            ? (denominator.Count, Piece.Text(denominator.Name))
            : (evidence.Rows, Piece.Text("rows"));
        var interval = Piece.Number(figures.Lower + " … " + figures.Upper);
        var both = figures.Before is null ? Piece.Number(figures.Now ?? "–") : Piece.Number(figures.Before + " → " + figures.Now);
        Phrase allowed = LimitWords.Of(evidence) is { } words ? Phrase.Of($" (allowed: {words})") : Phrase.Empty;
        Phrase count = rows is { } known ? Phrase.Of($"{known} {unit} are not enough") : Phrase.Of($"the rows are not enough");
        Phrase needed = evidence.Needed is { } needs ? Phrase.Of($"; about {needs} needed") : Phrase.Empty;
        return $"{Name(finding)} {both}: the interval {interval} crosses the limit{allowed}; {count}{needed}.";
    }

    private static Phrase Name(Finding finding) => $"{CheckLabel.Of(finding)}";
}
