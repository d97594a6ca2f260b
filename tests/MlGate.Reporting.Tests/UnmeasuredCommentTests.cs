using MlGate.Reporting.Annotations;
using MlGate.Reporting.Comments;
using MlGate.Testing;

namespace MlGate.Reporting.Tests;

public sealed class UnmeasuredCommentTests
{
    private const string New = "8c11f02db57875f334f61aebed695e2e4193db5e";
    private const string Marker = "<!-- mlgate:comment v=1 gate=\"churn\" -->\n";
    private const string State =
        "<!-- mlgate:state "
        + "{\"sha\":\"8c11f02d\",\"run\":813,\"try\":1,\"at\":\"1970-01-01T00:00:00Z\",\"verdict\":\"measuring\",\"report\":\"\"} -->";

    private static string Result => new CommentRenderer().Render(ReportSamples.All["fail"]);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Fact]
    public void The_older_result_stays_below() => Snapshot.Verify(UnmeasuredComment.OfMeasuring("churn", New, Result), "md");

    [Fact]
    public void A_run_that_died_is_no_verdict() =>
        Snapshot.Verify(UnmeasuredComment.OfFailed("churn", New, new Uri("https://github.example.test/runs/812")), "md");

    [Fact]
    public void Measuring_twice_keeps_the_same_result()
    {
        var once = UnmeasuredComment.OfMeasuring("churn", New, Result);

        Assert.Equal(once, UnmeasuredComment.OfMeasuring("churn", New, Marker + once + State));
        Assert.Equal(once, UnmeasuredComment.OfMeasuring("churn", New, (Marker + once + State).ReplaceLineEndings("\r\n") + "\r\n"));
    }

    [Fact]
    public void The_result_before_is_known_while_the_next_is_measured()
    {
        var measuring = Marker + UnmeasuredComment.OfMeasuring("churn", New, Result) + State;

        Assert.Equal("failed", UnmeasuredComment.Shown(Result)!.Verdict);
        Assert.Equal(UnmeasuredComment.Shown(Result), UnmeasuredComment.Shown(measuring));
        Assert.Null(UnmeasuredComment.Shown(null));
        Assert.Null(UnmeasuredComment.Shown(Marker + UnmeasuredComment.OfMeasuring("churn", New, null) + State));
    }

    [Fact]
    public void The_same_commit_measured_again_is_not_called_older() =>
        Assert.Contains(
            "from an earlier run for this commit",
            UnmeasuredComment.OfMeasuring("churn", ReportSamples.All["fail"].Commit!, Result),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_name_stays_a_name_in_every_form(int payload)
    {
        var name = Payloads.All[payload];

        Assert.Equal(3, UnmeasuredComment.OfMeasuring(name, New, null).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length + 1);
        Assert.Equal(2, UnmeasuredComment.OfFailed(name, New, null).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void No_text_ends_a_command_of_a_runner_or_starts_another(int payload)
    {
        var text = Payloads.All[payload] + "%0A\r\n::error::x ##vso[task.complete]done;];\n";

        var (github, azure) = (
            WorkflowCommand.From("error", [("file", text), ("title", text)], text),
            LoggingCommand.From("task.logissue", [("sourcepath", text)], text)
        );

        Assert.DoesNotContain('\n', github + azure);
        Assert.DoesNotContain('\r', github + azure);
        Assert.Equal(0, github.IndexOf("::", StringComparison.Ordinal));
        Assert.Equal(2, github[..(github.IndexOf("::", 2, StringComparison.Ordinal) + 2)].Split("::").Length - 1);
        Assert.Equal(["##vso[task.logissue sourcepath="], azure.Split(';')[0].Split(']')[0].Split('=').Take(1).Select(part => part + "="));
        Assert.DoesNotContain(';', azure[azure.IndexOf('=', StringComparison.Ordinal)..azure.IndexOf(";]", StringComparison.Ordinal)]);
    }
}
