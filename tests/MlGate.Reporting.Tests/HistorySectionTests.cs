using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reporting.Comments;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

public sealed partial class HistorySectionTests
{
    private static readonly CommentOptions OnGitHub = new() { DrawsMermaid = true };

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_chart_keeps_its_grammar_whatever_a_metric_is_called(int payload)
    {
        var chart = Chart(CommentRenderer.Render(InjectionTests.Report(Payloads.All[payload]), OnGitHub, 900_000));

        Assert.Collection(
            chart.Split('\n'),
            line =>
                Assert.Equal(
                    """%%{init: {"xyChart": {"height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "#218bff, #e5534b"}}}}%%""",
                    line
                ),
            line => Assert.Equal("xychart-beta", line),
            line => Assert.Matches(@"^    title ""[\p{L}\p{Nd} .,_-]{0,45}(A|a)ccepted models, then this PR""$", line),
            line => Assert.Equal("""    x-axis ["3 Aug", "14 Sep", "20 Oct", "this PR"]""", line),
            line => Assert.Matches(@"^    y-axis ""[\p{L}\p{Nd} .,_-]{1,24}"" 0\.682 --> 0\.860$", line),
            line => Assert.Equal("    line [0.826, 0.834, 0.842, 0.700]", line),
            line => Assert.Equal("    line [0.780, 0.780, 0.780, 0.780]", line)
        );
        Assert.True(Title().Match(chart).Groups[1].Length <= 45, chart);
    }

