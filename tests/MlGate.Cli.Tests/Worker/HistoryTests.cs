using System.Text.Json;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

public sealed class HistoryTests
{
    [Fact]
    public void A_recorded_run_is_shown_for_people_and_programs()
    {
        // Arrange
        using var repository = new GateRepository();
        using var output = new TempFolder();
        Assert.Contains("no recorded results", repository.Run("history").Text, StringComparison.Ordinal);
        repository.Must("check", "--no-progress", "--output=" + output.Path);

        // Act
        var recorded = repository.Run("history", "record", output["report.json"]);
        var text = repository.Run("history");
        var json = JsonDocument.Parse(repository.Run("history", "--metric=auc", "--format=json").Text).RootElement;

        // Assert
        var commit = repository.Git("rev-parse", "HEAD");
        Assert.Equal(0, recorded.Exit);
        Assert.Contains($"recorded the result of small on commit {commit[..10]}", recorded.Text, StringComparison.Ordinal);
        Assert.Equal(0, text.Exit);
        Assert.Contains("m  auc  ▅", text.Text, StringComparison.Ordinal);
        Assert.Contains(commit[..12], text.Text, StringComparison.Ordinal);
        Assert.Contains("passed", text.Text, StringComparison.Ordinal);
        Assert.Equal("small", json.GetProperty("gate").GetString());
        var trend = Assert.Single(json.GetProperty("trends").EnumerateArray());
        var value = Assert.Single(trend.GetProperty("values").EnumerateArray());
        Assert.Equal(commit, value.GetProperty("commit").GetString());
        Assert.InRange(
            value.GetProperty("value").GetDouble(),
            value.GetProperty("lower").GetDouble(),
            value.GetProperty("upper").GetDouble()
        );
    }

    [Fact]
    public void Values_stand_in_the_order_of_the_commits()
    {
        // Arrange: a better model in a second commit
        using var repository = new GateRepository();
        using var output = new TempFolder();
        repository.Must("check", "--no-progress", "--output=" + output["1"]);
        repository.Must("history", "record", output["1/report.json"]);
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.95));
        repository.Must("lock");
        repository.Commit("better");
        repository.Must("check", "--no-progress", "--output=" + output["2"]);

        // Act
        repository.Must("history", "record", output["2/report.json"]);
        repository.Must("check", "--no-progress", "--output=" + output["3"]);
        var text = repository.Run("history", "--metric", "auc").Text;

        // Assert
        Assert.Contains("m  auc  ▁█", text, StringComparison.Ordinal);
        Assert.True(
            text.IndexOf(repository.Git("rev-parse", "--short=12", "HEAD~1"), StringComparison.Ordinal)
                < text.IndexOf(repository.Git("rev-parse", "--short=12", "HEAD"), StringComparison.Ordinal)
        );
        Assert.Contains("\"history\"", File.ReadAllText(output["2/report.json"]), StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("auc", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clone_without_the_notes_has_a_report_of_the_same_digest()
    {
        // Arrange
        using var repository = new GateRepository();
        using var output = new TempFolder();
        repository.Must("check", "--no-progress", "--output=" + output["1"]);
        repository.Must("history", "record", output["1/report.json"]);
        repository.Git("commit", "-q", "--allow-empty", "-m", "next");
        repository.Must("check", "--no-progress", "--output=" + output["with"]);

        // Act
        repository.Git("update-ref", "-d", "refs/notes/mlgate");
        repository.Must("check", "--no-progress", "--output=" + output["without"]);

        // Assert
        var (with, without) = (
            JsonDocument.Parse(File.ReadAllText(output["with/report.json"])).RootElement,
            JsonDocument.Parse(File.ReadAllText(output["without/report.json"])).RootElement
        );
        Assert.Equal((true, false), (with.TryGetProperty("history", out _), without.TryGetProperty("history", out _)));
        Assert.Equal(without.GetProperty("digest").GetString(), with.GetProperty("digest").GetString());
    }

    [Fact]
    public void The_line_is_broken_where_the_test_set_changed()
    {
        // Arrange
        using var repository = new GateRepository();
        using var output = new TempFolder();
        repository.Must("check", "--no-progress", "--output=" + output["1"]);
        repository.Must("history", "record", output["1/report.json"]);
        var rows = File.ReadAllLines(repository["data/test.csv"]);
        repository.Write("data/test.csv", string.Join('\n', [.. rows[..^2], rows[^1], rows[^2]]) + "\n");
        repository.Must("lock");
        repository.Commit("another order");
        repository.Must("check", "--no-progress", "--output=" + output["2"]);
        repository.Must("history", "record", output["2/report.json"]);

        // Act
        var text = repository.Run("history", "--metric=auc").Text;

        // Assert
        Assert.Contains("m  auc  ▅│▅", text, StringComparison.Ordinal);
        Assert.Contains(
            "── different test set, " + repository.Git("rev-parse", "HEAD:data/test.csv")[..12],
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("\"history\"", File.ReadAllText(output["2/report.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_was_changed_is_not_recorded()
    {
        using var repository = new GateRepository();
        using var output = new TempFolder();
        repository.Must("check", "--no-progress", "--output=" + output.Path);
        File.WriteAllText(
            output["report.json"],
            File.ReadAllText(output["report.json"]).Replace("\"passed\"", "\"failed\"", StringComparison.Ordinal)
        );

        var answer = repository.Run("history", "record", output["report.json"]);

        Assert.NotEqual(0, answer.Exit);
        Assert.Contains("no recorded results", repository.Run("history").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remote_that_is_not_there_is_said_when_the_history_is_pushed()
    {
        using var repository = new GateRepository();
        using var output = new TempFolder();
        repository.Must("check", "--no-progress", "--output=" + output.Path);

        var answer = repository.Run("history", "record", output["report.json"], "--push");

        Assert.Equal(7, answer.Exit);
        Assert.Contains("MLG1041", answer.ToString(), StringComparison.Ordinal);
        Assert.Contains("auc", repository.Run("history").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void The_number_of_runs_has_bounds(string count)
    {
        using var repository = new GateRepository();

        Assert.Equal(3, repository.Run("history", "--count", count).Exit);
    }
}
