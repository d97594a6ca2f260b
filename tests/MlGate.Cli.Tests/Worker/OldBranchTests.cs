namespace MlGate.Cli.Tests.Worker;

/// <summary>Where a branch leaves the target is its author's choice; which gate judges it is not.</summary>
public sealed class OldBranchTests
{
    private const string Lax = "min: 0.1, max-drop: 0.9";

    private static readonly Dictionary<string, string?> PullRequest = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

    // A branch that leaves main while its gate is lax; what main does next is for the test to say.
    private static GateRepository Branched(Action<GateRepository> onMain, string more = "", string policy = "version: 1\n")
    {
        var repository = new GateRepository();
        repository.Replace("mlgate.yml", "min: 0.7, max-drop: 0.05", Lax);
        repository.Replace("mlgate.yml", "recall: { max-drop: 10pt }", "recall: {}");
        repository.Replace("mlgate.yml", "name: small", "name: small" + more);
        repository.Write("policy/base.yml", policy);
        repository.Commit("a lax gate");
        repository.Git("branch", "change");
        onMain(repository);
        repository.Commit("main goes on");
        repository.Git("checkout", "--quiet", "change");
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Must("lock");
        repository.Commit("worse");
        return repository;
    }

    [Fact]
    public void A_laxer_gate_of_the_past_does_not_decide()
    {
        using var repository = Branched(main => main.Replace("mlgate.yml", Lax, "min: 0.7, max-drop: 0.05"));

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic is { Code: "MLG0023", Severity: "error" }
            && diagnostic.Message.Contains("mlgate.yml changed on main", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void After_a_merge_of_the_target_its_gate_decides()
    {
        using var repository = Branched(main => main.Replace("mlgate.yml", Lax, "min: 0.7, max-drop: 0.05"));
        repository.Git("merge", "--quiet", "--no-edit", "main");

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.DoesNotContain(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG0023");
    }

    [Fact]
    public void A_test_set_of_the_past_does_not_decide()
    {
        using var repository = Branched(main =>
        {
            main.Write("data/test.csv", GateRepository.Rows("e", 600, 3));
            main.Write("models/m.csv", GateRepository.Scores(600, 3, 0.8));
            main.Must("lock");
        });

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic is { Code: "MLG0023", Severity: "error" }
            && diagnostic.Message.Contains("data/test.csv changed on main", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\nwaivers: base-only", 2)]
    public void Waivers_of_the_past_do_not_decide_where_only_those_of_the_base_count(string key, int exit)
    {
        using var repository = Branched(main => main.Write(".mlgate/waivers/note.json", "{}"), more: key);

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == exit, answer.ToString());
    }

    [Fact]
    public void A_policy_of_the_past_does_not_decide()
    {
        using var repository = Branched(
            main => main.Write("policy/base.yml", "version: 1\nalpha: 0.01\n"),
            more: "\nextends: policy/base.yml",
            policy: "version: 1\nalpha: 0.05\n"
        );

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG0023" && diagnostic.Message.Contains("policy/base.yml changed on main", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Whatever_else_the_target_changes_does_not_matter()
    {
        using var repository = Branched(main =>
        {
            main.Write("README.md", "more");
            main.Write("data/train.csv", GateRepository.Rows("t", 301, 1));
            main.Must("lock");
        });

        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 0, answer.ToString());
    }

    [Fact]
    public void A_gate_that_the_target_got_since_is_not_passed_by()
    {
        using var repository = Branched(main =>
            main.Write("ml/mlgate.yml", GateRepository.Gate.Replace("name: small", "name: other", StringComparison.Ordinal))
        );

        var all = GateRepository.RunIn(repository.Path, PullRequest, "check", "--all", "--no-progress");
        var named = repository.Check(PullRequest, null, "ml/mlgate.yml");
        var fetched = GateRepository.RunIn(repository.Path, PullRequest, "fetch", "--all");

        Assert.True(all.Exit == 2, all.ToString());
        Assert.True(named.Exit == 2, named.ToString());
        Assert.Contains(named.Diagnostics!, diagnostic =>
            diagnostic is { Code: "MLG0023", Severity: "error" }
            && diagnostic.Message.StartsWith("ml/mlgate.yml: main got this gate", StringComparison.Ordinal)
        );
        Assert.Equal(0, fetched.Exit);
        Assert.Equal(0, GateRepository.RunIn(repository.Path, new() { ["CI"] = "true" }, "check", "--all", "--no-progress").Exit);
    }
}
