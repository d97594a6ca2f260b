using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Json;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Tests;

/// <summary>Whatever a value says, it stays text in every sink.</summary>
public sealed partial class InjectionTests
{
    // More than GitHub does: raw HTML stays visible as such, and everything that any site autolinks is on.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build();

    private static readonly HashSet<string> OwnTags =
    [
        "<details>",
        "<details open>",
        "</details>",
        "<summary>",
        "</summary>",
        "<b>",
        "</b>",
        "<sub>",
        "</sub>",
        "<code>",
        "</code>",
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Fact]
    public void There_are_enough_payloads() =>
        Assert.True(Payloads.All.Count >= 250, Payloads.All.Count.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(Indices))]
    public void Markdown_grows_no_active_element(int payload)
    {
        var (harmless, hostile) = (Structure(Hostile("plain")), Structure(Hostile(Payloads.All[payload])));

        Assert.Equal(harmless, hostile);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_comment_grows_no_active_element_either(int payload)
    {
        var (harmless, hostile) = (Lines(Report("plain")), Lines(Report(Payloads.All[payload])));

        Assert.Equal(Structure(harmless), Structure(hostile));
        Assert.All(hostile, letter => Assert.True(letter is '\n' or '\u200B' || Visible(letter), $"U+{(int)letter:X4}"));

        static string Lines(Report report) =>
            string.Join(
                '\n',
                CommentRenderer
                    .Render(report, new CommentOptions { DrawsMermaid = true }, MarkdownBudget.Summary)
                    .TrimEnd('\n')
                    .Split('\n')[1..^1]
            );
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Markdown_shows_nothing_that_a_site_makes_active_afterwards(int payload)
    {
        var text = Hostile(Payloads.All[payload]);
        var shown =
            string.Concat(Markdig.Markdown.Parse(text, Pipeline).Descendants<LiteralInline>().Select(literal => literal.Content + "\n"))
            + string.Concat(
                Markdig.Markdown.Parse(text, Pipeline).Descendants<HtmlEntityInline>().Select(entity => entity.Transcoded + "\n")
            );

        Assert.DoesNotMatch(SiteActive(), shown);
        Assert.All(text, letter => Assert.True(letter is '\n' or '\u200B' || Visible(letter), $"U+{(int)letter:X4}"));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Json_carries_the_text_as_ascii_and_gives_it_back(int payload)
    {
        var report = Report(Payloads.All[payload]);

        var text = ReportJson.Write(report);

        Assert.All(text, letter => Assert.True(letter is '\n' or (>= ' ' and <= '~'), $"U+{(int)letter:X4}"));
        Assert.DoesNotMatch("[<>&'`]", text);
        Assert.Equal(text, ReportJson.Write(ReportJson.Read(text).Value!));
        using var diagnostics = JsonDocument.Parse(DiagnosticsJson.Write(report));
        foreach (var line in diagnostics.RootElement.GetProperty("diagnostics").EnumerateArray())
        {
            Assert.All(line.GetProperty("message").GetString()!, letter => Assert.True(Visible(letter), $"U+{(int)letter:X4}"));
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Names_are_capped(int payload)
    {
        var name = ConsoleText.Name(Payloads.All[payload]);

        Assert.True(new StringInfo(name).LengthInTextElements <= 64 * 2, name);
        Assert.True(name.Length <= 64 * 6, name);
    }

    /// <summary>
    /// The kinds of everything but text, in order: what a reader can click, run or be deceived by, and the shape of tables and lists.
    /// </summary>
    private static string Structure(string markdown)
    {
        var shape = new StringBuilder();
        foreach (var node in Markdig.Markdown.Parse(markdown, Pipeline).Descendants())
        {
            switch (node)
            {
                case LinkInline link:
                    shape.AppendLine(CultureInfo.InvariantCulture, $"link {link.IsImage} {link.Url}");
                    break;
                case HtmlInline html:
                    Assert.Contains(html.Tag, OwnTags);
                    if (html.Tag is not ("<code>" or "</code>"))
                    {
                        shape.AppendLine(html.Tag);
                    }

                    break;
                case HtmlBlock html:
                    Assert.All(Tags().Matches(html.Lines.ToString()), tag => Assert.Contains(tag.Value, OwnTags));
                    shape.AppendLine("html");
                    break;
                case LiteralInline or CodeInline or HtmlEntityInline or LineBreakInline:
                    break;
                case EmphasisInline or ContainerInline when node.GetType() == typeof(ContainerInline):
                    break;
                default:
                    shape.AppendLine(node.GetType().Name);
                    break;
            }
        }

        return shape.ToString();
    }

    private static string Hostile(string text) => new MarkdownRenderer().Render(Report(text));

    public static bool Visible(char letter) =>
        char.IsSurrogate(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
            );

    /// <summary>A failed, a warned, an undecided and a waived finding, with the text in every place that takes one.</summary>
    public static Report Report(string text)
    {
        Finding Finding(Outcome outcome, Severity severity, string kind, CheckId id) =>
            SampleModelFindings.Metric("recall", kind, 0.02, 0.8, 0.7, -0.2, -0.05, outcome, 7) with
            {
                Id = id,
                Subject = text,
                Severity = severity,
                Found = text,
                Expected = text,
                Fix = text,
                Place = new FilePlace(text, 3, 4),
                Evidence = new Evidence
                {
                    Measure = text,
                    Baseline = 0.8,
                    Candidate = 0.7,
                    Interval = new Interval(-0.2, -0.05, 0.9, text),
                    Limit = new Limit(LimitKinds.Find(kind)!, 0.02),
                    Rows = 100,
                    Denominator = new Denominator(text, 50),
                    Leaning = Leaning.Worse,
                    Needed = 500,
                    Note = text,
                    OffendingRows = [1, 2],
                },
            };
        Finding[] findings =
        [
            Finding(Outcome.Failed, Severity.Error, "max-drop", "models." + text),
            Finding(Outcome.Failed, Severity.Error, "mostly", "datasets.x." + text + ".y"),
            Finding(Outcome.Failed, Severity.Warn, "min", text) with
            {
                Evidence = null,
            },
            Finding(Outcome.Inconclusive, Severity.Info, "max-drop", text + ".b"),
            Finding(Outcome.Waived, Severity.Error, "max-drop", text + ".c") with
            {
                Waiver = text,
            },
            Finding(Outcome.NotMeasured, Severity.Error, "max", "x") with
            {
                Place = null,
                Evidence = null,
            },
            Finding(
                Outcome.Failed,
                Severity.Warn,
                "max-drop",
                GateSection.Models.Subject("churn" + text).Child("metrics").Child("recall").Child("max-drop")
            ),
            Finding(
                Outcome.Passed,
                Severity.Error,
                "max-drop",
                GateSection.Models.Subject("churn" + text).Child("segments").Child(text).Child(text).Child("max-drop")
            ),
        ];
        var sample = ReportSamples.WithPictures(
            ReportSamples.Make(findings, loosened: [text, "x " + text]),
            ReportPictures.Model(text),
            ReportPictures.Data(text, text),
            ReportPictures.Past(text)
        );
        return sample with
        {
            Tool = text,
            Gate = text,
            Waivers = [new ReportedWaiver(text, text, text, text, "2026-12-31", ExpiresSoon: true)],
            Preview = new ReportedPreview
            {
                ChangedFiles = [text],
                ChangedTestSets = ["datasets." + text],
                Outcome = Outcome.Failed,
                ExitCode = ExitCode.Failed,
                Findings = findings[..2],
                Gone = [text],
            },
            GateFile = text + "/mlgate.yml",
            History =
            [
                .. sample.History!.Select(history => history with { Model = GateSection.Models.Subject(history.Model.Name + text) }),
            ],
            Behind = new Behind(text, 14, [text, "models." + text]),
            Parts =
            [
                .. sample
                    .Artifacts.Select(artifact =>
                        artifact with
                        {
                            Id = artifact.Section.Subject(artifact.Id.Name + text),
                            Path = text,
                            BaselineCommit = new Baseline("9f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e", text, text),
                        }
                    )
                    .Select(artifact => artifact is ModelPart model ? model with { Test = text } : artifact),
            ],
            Randomness = new ReportedRandomness(text, 1, 2),
        };
    }

    // Mentions, references, addresses, emoji: what GitHub and Azure look for in the text nodes of the finished page.
    [GeneratedRegex(@"@\w|#\d|\bGH-\d|\bwww\.|://|\w@\w|:\w+:|##", RegexOptions.IgnoreCase)]
    private static partial Regex SiteActive();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tags();
}
