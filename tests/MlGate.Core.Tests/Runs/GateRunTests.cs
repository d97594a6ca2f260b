using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Core.Tests.Runs;

/// <summary>What the conductor asks for, leaves alone and says.</summary>
public sealed class GateRunTests
{
    private static Finding Of(Report report, string id) => Assert.Single(report.Findings, finding => finding.Id == id);

    [Fact]
    public async Task All_that_holds_passes()
    {
        var report = await new World().Run();

        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
        Assert.Equal(Outcome.Passed, report.Verdict.Outcome);
        Assert.Equal(["datasets.train", "datasets.test", "models.m"], report.Artifacts.Select(artifact => artifact.Id));
        Assert.Equal([10, 10, 400], report.Artifacts.Select(artifact => artifact.Rows));
    }

    [Fact]
    public async Task The_report_shows_the_model_beside_its_findings()
    {
        var world = new World { Found = (160, 150) };

        var picture = Assert.Single((await world.Run()).Models).Picture!;

        Assert.Equal((0L, 10L, 10L), (picture.Flips!.Right.Gained, picture.Flips!.Right.Lost, picture.Flips!.Changed));
        Assert.NotNull(picture.Roc!.Baseline);
    }

    [Fact]
    public async Task Findings_stand_in_the_order_of_the_gate_file()
    {
        var world = new World();
        var second = new Artifact(ArtifactKind.Model, "a", "models/a.zip");
        world.Gate = world.Gate with { Models = [.. world.Gate.Models, world.ModelOf(second, (LimitKinds.Min, 0.5))] };

        var report = await world.Run();

        CheckId[] order = ["datasets.train", "datasets.test", "models.m", "models.a"];
        Assert.Equal(order, report.Findings.Select(finding => order.First(id => finding.Id.IsIn(id))).Distinct());
        Assert.Equal(order, report.Artifacts.Select(artifact => artifact.Id));
    }

    [Theory]
    [InlineData(false, StaleLock.Auto, false, "MLG1011", Severity.Warn, ExitCode.Passed)]
    [InlineData(true, StaleLock.Auto, true, "MLG1011", Severity.Error, ExitCode.Failed)]
    [InlineData(true, StaleLock.Auto, false, "MLG1001", Severity.Error, ExitCode.Integrity)]
    [InlineData(true, StaleLock.Warn, true, "MLG1011", Severity.Warn, ExitCode.Passed)]
    [InlineData(true, StaleLock.Warn, false, "MLG1011", Severity.Warn, ExitCode.Passed)]
    [InlineData(false, StaleLock.Error, false, "MLG1011", Severity.Error, ExitCode.Failed)]
    public async Task A_model_that_was_retrained_and_not_locked_is_measured(
        bool continuousIntegration,
        StaleLock stale,
        bool committed,
        string code,
        Severity severity,
        int exit
    )
    {
        var world = new World
        {
            Options = new()
            {
                Tool = "1.0",
                GateFile = "mlgate.yml",
                ContinuousIntegration = continuousIntegration,
            },
        };
        world.Gate = world.Gate with { StaleLock = stale };
        world.NotAsLocked.Add("models.m");
        if (committed)
        {
            world.CommittedAsItIs.Add("models.m");
        }

        var report = await world.Run();

        var finding = Of(report, "models.m.lock");
        Assert.Equal((code, severity, exit), (finding.Code, finding.Severity, report.Verdict.ExitCode));
        Assert.Equal(exit != ExitCode.Integrity, world.Asked.Contains("predict models.m"));
    }

    [Theory]
    [InlineData(true, "no commit")]
    [InlineData(false, "no git repository")]
    public async Task Without_a_commit_it_is_said_that_nothing_is_compared(bool inRepository, string found)
    {
        var world = new World { Checkout = new Checkout(null, "main", null) { InRepository = inRepository } };
        foreach (var id in new[] { "datasets.train", "datasets.test", "models.m" })
        {
            world.BaselineProblems[id] = World.Problem(Diagnostics.NoBaselineFound, id);
        }

        var warning = Of(await world.Run(), "history");

        Assert.Equal(("MLG1037", Severity.Warn), (warning.Code, warning.Severity));
        Assert.Contains(found, warning.Found, StringComparison.Ordinal);
        Assert.DoesNotContain((await new World().Run()).Findings, finding => finding.Id == "history");
    }

