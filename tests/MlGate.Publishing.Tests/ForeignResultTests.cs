namespace MlGate.Publishing.Tests;

/// <summary>Statuses and check runs that another user or app has made.</summary>
public sealed class ForeignResultTests
{
    private readonly FakeGitHub fake = new();

    [Fact]
    public void A_status_that_another_made_look_newer_neither_keeps_a_result_away_nor_is_set_again_in_our_name()
    {
        var forged = OrderedResults.Report with { Comment = null, CheckRun = false, Summary = "forged" };
        var azure = new FakeAzure();
        Publishing.To(fake, forged, me: "mallory", run: 999_999);
        Azure.To(azure, forged, me: "44444444-4444-4444-4444-444444444444", run: 999_999);

        Assert.Empty(Publishing.To(fake, OrderedResults.Report with { ExitCode = 1, Comment = null, CheckRun = false, Summary = "fails" }));
        Assert.Empty(Azure.To(azure, OrderedResults.Report with { ExitCode = 1, Comment = null, Summary = "fails" }));

        Assert.Equal(["forged", "fails"], fake.Statuses.Select(status => (string)status["description"]!));
        Assert.Equal("fails", (string)Assert.Single(azure.Statuses)["description"]!);
    }

    [Theory]
    [InlineData(812)]
    [InlineData(999_999)]
    public void A_check_run_of_another_app_counts_for_nothing(long run)
    {
        var passed = OrderedResults.Report with { Comment = null, CommitStatus = false };
        Publishing.To(fake, passed with { At = Publishing.At.AddHours(1) }, me: "evil[bot]", run: run);

        Assert.Empty(Publishing.To(fake, passed with { ExitCode = 1, Summary = "fails" }));

        Assert.Equal(["success", "failure"], fake.CheckRuns.Select(one => (string)one["conclusion"]!));
    }

    [Fact]
    public void A_check_run_of_another_app_that_copies_ours_does_not_stand_for_it()
    {
        var request = OrderedResults.Report with { Comment = null, CommitStatus = false };
        Publishing.To(fake, request, me: "evil[bot]");

        Assert.Empty(Publishing.To(fake, request));

        Assert.Equal(["evil[bot]", Publishing.Bot], fake.CheckRuns.Select(one => (string)one["by"]!));
    }
}
