using System.Globalization;
using MlGate.Findings;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

/// <summary>Links of a comment into the repository, and what a host calls a change.</summary>
public sealed class CommentLinksTests
{
    private static readonly CommentOptions WithLinks = new() { Links = new TestLinks() };

    [Fact]
    public void Commits_and_the_lines_of_limits_are_links()
    {
        var report = ReportSamples.All["fail"];

        var text = CommentRenderer.Render(report, WithLinks);

        Assert.Contains(
            $"[`{report.Commit![..8]}`](<https://host.test/c/{report.Commit}>) against main [`9f2c4d1e`](<https://host.test/c/9f2c4d1e",
            text,
            StringComparison.Ordinal
        );
        var place = report.Findings.First(finding => finding.Counts).Place!;
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[`{place.File}:{place.Line}:{place.Column}`]"
                    + $"(<https://host.test/l/{report.Commit}/samples/churn/{place.File}/{place.Line}>)"
            ),
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_known_host_there_are_none()
    {
        var text = CommentRenderer.Render(ReportSamples.All["fail"], new CommentOptions());

        Assert.DoesNotContain("](<", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_that_the_change_edits_applies_as_another_commit_has_it_so_its_lines_are_no_links()
    {
        var text = CommentRenderer.Render(ReportSamples.All["policy-changed"], WithLinks);

        Assert.DoesNotContain("https://host.test/l/", text, StringComparison.Ordinal);
        Assert.Contains("https://host.test/c/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6dcb09b")]
    [InlineData("main")]
    [InlineData("../../../settings/../../../../../evil")]
    [InlineData("6DCB09B5B57875F334F61AEBED695E2E4193DB5E")]
    public void What_is_no_full_commit_id_is_no_link(string commit)
    {
        var text = CommentRenderer.Render(ReportSamples.All["fail"] with { Commit = commit }, WithLinks);

        Assert.DoesNotContain("https://host.test/c/" + commit, text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://host.test/l/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("check-gone")]
    [InlineData("no-baseline")]
    [InlineData("policy-changed")]
    public void On_GitLab_a_change_is_a_merge_request(string form)
    {
        var report = ReportSamples.All[form];
        // The findings of such a report name the pull request themselves; here it is about the sentences of the comment.
        report = report with
        {
            Findings = [.. report.Findings.Where(finding => !finding.Found.Contains("pull request", StringComparison.Ordinal))],
        };

        var text = CommentRenderer.Render(report, new CommentOptions { Change = ChangeWords.MergeRequest, DrawsMermaid = true });

        Assert.DoesNotContain("this PR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull request", text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("this MR|merge request", text);
    }

    private sealed class TestLinks : IRepositoryLinks
    {
        public Uri Commit(string sha) => new("https://host.test/c/" + sha);

        public Uri Line(string sha, string path, int line) => new(FormattableString.Invariant($"https://host.test/l/{sha}/{path}/{line}"));
    }
}