    [Fact]
    public async Task Drift_against_another_dataset_needs_no_baseline_and_no_change()
    {
        var world = new World();
        world.Gate = world.Gate with
        {
            Datasets =
            [
                world.Gate.Datasets[0] with
                {
                    Drift = new DriftGate
                    {
                        Place = new FilePlace("mlgate.yml", 9, 5),
                        Id = "datasets.train.drift",
                        Against = "test",
                    },
                },
                world.Gate.Datasets[1],
            ],
        };

        await world.Run();

        Assert.Contains("pair datasets.train", world.Asked);
    }

    [Fact]
    public async Task Rows_are_not_compared_with_those_of_a_dataset_that_is_not_as_locked()
    {
        var world = new World();
        world.Gate = world.Gate with
        {
            Datasets =
            [
                world.Gate.Datasets[0] with
                {
                    DisjointFrom = [world.Declare("test", "datasets.train.disjoint-from")],
                },
                world.Gate.Datasets[1],
            ],
        };
        world.NotAsLocked.Add("datasets.test");

        var report = await world.Run();

        Assert.DoesNotContain(world.Asked, asked => asked.StartsWith("share", StringComparison.Ordinal));
        Assert.NotEqual(Outcome.Passed, Of(report, "datasets.train.disjoint-from").Outcome);
    }

    [Fact]
    public async Task The_stat_cache_is_trusted_for_datasets_on_a_workstation_only()
    {
        var world = new World();
        await world.Run();
        var built = new World
        {
            Options = new()
            {
                Tool = "1.0",
                GateFile = "mlgate.yml",
                ContinuousIntegration = true,
            },
        };
        await built.Run();

        // The second three notice changes at the end of the run: no version rests on them.
        static IEnumerable<string> Readings(World of) =>
            of.Asked.Where(asked =>
                asked.StartsWith("trust", StringComparison.Ordinal) || asked.StartsWith("read", StringComparison.Ordinal)
            );

        Assert.Equal(
            [
                "trust datasets.train",
                "trust datasets.test",
                "read models.m",
                "trust datasets.train",
                "trust datasets.test",
                "trust models.m",
            ],
            Readings(world)
        );
        Assert.Equal(
            ["read datasets.train", "read datasets.test", "read models.m", "read datasets.train", "read datasets.test", "read models.m"],
            Readings(built)
        );
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("id", true, false)]
    [InlineData(null, false, false)]
    public async Task Predictions_without_a_key_come_with_the_test_set_that_they_were_made_for(string? key, bool file, bool told)
    {
        var world = new World();
        IReadOnlyDictionary<string, string> columns = file
            ? new Dictionary<string, string> { [""] = "p" }
            : new Dictionary<string, string>();
        world.Gate = world.Gate with
        {
            Models = [world.Gate.Models[0] with { Path = file ? "m.csv" : "m.zip", Key = key, ScoreColumns = columns }],
        };

        await world.Run();

        Assert.Equal(told ? new string('b', 64) : null, Assert.Single(world.Requests).BaselineTest?.Sha256);
    }

    [Fact]
    public async Task Predictions_without_a_baseline_need_no_other_test_set()
    {
        var world = new World();
        world.Gate = world.Gate with
        {
            Models =
            [
                world.Gate.Models[0] with
                {
                    Path = "m.csv",
                    ScoreColumns = new Dictionary<string, string> { [""] = "p" },
                },
            ],
        };
        world.BaselineProblems["models.m"] = World.Problem(Diagnostics.NoBaselineFound, "models.m");

        await world.Run();

        Assert.Null(Assert.Single(world.Requests).BaselineTest);
    }

    [Fact]
    public async Task What_training_asks_for_touches_the_named_datasets_alone()
    {
        var world = new World
        {
            Options = new()
            {
                Tool = "1.0",
                GateFile = "mlgate.yml",
                Only = new HashSet<CheckId> { "datasets.train" },
            },
        };

        var report = await world.Run();

        Assert.Equal(ExitCode.Passed, report.Verdict.ExitCode);
        Assert.DoesNotContain(world.Asked, asked =>
            asked.Contains("datasets.test", StringComparison.Ordinal) || asked.Contains("models.", StringComparison.Ordinal)
        );
        Assert.Equal("datasets.train", Assert.Single(report.Artifacts).Id);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_throws_and_reports_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        await Assert.ThrowsAsync<OperationCanceledException>(() => new World().Run(source.Token));
    }
}
