using MlGate.Publishing.Comments;
using MlGate.Reports;

namespace MlGate.Publishing.Tests;

public sealed class CommentMarkerTests
{
    public static TheoryData<string> Names =>
        ["churn", "a--b", "é", new string('a', 120), new string('a', 121), new string('é', 100), new string('a', 5_000)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rendered_comment_is_found_whatever_the_gate_is_called(string gate)
    {
        var comment = ReportMarker.From(gate) + "\nall is well";

        Assert.True(CommentMarker.Begins(comment, gate));
        Assert.False(CommentMarker.Begins(comment, gate + "a"));
        Assert.False(CommentMarker.Begins("> " + comment, gate));
        Assert.False(CommentMarker.Begins(null, gate));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_marker_is_one_short_line(string gate) => Assert.Matches("^<!-- [^\n]{0,151} -->$", ReportMarker.From(gate));
}
