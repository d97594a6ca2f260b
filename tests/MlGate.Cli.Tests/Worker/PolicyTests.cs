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
        File.WriteAllText(Path.Combine(work, "mlgate.yml"), GateRepository.Gate.Replace("min: 0.7, max-drop: 0.05", "min: 0.1, max-drop: 0.9", StringComparison.Ordinal).Replace("10pt", "90pt", StringComparison.Ordinal));
        Assert.Equal(0, GateRepository.RunIn(work, null, "lock").Exit);
        GateRepository.GitIn(work, "commit", "--quiet", "--all", "--message", "worse, and look away");

        var answer = origin.Check(PullRequest, work);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0015", Severity: "warning" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
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
}
