namespace MlGate.Cli.Tests.Worker;

/// <summary>A pull request is judged by the gate of the branch that it targets.</summary>
public sealed class PolicyTests
{
    private static readonly Dictionary<string, string?> PullRequest = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

    private static (GateRepository Origin, Testing.TempFolder Folder, string Work) Clone(string? gateOnMain = null)
    {
        var origin = new GateRepository();
        if (gateOnMain == "")
        {
            origin.Git("rm", "--quiet", "mlgate.yml");
            origin.Commit("no gate yet");
        }

        var folder = new Testing.TempFolder();
        GateRepository.GitIn(folder.Path, "clone", "--quiet", "file://" + origin.Path, "work");
        GateRepository.GitIn(folder["work"], "checkout", "--quiet", "-b", "change");
        return (origin, folder, folder["work"]);
    }

    [Fact]
    public void Limits_that_the_pull_request_loosens_still_hold_for_it()
    {
        var (origin, folder, work) = Clone();
        using var first = origin;
        using var second = folder;
        File.WriteAllText(Path.Combine(work, "models", "m.csv"), GateRepository.Scores(600, 2, 0.1));
        File.WriteAllText(
            Path.Combine(work, "mlgate.yml"),
            GateRepository
                .Gate.Replace("min: 0.7, max-drop: 0.05", "min: 0.1, max-drop: 0.9", StringComparison.Ordinal)
                .Replace("10pt", "90pt", StringComparison.Ordinal)
        );
        Assert.Equal(0, GateRepository.RunIn(work, null, "lock").Exit);
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--message", "worse, and look away");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0015", Severity: "warning" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
    }

