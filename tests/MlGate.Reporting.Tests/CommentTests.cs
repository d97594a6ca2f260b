using System.Text;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Reporting.Tests;

public sealed partial class CommentTests
{
    private const int Limit = 60_000;

    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Marker_comes_first_and_state_last(string form)
    {
        var report = ReportSamples.All[form];

        var lines = new CommentRenderer().Render(report).TrimEnd('\n').Split('\n');

        Assert.Equal("<!-- mlgate:comment v=1 gate=\"churn\" -->", lines[0]);
        Assert.StartsWith("## ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("<!-- mlgate:state {", lines[^1], StringComparison.Ordinal);
        Assert.Equal(
            (report.Commit, NameConverter<ReportForm>.NameOf(ReportForms.For(report)), "sha256:" + ReportJson.Digest(report)),
            CommentState.Read(lines[^1]) is { } state ? (state.Sha, state.Verdict, state.Report) : default
        );
    }

    [Fact]
    public void A_run_is_told_in_the_footer_and_the_state()
    {
        var options = new CommentOptions
        {
            Run = 812,
            Try = 2,
            DrawsMermaid = true,
            At = new DateTimeOffset(2026, 11, 22, 18, 1, 5, TimeSpan.Zero),
            Previous = new CommentState
            {
                Sha = "41aa07c5b57875f334f61aebed695e2e4193db5e",
                Verdict = "passed",
                Report = "sha256:" + new string('0', 64),
            },
            FullReport = new Uri("https://github.example.test/runs/812/artifacts/1"),
            RunLog = new Uri("https://github.example.test/runs/812?x=(1)&y=>`|"),
        };

        var text = CommentRenderer.Render(ReportSamples.All["fail"], options);

        Snapshot.Verify(text, "md");
        Assert.Equal(
            new CommentState
            {
                Sha = ReportSamples.All["fail"].Commit,
                Run = 812,
                Try = 2,
                At = options.At,
                Verdict = "failed",
                Report = "sha256:" + ReportJson.Digest(ReportSamples.All["fail"]),
            },
            CommentState.Read(text)
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.test/")]
    public void Only_addresses_of_pages_become_links(string address) =>
        Assert.DoesNotContain(
            "log]",
            CommentRenderer.Render(ReportSamples.All["pass"], new CommentOptions { RunLog = new Uri(address) }),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_typical_failing_comment_has_at_most_4_KB() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(new CommentRenderer().Render(ReportSamples.All["fail"])), 1, 4 * 1024);

    [Fact]
    public void A_typical_passing_comment_has_at_most_a_KB_and_a_half() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(new CommentRenderer().Render(ReportSamples.All["pass"])), 1, 1_536);

    [Theory]
    [InlineData(Outcome.Failed, Severity.Error)]
    [InlineData(Outcome.Failed, Severity.Warn)]
    [InlineData(Outcome.Inconclusive, Severity.Info)]
    [InlineData(Outcome.Passed, Severity.Error)]
    public void Ten_thousand_findings_fit(Outcome outcome, Severity severity)
    {
        var report = ReportSamples.Make([
            .. Enumerable
                .Range(1, 10_000)
                .Select(n =>
                    SampleModelFindings.Metric("recall", "max-drop", 0.02, 0.8, 0.7, -0.2, -0.05, outcome, n) with
                    {
                        Id = $"models.churn.segments.\"city={n}\".recall.max-drop",
                        Severity = severity,
                    }
                ),
        ]);

        var text = new CommentRenderer().Render(report);

        Assert.True(Encoding.UTF8.GetByteCount(text) <= Limit);
        AssertClosed(text);
        Assert.NotNull(CommentState.Read(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(4_000)]
    [InlineData(8_000)]
    public void Whatever_is_dropped_the_rest_is_whole(int bytes)
    {
        var text = CommentRenderer.Render(ReportSamples.All["fail"], new CommentOptions(), bytes);

        AssertClosed(text);
        Assert.StartsWith("<!-- mlgate:comment v=1 gate=\"churn\" -->\n## ❌ ", text, StringComparison.Ordinal);
        Assert.Contains("**What to do:**", text, StringComparison.Ordinal);
        Assert.Contains("less strict than its policy", text, StringComparison.Ordinal);
        Assert.NotNull(CommentState.Read(text));
        if (bytes < 4_000)
        {
            Assert.Contains("*Omitted because of the size limit: ", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("@")]
    [InlineData("|")]
    [InlineData("a\u0301\u0301\u0301")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData(":x")]
    public void The_longest_texts_everywhere_still_fit(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 3_000));
        var findings = Enumerable
            .Range(1, 2_000)
            .Select(n =>
                SampleModelFindings.Metric("recall", "max-drop", 0.02, 0.8, 0.7, -0.2, -0.05, Outcome.Failed, n) with
                {
                    Id = text + n,
                    Subject = text,
                    Expected = text,
                    Found = text,
                    Fix = text,
                    Place = new FilePlace(text, 1, 1),
                    Evidence = null,
                }
            );
        var sample = ReportSamples.Make([.. findings], loosened: [.. Enumerable.Repeat(text, 500)]);
        var dataset = sample.Artifacts[0] with { BaselineCommit = new Baseline("9f2c4d1e7a30b1c2d3e4f5061728394a5b6c7d8e", text, text) };
        var report = sample with
        {
            Tool = text,
            Gate = text,
            GateFile = text,
            Parts = [.. Enumerable.Range(1, 500).Select(n => dataset with { Id = $"datasets.{n}{text}" })],
        };

        var comment = new CommentRenderer().Render(report);

        Assert.True(Encoding.UTF8.GetByteCount(comment) <= Limit, $"{Encoding.UTF8.GetByteCount(comment)}");
        AssertClosed(comment);
        Assert.NotNull(CommentState.Read(comment));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void No_gate_name_ends_its_marker_or_makes_anothers(int payload)
    {
        var marker = ReportMarker.From(Payloads.All[payload]);

        Assert.Matches("^<!-- mlgate:comment v=1 gate=\"[A-Za-z0-9._/%~-]{0,200}\" -->$", marker);
        Assert.DoesNotContain("--", marker["<!--".Length..^"-->".Length], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_gates_never_share_a_marker()
    {
        string[] names =
        [
            "",
            "a",
            "ab",
            "A",
            "a b",
            "a%20b",
            "a-b",
            "a--b",
            "a-%2Db",
            "é",
            "e\u0301",
            "~",
            new('a', 121),
            new('a', 122),
            new string('a', 121) + "b",
        ];

        Assert.Equal(names.Length, names.Select(ReportMarker.From).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- mlgate:state -->")]
    [InlineData("<!-- mlgate:state {} -->")]
    [InlineData("<!-- mlgate:state [] -->")]
    [InlineData("<!-- mlgate:state {\"verdict\":1,\"report\":\"x\"} -->")]
    [InlineData("<!-- mlgate:state {\"verdict\":\"passed\",\"report\":\"x\"} -->\nmore")]
    public void A_state_that_someone_edited_is_none(string body) => Assert.Null(CommentState.Read(body));

    [Theory]
    [InlineData("passed", true)]
    [InlineData("4", false)]
    [InlineData("<h1>", false)]
    public void A_last_result_that_no_report_has_is_not_told(string verdict, bool told)
    {
        var text = CommentRenderer.Render(
            ReportSamples.All["fail"],
            new CommentOptions
            {
                Previous = new CommentState { Verdict = verdict, Report = "" },
            }
        );

        Assert.Equal(told, text.Contains("last result was", StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_to_copy_holds_no_foreign_shell_words()
    {
        var report = ReportSamples.All["fail"];

        Assert.Contains(
            "`dotnet mlgate check samples/churn/mlgate.yml --baseline 9f2c4d1e`",
            new CommentRenderer().Render(report),
            StringComparison.Ordinal
        );
        foreach (var name in Payloads.All)
        {
            var shown = Command().Matches(new CommentRenderer().Render(report with { GateFile = name }));

            Assert.All(shown, command =>
                Assert.Matches("^[A-Za-z0-9._/][A-Za-z0-9._/-]*( --baseline [0-9a-f]{8})?$", command.Groups[1].Value)
            );
        }
    }

    [GeneratedRegex("`dotnet mlgate check ([^`]*)`")]
    private static partial Regex Command();

    private static void AssertClosed(string text)
    {
        foreach (var tag in new[] { "details", "summary", "sub", "b", "code" })
        {
            Assert.Equal(Regex.Count(text, $"<{tag}( open)?>"), Regex.Count(text, $"</{tag}>"));
        }

        Assert.Equal(2, Regex.Count(text, "<!--"));
        Assert.Equal(2, Regex.Count(text, "-->"));
        Assert.EndsWith(" -->\n", text, StringComparison.Ordinal);
    }
}
