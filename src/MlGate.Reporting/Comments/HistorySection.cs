using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>
/// How the primary metric of each model went over the accepted versions: a chart where the host draws one, and the same in words.
/// </summary>
internal static class HistorySection
{
    private const int Most = 3;

    public static MarkdownSection? Of(ReportReading reading, CommentOptions options)
    {
        if (!options.DrawsMermaid)
        {
            return null;
        }

        var shown = reading
            .Models.Select(model => (Model: model, Line: HistoryLine.Of(reading.Report, model)))
            .Where(one => one.Line is not null)
            .Select(one => (one.Line, Text: Part(one.Model, one.Line!, named: reading.Models.Count > 1)))
            .Where(one => one.Text is not null)
            .Take(Most)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        // Markdown means nothing in a summary: no name stands there.
        Phrase summary = shown is [var (only, _)] ? Summary(only!) : Phrase.Of($"of {(long)shown.Count} models");
        return new(3, "history", Details.Of("History", MarkdownText.Of(summary), string.Join("\n\n", shown.Select(one => one.Text))));
    }

    private static Phrase Summary(HistoryLine line) =>
        $"{Value(line, line.Past[0].Value)} → {Value(line, line.Past[^1].Value)} over the last {(long)line.Past.Count} accepted "
        + $"versions, now {Value(line, line.Now)}";

    private static string? Part(ReportedArtifact model, HistoryLine line, bool named)
    {
        if (HistoryDiagram.Of(line) is not { } chart)
        {
            return null;
        }

        Phrase whose = named ? Phrase.Of($" of {Piece.Name(model.Id)}") : Phrase.Empty;
        Phrase limit =
            line is { Limit: { } where, Limited: { } finding } && LimitWords.Of(finding.Evidence) is { } words
                ? Phrase.Of(
                    $"; red: the {Piece.Own(line.IsFloor ? "lowest" : "highest")} value allowed today, {Value(line, where)} ({words})"
                )
                : Phrase.Empty;
        Phrase values = Phrase.Join(
            " · ",
            line.Past.Select((past, at) => Phrase.Of($"{Piece.Own(line.Labels[at])}: {Value(line, past.Value)}"))
        );
        return $"""
            ```mermaid
            {chart}
            ```

            {MarkdownText.Of($"Blue: {Piece.Name(line.Measure)}{whose}{limit}.")}

            {MarkdownText.Of($"{values} · **this PR: {Value(line, line.Now)}**")}
            """;
    }

    private static Piece Value(HistoryLine line, double value) => Piece.Number(Numbers.Fixed(value, line.Decimals));
}
