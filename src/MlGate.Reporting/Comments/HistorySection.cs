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

    public static MarkdownSection? Render(ReportReading reading, CommentOptions options)
    {
        if (!options.DrawsMermaid)
        {
            return null;
        }

        var shown = reading
            .Models.Select(model => (Model: model, Line: HistoryLine.From(reading.Report, model)))
            .Where(one => one.Line is not null)
            .Select(one => (one.Line, Text: Part(one.Model, one.Line!, reading.Change, named: reading.Models.Count > 1)))
            .Where(one => one.Text is not null)
            .Take(Most)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        // Markdown means nothing in a summary: no name stands there.
        SafeText summary = shown is [var (only, _)] ? Summary(only!) : SafeText.From($"of {(long)shown.Count} models");
        return new(3, "history", Details.From("History", MarkdownText.From(summary), string.Join("\n\n", shown.Select(one => one.Text))));
    }

    private static SafeText Summary(HistoryLine line) =>
        $"{Value(line, line.Past[0].Value)} → {Value(line, line.Past[^1].Value)} over the last {(long)line.Past.Count} accepted "
        + $"versions, now {Value(line, line.Now)}";

    private static string? Part(ModelPart model, HistoryLine line, ChangeWords change, bool named)
    {
        if (HistoryDiagram.Render(line, change) is not { } chart)
        {
            return null;
        }

        SafeText whose = named ? SafeText.From($" of {TextPart.Name(model.Id.Text)}") : SafeText.Empty;
        SafeText limit =
            line is { Limit: { } where, Limited: { } finding } && LimitWords.For(finding.Evidence) is { } words
                ? SafeText.From(
                    $"; red: the {TextPart.Own(line.IsFloor ? "lowest" : "highest")} value allowed today, {Value(line, where)} ({words})"
                )
                : SafeText.Empty;
        SafeText values = SafeText.Join(
            " · ",
            line.Past.Select((past, at) => SafeText.From($"{TextPart.Own(line.Labels[at])}: {Value(line, past.Value)}"))
        );
        return $"""
            ```mermaid
            {chart}
            ```

            {MarkdownText.From($"Blue: {TextPart.Name(line.Measure)}{whose}{limit}.")}

            {MarkdownText.From($"{values} · **{TextPart.Own(change.This)}: {Value(line, line.Now)}**")}
            """;
    }

    private static TextPart Value(HistoryLine line, double value) => TextPart.Number(Numbers.Fixed(value, line.Decimals));
}
