using MlGate.Findings;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Tests;

/// <summary>What is not checked any more cannot fail, so it must be said aloud.</summary>
public sealed class GoneTests
{
    public static TheoryData<string> ForPeople => ["comment", "markdown", "html", "text"];

    [Theory]
    [MemberData(nameof(ForPeople))]
    public void Checks_that_are_taken_away_are_named(string format)
    {
        var text = Renderers.Find(format)!.Render(ReportSamples.All["check-gone"]);

        var gone = text.IndexOf("The pull request removes 2 checks", StringComparison.Ordinal);
        Assert.True(gone > 0, text);
        Assert.Contains("models.churn.metrics.recall.max-drop", text[gone..], StringComparison.Ordinal);
        Assert.Contains("models.churn.metrics.auc.min", text[gone..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check-gone", "Model churn passed with a warning: gate changed by the pull request; 2 checks removed")]
    [InlineData("policy-changed", "Model churn got worse: recall −0.077, allowed −0.020")]
    public void A_green_title_says_so_too(string form, string title) =>
        Assert.Equal(title, ConsoleText.From(Headline.From(new ReportReading(ReportSamples.All[form])).Title));

    [Fact]
    public void What_could_not_be_measured_may_have_lost_its_checks_on_the_way()
    {
        var report = ReportSamples.All["check-gone"];
        var preview = report.Preview! with { Outcome = Outcome.NotMeasured, ExitCode = ExitCode.Environment };

        Assert.Equal(
            "After the changes of the pull request, 2 checks would not run",
            ConsoleText.From(PreviewWords.Gone(new ReportReading(report with { Preview = preview }))!)
        );
    }

    [Fact]
    public void Of_many_a_few_are_named_and_the_rest_is_counted()
    {
        var report = ReportSamples.All["check-gone"];
        var preview = report.Preview! with { Gone = [.. Enumerable.Range(1, 12).Select(n => $"datasets.train.rules.r{n}")] };

        Assert.EndsWith(
            "datasets.train.rules.r5 and 7 more",
            ConsoleText.From(PreviewWords.GoneNames(report with { Preview = preview })),
            StringComparison.Ordinal
        );
    }
}
