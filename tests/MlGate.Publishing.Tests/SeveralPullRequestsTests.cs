using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

/// <summary>
/// One branch, two pull requests: the measured merge tells which of them the second step speaks to, and no word of the report does.
/// </summary>
public sealed class SeveralPullRequestsTests
{
    private const string MainTip = FakeGitHub.Other;
    private const string ReleaseTip = "0123456789abcdef0123456789abcdef01234567";
    private const string ReleaseMerge = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
    private const string OldMerge = "dddddddddddddddddddddddddddddddddddddddd";
    private const string Before = "cccccccccccccccccccccccccccccccccccccccc";

    private readonly FakeGitHub fake = new();
    private readonly GitHubContext context = Publishing.Context() with
    {
        PullRequest = null,
        Head = new HeadPlace("fork", "fork/shop", "topic"),
        IsSecondStep = true,
    };

    public SeveralPullRequestsTests()
    {
        fake.Pulls.Clear();
        fake.Pulls.AddRange([
            new FakePull(7, "main", MainTip, FakeGitHub.Merge),
            new FakePull(8, "release/1 #x", ReleaseTip, ReleaseMerge),
        ]);
        fake.Merges[ReleaseMerge] = ReleaseTip;
    }

    [Theory]
    [InlineData(FakeGitHub.Merge, 7)]
    [InlineData(ReleaseMerge, 8)]
    public void The_one_whose_merge_was_measured_gets_the_comment(string commit, int number)
    {
        Assert.Empty(Publish(commit));

        Assert.Equal(number, Commented());
    }

    [Fact]
    public void After_a_new_merge_the_first_parent_of_the_measured_one_tells()
    {
        fake.Merges[OldMerge] = ReleaseTip;

        Assert.Empty(Publish(OldMerge));

        Assert.Equal(8, Commented());
    }

    [Fact]
    public void After_the_target_has_moved_on_its_history_tells()
    {
        fake.Merges[OldMerge] = Before;
        fake.Contained.Add($"{Before}...release/1 #x");

        Assert.Empty(Publish(OldMerge));

        Assert.Equal(8, Commented());
    }

    [Fact]
    public void Where_the_merge_fits_both_there_is_no_comment_and_a_warning()
    {
        fake.Merges[OldMerge] = Before;
        fake.Contained.UnionWith([$"{Before}...main", $"{Before}...release/1 #x"]);

        AssertSilent(OldMerge, "#7 and #8 have the measured commit, and the measured merge does not identify one of them");
    }

    [Fact]
    public void Where_the_merge_fits_neither_there_is_no_comment_and_a_warning()
    {
        fake.Merges[OldMerge] = Before;

        AssertSilent(OldMerge, "#7 and #8 have the measured commit, and the measured merge does not identify one of them");
    }

    [Theory]
    [InlineData(FakeGitHub.Head)]
    [InlineData(null)]
    public void Without_a_merge_there_is_no_comment_and_a_warning(string? commit) =>
        AssertSilent(commit, "#7 and #8 have the measured commit, and no merge was measured");

    private IReadOnlyList<MlGate.Findings.Finding> Publish(string? commit) =>
        Publishing.To(fake, Publishing.Request() with { Commit = commit }, context: context);

    private int Commented() => int.Parse(Assert.Single(fake.Writes).Path.Split('/')[4]);

    private void AssertSilent(string? commit, string found)
    {
        var finding = Assert.Single(Publish(commit));

        Assert.Equal(("MLG6029", found), (Publishing.Code(finding), finding.Found));
        Assert.Empty(fake.Writes);
    }
}
