using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>
/// The comment of a pull request: the verdict and the one next action first, the rest closed, and never more bytes than a site takes.
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
        var reading = new ReportReading(report);
        var headline = Headline.Of(reading);
        var state = new CommentState
        {
            Sha = report.Commit is { } commit ? CleanText.Of(commit, CleanText.NameCap) : null,
            Run = options.Run,
            Try = options.Try,
            At = options.At,
            Verdict = NameConverter<ReportForm>.NameOf(headline.Form),
            Report = "sha256:" + ReportJson.Digest(report),
        };

        // Marker and state belong to what is never dropped: the first and the last line.
        var sections = Sections(reading, headline, options);
        sections[0] = sections[0] with { Body = ReportMarker.Of(report.Gate) + "\n" + sections[0].Body };
        sections[^1] = sections[^1] with { Body = sections[^1].Body + "\n" + state.Write() };
        return MarkdownBudget.Fit(sections, bytes);
    }

    private static List<MarkdownSection> Sections(ReportReading reading, Headline headline, CommentOptions options)
    {
        MarkdownSection?[] middle = IsQuiet(reading, headline.Form)
            ? [LoosenedSection.Of(reading), FoldedSection.Of(reading, HistorySection.Of(reading, options)), LinksSection.Of(options)]
            :
            [
                CheckTable.Of(reading),
                HeadSection.Next(headline),
                LinksSection.Of(options),
                LoosenedSection.Of(reading),
                DetailsSection.Of(reading),
                HistorySection.Of(reading, options),
                DataSection.Of(reading),
                VersionsSection.Of(reading),
                AcceptSection.Of(reading),
                RerunSection.Of(reading),
            ];
        MarkdownSection?[] sections =
        [
            HeadSection.Of(headline, reading),
            GoneSection.Of(reading),
            PreviewSection.Of(reading),
            WaiversSection.Of(reading),
            VersionLine.Of(reading),
            BehindSection.Of(reading),
            .. middle,
            Footer(reading, options),
        ];
        return [.. sections.OfType<MarkdownSection>()];
    }

    // Green, and nothing that a reviewer should look at: five lines are enough.
    private static bool IsQuiet(ReportReading reading, ReportForm form) =>
        form switch
        {
            ReportForm.Passed => reading.Quiet.All(finding => finding.Evidence?.Leaning != Leaning.Worse),
            ReportForm.FirstMeasurement => reading.Warnings.Count == 0,
            _ => false,
        };

    private static MarkdownSection Footer(ReportReading reading, CommentOptions options)
    {
        Phrase run = options switch
        {
            { Run: { } number, Try: { } attempt } => $"run {Number(number)} try {Number(attempt)}, ",
            { Run: { } number } => $"run {Number(number)}, ",
            _ => Phrase.Empty,
        };
        return FooterSection.Of(
            reading,
            run,
            options.At,
            options.Previous is { } before && NameConverter<ReportForm>.TryParse(before.Verdict, out var form)
                ? Phrase.Of($" · this comment is edited in place; last result was {Last(before, form)}")
                : null
        );
    }

    private static Phrase Last(CommentState before, ReportForm form)
    {
        var (icon, word) = Headline.MarkOf(form);
        Phrase commit = before.Sha is { } sha ? Phrase.Of($" for {Piece.Name(LeadSentence.Short(sha))}") : Phrase.Empty;
        return $"{new Piece(PieceKind.Words, icon)} {new Piece(PieceKind.Words, word)}{commit}";
    }

    private static Piece Number(long number) => Piece.Number(FormattableString.Invariant($"{number}"));
}