    [Theory]
    [InlineData("--target=main", "")]
    [InlineData("--target=refs/heads/main", "")]
    [InlineData("", "MLGATE_TARGET=main")]
    [InlineData("", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")]
    [InlineData("", "CHANGE_TARGET=main")]
    public void Any_server_can_name_the_target(string option, string variable)
    {
        using var repository = Loosened();
        Dictionary<string, string?> environment = new() { ["CI"] = "true" };
        if (variable.Length > 0)
        {
            environment[variable.Split('=')[0]] = variable.Split('=')[1];
        }

        var answer = repository.Check(environment, null, option.Length > 0 ? [option] : []);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0015", Severity: "warning" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
    }

    [Fact]
    public void Without_a_known_target_the_loosened_limits_are_said()
    {
        using var repository = Loosened();

        var answer = repository.Check(new() { ["CI"] = "true" });

        Assert.True(answer.Exit == 0, answer.ToString());
        var loosened = answer
            .Diagnostics!.Where(diagnostic => diagnostic is { Code: "MLG0024", Severity: "warning" })
            .Select(diagnostic => diagnostic.Message)
            .ToList();
        Assert.Equal(3, loosened.Count);
        Assert.Contains(loosened, message =>
            message.Contains("models.m.metrics.auc.min: 0.7 → 0.1", StringComparison.Ordinal)
            && message.Contains("--target main", StringComparison.Ordinal)
        );
    }

    private static GateRepository Loosened()
    {
        var repository = new GateRepository();
        repository.Git("checkout", "--quiet", "-b", "change");
        repository.Replace("mlgate.yml", "min: 0.7, max-drop: 0.05", "min: 0.1, max-drop: 0.9");
        repository.Replace("mlgate.yml", "10pt", "90pt");
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Must("lock");
        repository.Commit("worse, and look away");
        return repository;
    }

    [Fact]
    public void A_gate_that_the_target_does_not_have_is_introduced()
    {
        var (origin, folder, work) = Clone(gateOnMain: "");
        using var first = origin;
        using var second = folder;
        File.WriteAllText(Path.Combine(work, "mlgate.yml"), GateRepository.Gate);
        GateRepository.GitIn(work, "add", "--all");
        GateRepository.GitIn(work, "commit", "--quiet", "--message", "adopt a gate");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0016", Severity: "message" });
    }

    [Fact]
    public void A_test_set_that_the_pull_request_rewrites_does_not_judge_it()
    {
        var (origin, folder, work) = Clone();
        using var first = origin;
        using var second = folder;
        var scores = GateRepository.Scores(600, 2, 0.1);
        File.WriteAllText(Path.Combine(work, "models", "m.csv"), scores);
        File.WriteAllText(Path.Combine(work, "data", "test.csv"), Flattering(GateRepository.Rows("e", 600, 2), scores));
        Assert.Equal(0, GateRepository.RunIn(work, null, "lock").Exit);
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--message", "worse, and labels to match");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0017", Severity: "warning" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
        Assert.Contains("With the changed test set (datasets.test): would pass", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, origin.Check(new() { ["CI"] = "true" }, work, "--baseline=HEAD").Exit);
    }

    [Fact]
    public void A_test_set_whose_bytes_at_the_base_are_missing_says_which_command_fetches_them()
    {
        using var origin = new GateRepository();
        var content = GateRepository.Rows("e", 600, 2);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("gone")));
        origin.Write("data/test.csv", $"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 4\n");
        origin.Commit("a pointer");
        using var folder = new Testing.TempFolder();
        GateRepository.GitIn(folder.Path, "clone", "--quiet", "file://" + origin.Path, "work");
        var work = folder["work"];
        GateRepository.GitIn(work, "checkout", "--quiet", "-b", "change");
        File.WriteAllText(Path.Combine(work, "data", "test.csv"), content);
        Assert.Equal(0, GateRepository.RunIn(work, null, "lock").Exit);
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--allow-empty", "--message", "content in the place of a pointer");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 4, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG1003" && diagnostic.Message.Contains("git lfs fetch", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(answer.Diagnostics!, diagnostic => diagnostic.Code.StartsWith("MLG41", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_gate_is_tried_out_and_the_report_says_what_it_would_say()
    {
        var (origin, folder, work) = Clone();
        using var first = origin;
        using var second = folder;
        File.WriteAllText(
            Path.Combine(work, "mlgate.yml"),
            GateRepository.Gate.Replace("min: 0.7, max-drop: 0.05", "min: 0.99", StringComparison.Ordinal)
        );
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--message", "stricter");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("With the changed gate (mlgate.yml): would fail, 1 check", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The pull request removes 1 check: models.m.metrics.auc.max-drop.", answer.Text, StringComparison.Ordinal);
        using var report = System.Text.Json.JsonDocument.Parse(answer.Report!);
        var preview = report.RootElement.GetProperty("preview");
        Assert.Equal(("failed", 1), (preview.GetProperty("outcome").GetString(), preview.GetProperty("exitCode").GetInt32()));
        Assert.Equal("models.m.metrics.auc.min", preview.GetProperty("findings")[0].GetProperty("id").GetString());
        Assert.Equal("models.m.metrics.auc.max-drop", preview.GetProperty("gone")[0].GetString());
    }

    [Fact]
    public void A_pull_request_in_a_clone_without_its_base_believes_no_gate()
    {
        using var origin = new GateRepository();
        origin.Git("checkout", "--quiet", "-b", "change");
        origin.Replace("mlgate.yml", "name: small", "name: small\nbaseline: HEAD");
        origin.Commit("my own baseline");
        using var folder = new Testing.TempFolder();
        GateRepository.GitIn(folder.Path, "clone", "--quiet", "--depth=1", "--branch=change", "file://" + origin.Path, "work");

        var answer = origin.Check(PullRequest, folder["work"]);

        Assert.True(answer.Exit == 7, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG1031");
    }

    // The labels that the scores say.
    private static string Flattering(string rows, string scores)
    {
        var said = scores
            .Split('\n')
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','))
            .ToDictionary(
                cells => cells[0],
                cells => double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) >= 0.5 ? "Yes" : "No"
            );
        return string.Join(
            '\n',
            rows.Split('\n')
                .Select(line => said.TryGetValue(line.Split(',')[0], out var label) ? line[..(line.LastIndexOf(',') + 1)] + label : line)
        );
    }
}
