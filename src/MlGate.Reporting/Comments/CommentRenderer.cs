using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>
/// The comment of a pull request: a summary between a marker and a state, and never more bytes than a site takes.
/// </summary>
internal sealed class CommentRenderer : IReportRenderer
{
    public string Format => "comment";

    public string Extension => "comment.md";

    public string Render(Report report) => Render(report, new CommentOptions());

    /// <summary>The comment with what the run knows.</summary>
    /// <param name="report">All that is said.</param>
    /// <param name="options">The run.</param>
    /// <param name="bytes">At most so many bytes of UTF-8.</param>
    public static string Render(Report report, CommentOptions options, int bytes = MarkdownBudget.Comment)
    {
        var reading = new ReportReading(report) { Change = options.Change };
        var headline = Headline.From(reading);
        var state = new CommentState
        {
            Sha = report.Commit is { } commit ? CleanText.From(commit, CleanText.NameCap) : null,
            Run = options.Run,
            Try = options.Try,
            At = options.At,
            Verdict = NameConverter<ReportForm>.NameOf(headline.Form),
            Report = "sha256:" + ReportJson.Digest(report),
        };

        // Marker and state belong to what is never dropped: the first and the last line.
        var sections = Sections(reading, headline, options);
        sections[0] = sections[0] with { Body = ReportMarker.From(report.Gate) + "\n" + sections[0].Body };
        sections[^1] = sections[^1] with { Body = sections[^1].Body + "\n" + state.Write() };
        return MarkdownBudget.Fit(sections, bytes);
    }

    private static List<MarkdownSection> Sections(ReportReading reading, Headline headline, CommentOptions options) =>
        SummarySections.From(
            reading,
            headline,
            new SummaryOptions
            {
                Candidate = options.Change.This,
                Links = options.Links,
                FullReport = options.FullReport,
                RunLog = options.RunLog,
                History = HistorySection.Render(reading, options),
                Footnote = Footnote(options),
            }
        );

    private static SafeText Footnote(CommentOptions options)
    {
        SafeText run = options switch
        {
            { Run: { } number, Try: > 1 and var attempt } => $" · run {Number(number)}, try {Number(attempt)}",
            { Run: { } number } => $" · run {Number(number)}",
            _ => SafeText.Empty,
        };
        SafeText last =
            options.Previous is { } before && NameConverter<ReportForm>.TryParse(before.Verdict, out var form)
                ? SafeText.From($" · edited in place, last result was {Last(before, form)}")
                : SafeText.Empty;
        return $"{run}{last}";
    }

    private static SafeText Last(CommentState before, ReportForm form)
    {
        var (icon, word) = Headline.MarkOf(form);
        SafeText commit = before.Sha is { } sha ? SafeText.From($" for {TextPart.Name(LeadSentence.Short(sha))}") : SafeText.Empty;
        return $"{new TextPart(TextPartKind.Words, icon)} {new TextPart(TextPartKind.Words, word)}{commit}";
    }

    private static TextPart Number(long number) => TextPart.Number(FormattableString.Invariant($"{number}"));
}
