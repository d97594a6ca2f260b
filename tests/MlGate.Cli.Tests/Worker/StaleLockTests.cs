namespace MlGate.Cli.Tests.Worker;

/// <summary>The table of situations in docs/locks.md: bytes that are not those of the lock.</summary>
public sealed class StaleLockTests
{
    private static readonly Dictionary<string, string?> BuildServer = new() { ["CI"] = "true" };

    private static string Retrained => GateRepository.Scores(600, 2, 0.82);

    [Theory]
    [InlineData("a model that was retrained", "", "MLG1011 warning 0", "MLG1001 error 4")]
    [InlineData("a model that was retrained", "stale-lock: warn", "MLG1011 warning 0", "MLG1011 warning 0")]
    [InlineData("a model that was retrained", "stale-lock: error", "MLG1011 error 1", "MLG1001 error 4")]
    [InlineData("training data that was replaced", "", "MLG1011 warning 0", "MLG1001 error 4")]
    [InlineData("a test set that was changed", "", "MLG1001 error 4", "MLG1001 error 4")]
    [InlineData("a test set that was changed", "stale-lock: warn", "MLG1001 error 4", "MLG1001 error 4")]
    [InlineData("artifact and lock of two versions", "", "MLG1011 warning 0", "MLG1011 error 1")]
    [InlineData("artifact and lock of two versions", "stale-lock: error", "MLG1011 error 1", "MLG1011 error 1")]
    [InlineData("a lock that was changed, too", "", "MLG1011 warning 0", "MLG1011 error 1")]
    [InlineData("a model that is not in git", "", "MLG1011 warning 0", "MLG1001 error 4")]
    public void Every_situation_has_its_code_and_exit(string situation, string key, string workstation, string continuousIntegration)
    {
        using var repository = new GateRepository();
        if (key.Length > 0)
        {
            repository.Replace("mlgate.yml", "name: small", "name: small\n" + key);
            repository.Commit("key");
        }

        Arrange(repository, situation);

        Assert.Equal(workstation, Of(repository.Check()));
        Assert.Equal(continuousIntegration, Of(repository.Check(BuildServer)));
    }

    [Fact]
    public void A_retrained_model_is_measured_and_the_lock_is_named()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", Retrained);

        var answer = repository.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("MLG4102", answer.Report!, StringComparison.Ordinal);
        Assert.Contains("lock out of date", answer.Text, StringComparison.Ordinal);
        Assert.Contains("mlgate lock", answer.Text, StringComparison.Ordinal);
        Assert.Contains("commit .mlgate/lock/models/m.json", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG BYTES", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worse_retrained_model_fails_for_what_it_is()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4102", Severity: "error" });
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG1011", Severity: "warning" });
    }

    private static void Arrange(GateRepository repository, string situation)
    {
        switch (situation)
        {
            case "a model that was retrained":
                repository.Write("models/m.csv", Retrained);
                break;
            case "training data that was replaced":
                repository.Write("data/train.csv", GateRepository.Rows("t", 310, 1));
                break;
            case "a test set that was changed":
                repository.Replace("data/test.csv", "e7,", "e8,");
                break;
            case "artifact and lock of two versions":
                repository.Write("models/m.csv", Retrained);
                repository.Commit("retrained");
                break;
            case "a lock that was changed, too":
                repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.81));
                repository.Must("lock");
                repository.Write("models/m.csv", Retrained);
                break;
            case "a model that is not in git":
                repository.Write(".gitignore", "models/m.csv\n");
                repository.Git("rm", "--quiet", "--cached", "models/m.csv");
                repository.Replace("mlgate.yml", ", max-drop: 0.05", "");
                repository.Replace("mlgate.yml", "recall: { max-drop: 10pt }", "recall: {}");
                repository.Commit("ignored");
                repository.Write("models/m.csv", Retrained);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(situation));
        }
    }

    private static string Of(WorkerAnswer answer)
    {
        var diagnostic = Assert.Single(answer.Diagnostics!, diagnostic => diagnostic.Code is "MLG1001" or "MLG1002" or "MLG1011");
        return $"{diagnostic.Code} {diagnostic.Severity} {answer.Exit}";
    }
}
