using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Versions;

namespace MlGate.Core.Tests.Checks.Versions;

public sealed class StalenessTests
{
    private static readonly FilePlace Place = new("mlgate.yml", 30, 5);

    [Fact]
    public void A_model_that_nothing_overtook_passes_all_three_checks()
    {
        var findings = VersionChecks.Evaluate(State());

        Assert.Equal(["MLG1020", "MLG1021", "MLG1022"], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal(Outcome.Passed, finding.Outcome));
    }

    [Fact]
    public void Changed_data_is_named_with_both_versions_and_warns()
    {
        var finding = Stale(State() with { Datasets = Versions("train", 'e') }, "MLG1020");

        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Contains("train dddddddd → eeeeeeee", finding.Found, StringComparison.Ordinal);
        Assert.Equal("Run 'mlgate train churn'", finding.Fix);
    }

    [Fact]
    public void Changed_code_is_named_by_its_path()
    {
        var finding = Stale(State() with { Code = Versions("Trainer/", 'e') }, "MLG1021");

        Assert.Contains("Trainer/ cccccccc → eeeeeeee", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_with_other_line_endings_is_the_same_code()
    {
        var code = new Dictionary<string, ArtifactVersion> { ["Trainer/"] = Version('c') with { Sha256 = new string('9', 64), Size = 99 } };

        Assert.All(VersionChecks.Evaluate(State() with { Code = code }), finding => Assert.Equal(Outcome.Passed, finding.Outcome));
    }

    [Fact]
    public void Another_command_or_seed_is_other_code()
    {
        var state = State();
        var train = state.Gate.Train! with { Command = "dotnet run --project Other", Seed = 7 };

        var finding = Stale(state with { Gate = state.Gate with { Train = train } }, "MLG1021");

        Assert.Contains("different command", finding.Found, StringComparison.Ordinal);
        Assert.Contains("seed 42 → 7", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_training_reads_now_and_did_not_read_then_makes_it_stale()
    {
        var state = State();
        var train = state.Gate.Train! with { Datasets = ["extra"], Code = ["Trainer/"] };

        var finding = Stale(state with { Gate = state.Gate with { Train = train } }, "MLG1020");

        Assert.Contains("extra added since", finding.Found, StringComparison.Ordinal);
        Assert.Contains("train removed since", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_cannot_be_read_is_not_called_unchanged()
    {
        var finding = Stale(State() with { Datasets = new Dictionary<string, ArtifactVersion>() }, "MLG1020");

        Assert.Contains("train dddddddd → not readable", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_other_bytes_than_training_wrote_was_edited()
    {
        Stale(State() with { Model = Version('0') }, "MLG1022");
    }

    [Fact]
    public void A_lock_without_lineage_does_not_say_where_the_model_is_from()
    {
        var state = State();

        var finding = Assert.Single(VersionChecks.Evaluate(state with { Lock = state.Lock! with { Lineage = null } }));

        Assert.Equal(("MLG1023", Outcome.Failed, Severity.Warn), (finding.Code, finding.Outcome, finding.Severity));
    }

    [Fact]
    public void A_model_whose_training_is_not_declared_is_never_stale()
    {
        var state = State();

        Assert.Empty(VersionChecks.Evaluate(state with { Gate = state.Gate with { Train = null } }));
        Assert.Empty(VersionChecks.Evaluate(state with { Lock = null }));
    }

    private static Finding Stale(ModelState state, string code)
    {
        var finding = Assert.Single(VersionChecks.Evaluate(state), finding => finding.Outcome != Outcome.Passed);
        Assert.Equal((code, Outcome.Failed), (finding.Code, finding.Outcome));
        return finding;
    }

    private static ModelState State() =>
        new()
        {
            Gate = new ModelGate
            {
                Name = "churn",
                Path = "models/churn.zip",
                Place = Place,
                Task = ModelTask.BinaryClassification,
                Test = "test",
                Label = "churn",
                Train = new TrainGate
                {
                    Place = Place,
                    Command = "dotnet run --project Trainer",
                    Datasets = ["train"],
                    Code = ["Trainer/"],
                    Seed = 42,
                },
            },
            Lock = new LockRecord
            {
                Artifact = new Artifact(ArtifactKind.Model, "churn", "models/churn.zip"),
                Version = Version('a'),
                Lineage = new Lineage
                {
                    Command = "dotnet run --project Trainer",
                    Seed = 42,
                    Datasets = Versions("train", 'd'),
                    Code = Versions("Trainer/", 'c'),
                },
            },
            Model = Version('a'),
            Datasets = Versions("train", 'd'),
            Code = Versions("Trainer/", 'c'),
        };

    private static Dictionary<string, ArtifactVersion> Versions(string name, char digit) => new() { [name] = Version(digit) };

    private static ArtifactVersion Version(char digit) => new(new string(digit, 40), new string(digit, 64), 1);
}
