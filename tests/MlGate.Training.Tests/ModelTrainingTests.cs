using MlGate.Findings;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Training.Tests;

public sealed class ModelTrainingTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeLocks locks = new();
    private readonly FakeVersions versions;
    private readonly List<string> progress = [];
    private IReadOnlyList<Finding> checks = [];

    public ModelTrainingTests()
    {
        versions = new FakeVersions(folder.Path);
        folder.Write("data/train.csv", "a,b\n1,2\n");
        folder.Write("Trainer/Program.cs", "train();");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_training_records_data_code_command_seed_toolchain_and_packages()
    {
        folder.Write(
            "Trainer/packages.lock.json",
            """{ "version": 1, "dependencies": { "net10.0": { "Some.Package": { "type": "Direct", "resolved": "5.0.1" } } } }"""
        );

        var outcome = await Train(Writes("a model"));

        var record = Assert.Single(locks.Written);
        Assert.Same(record, outcome.Record);
        Assert.True(outcome.Changed);
        Assert.Equal(FakeVersions.Of("a model"), record.Version);
        Assert.Equal(("train it", 42), (record.Lineage!.Command, record.Lineage.Seed));
        Assert.Equal(FakeVersions.Of("a,b\n1,2\n"), record.Lineage.Datasets["train"]);
        Assert.Equal(FakeVersions.Of("train();"), record.Lineage.Code["Trainer/"]);
        Assert.Equal("10.0.401", record.Lineage.Toolchain["dotnet"]);
        Assert.Equal("5.0.1", record.Lineage.Packages["Some.Package"]);
    }

    [Fact]
    public async Task The_command_gets_the_seed_and_is_never_gated()
    {
        var commands = Writes("a model");

        await Train(commands);

        var request = commands.Requests[0];
        Assert.Equal(("train it", folder.Path, TimeSpan.FromMinutes(1)), (request.Command, request.Folder, request.Within));
        Assert.Equal(("42", "false"), (request.Variables["MLGATE_SEED"], request.Variables["MlGateEnabled"]));
    }

    [Fact]
    public async Task No_training_starts_before_the_checks_of_its_data_pass()
    {
        checks = [Broken(Severity.Error)];
        var commands = Writes("a model");

        var outcome = await Train(commands);

        Assert.Empty(commands.Requests);
        Assert.Empty(locks.Written);
        Assert.Equal(checks, outcome.Findings);
    }

    [Fact]
    public async Task Warnings_on_its_data_stop_no_training()
    {
        checks = [Broken(Severity.Warn)];

        Assert.NotNull((await Train(Writes("a model"))).Record);
    }

    [Fact]
    public async Task Only_the_datasets_that_training_reads_are_checked()
    {
        IReadOnlyList<DatasetGate>? asked = null;

        await Training(Writes("a model"), (datasets, _) =>
            {
                asked = datasets;
                return [];
            })
            .TrainAsync(TrainedChurn.Gate(), TrainedChurn.Model(), CancellationToken.None);

        Assert.Equal(["train"], asked!.Select(dataset => dataset.Name));
    }

    [Fact]
    public async Task A_model_without_a_declared_training_is_a_usage_error()
    {
        var outcome = await Training(Writes("a model"))
            .TrainAsync(TrainedChurn.Gate(), TrainedChurn.Model() with { Train = null }, CancellationToken.None);

        Assert.Equal(("MLG0006", ExitCode.Usage), (Assert.Single(outcome.Findings).Code, Verdict.ExitOf(outcome.Findings[0])));
    }

    [Fact]
    public async Task A_command_that_fails_leaves_the_lock_alone()
    {
        var outcome = await Train(new FakeCommands(_ => new CommandResult(3)));

        Assert.Equal(("MLG7005", ExitCode.Environment), (Assert.Single(outcome.Findings).Code, Verdict.ExitOf(outcome.Findings[0])));
        Assert.Contains("3", outcome.Findings[0].Found, StringComparison.Ordinal);
        Assert.Empty(locks.Written);
    }

    [Fact]
    public async Task A_command_that_takes_too_long_hit_a_limit()
    {
        var outcome = await Train(new FakeCommands(_ => new CommandResult(null)));

        Assert.Equal(("MLG8001", ExitCode.LimitHit), (Assert.Single(outcome.Findings).Code, Verdict.ExitOf(outcome.Findings[0])));
        Assert.Empty(locks.Written);
    }

    [Theory]
    [InlineData("data/train.csv", "datasets.train")]
    [InlineData("Trainer/Program.cs", "Trainer/")]
    public async Task Inputs_that_change_meanwhile_are_named_and_nothing_is_recorded(string path, string named)
    {
        var outcome = await Train(
            new FakeCommands(_ =>
            {
                folder.Write("models/churn.zip", "a model");
                folder.Write(path, "other");
                return new CommandResult(0);
            })
        );

        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(("MLG1007", ExitCode.Integrity), (finding.Code, Verdict.ExitOf(finding)));
        Assert.Contains(named, finding.Found, StringComparison.Ordinal);
        Assert.Empty(locks.Written);
    }

    [Fact]
    public async Task A_command_that_writes_no_model_is_told_so()
    {
        var outcome = await Train(new FakeCommands(_ => new CommandResult(0)));

        Assert.Equal("MLG7001", Assert.Single(outcome.Findings).Code);
        Assert.Empty(locks.Written);
    }

    [Fact]
    public async Task A_model_that_the_command_did_not_touch_gets_no_lineage()
    {
        folder.Write("models/churn.zip", "an old model");

        var outcome = await Train(new FakeCommands(_ => new CommandResult(0)));

        Assert.Equal("MLG7005", Assert.Single(outcome.Findings).Code);
        Assert.Empty(locks.Written);
    }

    [Fact]
    public async Task A_model_written_anew_with_the_same_bytes_is_recorded_and_said()
    {
        File.SetLastWriteTimeUtc(folder.Write("models/churn.zip", "a model"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var outcome = await Train(Writes("a model"));

        Assert.NotNull(outcome.Record);
        Assert.False(outcome.Changed);
        Assert.Contains(progress, line => line.Contains("the same bytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_skips_finished_work_is_right_if_the_lock_says_so()
    {
        versions.Locks["models.churn"] = (await Train(Writes("a model"))).Record!;
        locks.Written.Clear();

        var outcome = await Train(new FakeCommands(_ => new CommandResult(0)));

        Assert.Same(versions.Locks["models.churn"], outcome.Record);
        Assert.Empty(outcome.Findings);
        Assert.Empty(locks.Written);
    }

    [Fact]
    public async Task A_command_that_skips_work_though_the_data_changed_is_not_believed()
    {
        versions.Locks["models.churn"] = (await Train(Writes("a model"))).Record!;
        folder.Write("data/train.csv", "a,b\n3,4\n");

        var outcome = await Train(new FakeCommands(_ => new CommandResult(0)));

        Assert.Equal("MLG7005", Assert.Single(outcome.Findings).Code);
    }

    [Fact]
    public async Task A_missing_input_stops_before_the_command()
    {
        File.Delete(folder["data/train.csv"]);
        var commands = Writes("a model");

        var outcome = await Train(commands);

        Assert.Equal("MLG7001", Assert.Single(outcome.Findings).Code);
        Assert.Empty(commands.Requests);
    }

    [Fact]
    public async Task A_real_command_trains_a_model()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the command is one of a POSIX shell");

        var outcome = await Training(new ShellCommandRunner())
            .TrainAsync(
                TrainedChurn.Gate(),
                TrainedChurn.Model(
                    "mkdir -p models && cat data/train.csv > models/churn.zip && echo \"$MLGATE_SEED\" >> models/churn.zip && echo done"
                ),
                CancellationToken.None
            );

        Assert.Empty(outcome.Findings);
        Assert.Equal("a,b\n1,2\n42\n", File.ReadAllText(folder["models/churn.zip"]));
        Assert.Contains("done", progress);
        Assert.NotEmpty(outcome.Record!.Lineage!.Toolchain);
    }

    private FakeCommands Writes(string model) =>
        new(_ =>
        {
            folder.Write("models/churn.zip", model);
            return new CommandResult(0);
        });

    private async Task<TrainingOutcome> Train(ICommandRunner commands) =>
        await Training(commands).TrainAsync(TrainedChurn.Gate(), TrainedChurn.Model(), CancellationToken.None);

    private ModelTraining Training(
        ICommandRunner commands,
        Func<IReadOnlyList<DatasetGate>, CancellationToken, IReadOnlyList<Finding>>? check = null
    ) =>
        new(
            new TrainingPorts
            {
                Versions = versions,
                Recorded = versions,
                Locks = locks,
                Commands = commands,
                CheckInputs = (datasets, cancel) => Task.FromResult(check is null ? checks : check(datasets, cancel)),
                Progress = progress.Add,
                Folder = folder.Path,
            }
        );

    private static Finding Broken(Severity severity) =>
        new()
        {
            Code = Diagnostics.OutsideRange.Code,
            Id = "datasets.train.columns.a.min",
            Subject = "datasets.train",
            Outcome = Outcome.Failed,
            Severity = severity,
            Expected = "more",
            Found = "less",
        };
}
