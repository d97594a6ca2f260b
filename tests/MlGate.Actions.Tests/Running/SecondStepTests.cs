using System.Text.RegularExpressions;
using static MlGate.Actions.Tests.Running.Harm;

namespace MlGate.Actions.Tests.Running;

/// <summary>The second step, on artifacts that forks wrote.</summary>
public sealed class SecondStepTests
{
    [Fact]
    public void A_fork_gets_its_verdict_and_the_second_step_its_comment()
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository(folder => Poison(folder, tool));
        using var job = new Job(repository) { IsFork = true };

        var measured = job.Run(With(tool));

        Assert.Equal(1, measured.Exit);
        Assert.Empty(job.GitHub.Calls);
        Assert.Contains("MLG6032", measured.Summary, StringComparison.Ordinal);

        var published = job.Publish(With(tool, ("gates", "churn\n"), ("status", "true")));

        Assert.True(published.Exit == 0, published.ToString());
        Assert.Equal("false", published.Output("passed"));
        Assert.Contains("## ❌ Dataset `", Assert.Single(job.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(job.GitHub.Statuses);
        Assert.Contains("MLG6034", published.Summary, StringComparison.Ordinal);
        AssertUnharmed(job, measured);
        AssertUnharmed(job, published);
    }

    [Fact]
    public void A_forks_artifact_that_lies_about_its_gate_is_not_published()
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository();
        using var job = new Job(repository) { IsFork = true };
        Assert.Equal(0, job.Run(With(tool)).Exit);

        var published = job.Publish(With(tool, ("gates", "another")));

        Assert.Equal(4, published.Exit);
        Assert.Contains("MLG6033", published.Log, StringComparison.Ordinal);
        Assert.Contains("was not evaluated", Assert.Single(job.GitHub.Comments).Body, StringComparison.Ordinal);

        // What the artifact holds beside the report is refused, and the report is published all the same.
        var linked = job.Publish(With(tool, ("gates", "churn")), archive =>
        {
            var link = archive.CreateEntry("link/report.json");
            link.ExternalAttributes = 0xA1FF << 16;
            using var target = new StreamWriter(link.Open());
            target.Write("/proc/self/environ");
        });

        Assert.Equal(5, linked.Exit);
        Assert.Contains("MLG3002", linked.Log, StringComparison.Ordinal);
        Assert.Contains(job.GitHub.Comments, comment => comment.Body.Contains("gate=\"churn\" -->\n## ✅ ", StringComparison.Ordinal));
        Assert.Empty(job.GitHub.Statuses);
    }

    [Fact]
    public void An_artifact_that_unpacks_to_more_than_anybody_has_room_for_is_not_unpacked()
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository();
        using var job = new Job(repository) { IsFork = true };
        Assert.Equal(0, job.Run(With(tool)).Exit);

        var published = job.Publish(With(tool, ("gates", "churn\nbomb")), archive =>
        {
            using var bomb = archive.CreateEntry("bomb/report.json").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 500; i++)
            {
                bomb.Write(zeros);
            }
        });

        Assert.Equal(5, published.Exit);
        Assert.Contains("MLG6002", published.Log, StringComparison.Ordinal);
        Assert.Equal(
            ["churn: ✅", "bomb: 💥"],
            job.GitHub.Comments.Select(comment => Regex.Match(comment.Body, "gate=\"(\\w+)\" -->\n## (\\S+) "))
                .Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}")
        );
        Assert.DoesNotContain(Directory.EnumerateFiles(job.Everything, "*", SearchOption.AllDirectories), path =>
            new FileInfo(path).Length > 20 << 20
        );
    }

    [Fact]
    public void A_run_that_kept_nothing_is_said_to_have_no_report()
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository();
        using var job = new Job(repository) { IsFork = true };
        Assert.Equal(0, job.Run(With(tool)).Exit);

        var published = job.Publish(With(tool, ("gates", "churn"), ("artifact", "another")));

        Assert.Equal(0, published.Exit);
        Assert.Contains("was not evaluated", Assert.Single(job.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("MLG6023", published.Summary, StringComparison.Ordinal);
    }
}