    [Fact]
    public void Nothing_is_drawn_where_the_host_does_not_draw() =>
        Assert.DoesNotContain("mermaid", CommentRenderer.Render(Report(Past(5)), new CommentOptions()), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Two_past_values_are_no_history(int count) =>
        Assert.DoesNotContain("mermaid", Render(Past(count)), StringComparison.Ordinal);

    [Fact]
    public void Only_the_latest_are_drawn_and_all_that_is_drawn_is_said()
    {
        var text = Render(Past(20));

        Assert.Contains(
            """x-axis ["12 Jan", "13 Jan", "14 Jan", "15 Jan", "16 Jan", "17 Jan", "18 Jan", "19 Jan", "20 Jan", "this PR"]""",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "line [0.8120, 0.8130, 0.8140, 0.8150, 0.8160, 0.8170, 0.8180, 0.8190, 0.8200, 0.8440]",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("over the last 9 accepted versions, now 0.8440", text, StringComparison.Ordinal);
        Assert.Contains("12 Jan: 0.8120 · 13 Jan: 0.8130", text, StringComparison.Ordinal);
        Assert.Contains("20 Jan: 0.8200 · **this PR: 0.8440**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_of_one_day_are_told_apart_by_their_commits() =>
        Assert.Contains(
            """x-axis ["00000001", "00000002", "00000003", "this PR"]""",
            Render([.. Past(3).Select(value => value with { At = DateTimeOffset.UnixEpoch })]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Values_that_nothing_tells_apart_are_not_drawn() =>
        Assert.DoesNotContain(
            "mermaid",
            Render([.. Past(3).Select(value => value with { At = DateTimeOffset.UnixEpoch, Commit = new string('a', 40) })]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("min", 0.8, null, "the lowest value allowed today, 0.80")]
    [InlineData("max", 0.9, null, "the highest value allowed today, 0.9")]
    [InlineData("max-drop", 0.02, 0.85, "the lowest value allowed today, 0.83")]
    [InlineData("max-rise", 0.02, 0.85, "the highest value allowed today, 0.87")]
    [InlineData("max-relative-drop", 0.02, 0.85, null)]
    [InlineData("min-gain", 0.02, 0.85, null)]
    [InlineData("max-drop", 0.02, null, null)]
    public void The_limit_is_drawn_where_it_is_a_value_or_a_change_from_the_baseline(
        string kind,
        double limit,
        double? before,
        string? said
    )
    {
        var text = Render(Past(3), SampleModelFindings.Metric("auc", kind, limit, before, 0.844, 0.83, 0.85, Outcome.Passed, 40));

        Assert.Equal(said is null ? 1 : 2, Regex.Count(Chart(text), "^    line ", RegexOptions.Multiline));
        Assert.Equal(said is not null, text.Contains("; red: ", StringComparison.Ordinal));
        if (said is not null)
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_several_limits_the_tightest_is_drawn()
    {
        var text = Render(
            Past(3),
            SampleModelFindings.Metric("auc", "max-drop", 0.01, 0.85, 0.844, -0.02, 0.01, Outcome.Passed, 40),
            SampleModelFindings.Metric("auc", "min", 0.8, null, 0.844, 0.83, 0.85, Outcome.Passed, 40)
        );

        Assert.Contains("the lowest value allowed today, 0.8400 (drop ≤ 0.010)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e10)]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    public void What_the_language_cannot_write_is_not_drawn(double value) =>
        Assert.DoesNotContain("mermaid", Render([.. Past(3).Select(past => past with { Value = value })]), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.844)]
    [InlineData(0)]
    [InlineData(-12.5)]
    [InlineData(1_234_567.5)]
    public void An_axis_has_room_and_no_exponent(double value)
    {
        var chart = Chart(
            Render(
                [.. Past(3).Select(past => past with { Value = value })],
                SampleModelFindings.Metric("auc", "min-gain", 0.1, value, value, -1, 1, Outcome.Passed, 40)
            )
        );

        var axis = Axis().Match(chart);
        Assert.True(
            double.Parse(axis.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
                < double.Parse(axis.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture),
            chart
        );
    }

    [Fact]
    public void A_green_comment_has_the_history_in_its_closed_part()
    {
        var text = Render(Past(3));

        Assert.True(
            text.IndexOf("All checks, data and versions", StringComparison.Ordinal) < text.IndexOf("```mermaid", StringComparison.Ordinal)
        );
        Assert.True(text.LastIndexOf("</details>", StringComparison.Ordinal) > text.IndexOf("```mermaid", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_models_are_named_under_their_charts()
    {
        var report = Report(Past(3));
        var second = report.Models[^1] with { Id = "models.tenure", Primary = null };
        var finding = SampleModelFindings.Metric("auc", "min", 0.8, null, 0.844, 0.83, 0.85, Outcome.Passed, 40) with
        {
            Id = "models.tenure.metrics.auc.min",
        };

        var text = CommentRenderer.Render(
            report with
            {
                Parts = [.. report.Parts, second],
                History = [.. report.History!, report.History![0] with { Model = second.Id }],
                Findings = [.. report.Findings, finding],
            },
            OnGitHub
        );

        Assert.Contains("<b>History</b>: of 2 models", text, StringComparison.Ordinal);
        Assert.Contains("Blue: `auc` of `models.churn`", text, StringComparison.Ordinal);
        Assert.Contains("Blue: `auc` of `models.tenure`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_drawn_is_not_counted()
    {
        var report = Report(Past(3));
        var second = report.Models[^1] with { Id = "models.tenure", Primary = null };
        var finding = SampleModelFindings.Metric("auc", "min", 0.8, null, 0.844, 0.83, 0.85, Outcome.Passed, 40) with
        {
            Id = "models.tenure.metrics.auc.min",
        };
        var large = new MetricHistory("auc", [.. Past(3).Select(past => past with { Value = 2e9 })]);

        var text = CommentRenderer.Render(
            report with
            {
                Parts = [.. report.Parts, second],
                History = [.. report.History!, report.History![0] with { Model = second.Id, Metrics = [large] }],
                Findings = [.. report.Findings, finding],
            },
            OnGitHub
        );

        Assert.Contains("<b>History</b>: 0.8010 → 0.8030 over the last 3 accepted versions, now 0.8440", text, StringComparison.Ordinal);
    }

    private static string Render(IReadOnlyList<PastValue> past, params Finding[] findings) =>
        CommentRenderer.Render(Report(past, findings), OnGitHub);

    private static Report Report(IReadOnlyList<PastValue> past, params Finding[] findings) =>
        ReportSamples.WithPictures(
            ReportSamples.Make(
                findings.Length > 0
                    ? findings
                    : [SampleModelFindings.Metric("auc", "min", 0.8, null, 0.844, 0.83, 0.85, Outcome.Passed, 40)]
            ),
            new ModelPlots(),
            [],
            [new MetricHistory("auc", past)]
        );

    private static IReadOnlyList<PastValue> Past(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => new PastValue(
                    $"{n:00000000}7a30b1c2d3e4f5061728394a5b6c7d8e".PadRight(40, '0'),
                    new DateTimeOffset(2026, 1, n, 0, 0, 0, TimeSpan.Zero),
                    0.8 + (n / 1_000.0)
                )),
        ];

    private static string Chart(string text) => Fence().Match(text).Groups[1].Value;

    [GeneratedRegex("^```mermaid\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("title \"(.*)\"")]
    private static partial Regex Title();

    [GeneratedRegex("y-axis \"auc\" (-?[0-9.]+) --> (-?[0-9.]+)$", RegexOptions.Multiline)]
    private static partial Regex Axis();
}
