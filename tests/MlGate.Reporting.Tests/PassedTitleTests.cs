using MlGate.Findings;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Tests;

/// <summary>What a green title claims, and why an inconclusive result was not decided.</summary>
public sealed class PassedTitleTests
{
    [Fact]
    public void Better_is_said_where_the_main_metric_gained_for_certain_and_no_other_lost()
    {
        Assert.Contains("got better: auc", Title(Gained(), Recall(0.50, 0.52, -0.01, 0.05)), StringComparison.Ordinal);
    }

    [Fact]
    public void Better_is_not_said_where_another_estimate_is_worse()
    {
        var title = Title(Gained(), Recall(0.52, 0.50, -0.05, 0.01));

        Assert.DoesNotContain("better", title, StringComparison.Ordinal);
        Assert.DoesNotContain("no metric got worse", title, StringComparison.Ordinal);
        Assert.EndsWith("all metrics within their limits", title, StringComparison.Ordinal);
    }

    [Fact]
    public void Better_is_not_said_where_the_interval_of_the_gain_contains_no_change()
    {
        Assert.DoesNotContain("better", Title(Auc(0.82, 0.83, -0.001, 0.021), Recall(0.50, 0.52, -0.01, 0.05)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_inconclusive_is_counted_in_a_green_title()
    {
        var undecided = Recall(0.52, 0.50, -0.08, 0.04) with { Outcome = Outcome.Inconclusive, Severity = Severity.Info };

        Assert.EndsWith(", 1 metric inconclusive", Title(Gained(), undecided), StringComparison.Ordinal);
    }

    [Fact]
    public void The_comment_says_why_a_result_was_not_decided()
    {
        var finding = Recall(0.52, 0.44, -0.13, -0.03) with { Outcome = Outcome.Inconclusive, Severity = Severity.Warn };
        finding = finding with { Evidence = finding.Evidence! with { Undecided = "12 discordant rows, at least 30 are needed" } };

        var text = new CommentRenderer().Render(ReportSamples.Make([Gained(), finding]));

        Assert.Contains(
            "Not decided: 12 discordant rows, at least 30 are needed; the confidence interval is ",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("!12")]
    [InlineData("~bug")]
    [InlineData("~\"very bad\"")]
    [InlineData("%v1")]
    [InlineData("$3")]
    [InlineData("&4")]
    [InlineData("#7")]
    [InlineData("@all")]
    public void A_reference_of_GitLab_does_not_survive(string reference)
    {
        var text = MarkdownText.Sentence($"see {reference} now");

        Assert.DoesNotContain(reference, System.Net.WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains('\u200B', text);
    }

    private static Finding Gained() => Auc(0.82, 0.83, 0.004, 0.016);

    private static Finding Auc(double before, double now, double lower, double upper) =>
        SampleModelFindings.Metric("auc", "max-drop", 0.01, before, now, lower, upper, Outcome.Passed, 94);

    private static Finding Recall(double before, double now, double lower, double upper) =>
        SampleModelFindings.Metric("recall", "max-drop", 0.1, before, now, lower, upper, Outcome.Passed, 95);

    private static string Title(params Finding[] findings) =>
        ConsoleText.From(Headline.From(new ReportReading(ReportSamples.Make(findings))).Title);
}
