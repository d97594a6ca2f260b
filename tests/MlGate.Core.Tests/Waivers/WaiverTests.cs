using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.Reports;
using MlGate.Waivers;

namespace MlGate.Core.Tests.Waivers;

/// <summary>What a waiver covers, and what is said of one that covers nothing. The world's clock stands at 2026-01-02.</summary>
public sealed class WaiverTests
{
    private const string Drop = "models.m.metrics.recall.max-drop";
    private const string File = ".mlgate/waivers/drop.json";

    private static readonly BoundVersion Model = new(
        "models.m",
        World.Bytes(World.Model, 'b').Version,
        World.Bytes(World.Model, 'a').Version
    );
    private static readonly BoundVersion Test = new("datasets.test", null, World.Bytes(World.Test, 'a').Version);

    private static Waiver Fitting =>
        new()
        {
            Gate = "small",
            Check = Drop,
            Code = "MLG4102",
            Reason = "the old labels were wrong",
            Owner = "Jane",
            Until = new DateOnly(2026, 3, 1),
            Versions = [Test, Model],
        };

    private static async Task<Report> Run(Waiver waiver, bool fails = true, Action<World>? change = null)
    {
        var world = new World { Found = (160, fails ? 120 : 160) };
        world.Waivers.Add(new WaiverFile(File, waiver));
        change?.Invoke(world);
        return await world.Run();
    }

    private static Finding Of(Report report, string id) => Assert.Single(report.Findings, finding => finding.Id == id);

    private static Finding Said(Report report) => Assert.Single(report.Findings, finding => finding.Subject == File);

    [Fact]
    public async Task A_waiver_that_fits_turns_its_finding_into_an_accepted_one()
    {
        var report = await Run(Fitting);

        Assert.Equal((Outcome.Waived, ExitCode.Passed), (report.Verdict.Outcome, report.Verdict.ExitCode));
        Assert.Equal((Outcome.Waived, File), (Of(report, Drop).Outcome, Of(report, Drop).Waiver));
        Assert.Equal(
            [new ReportedWaiver(File, Drop, "the old labels were wrong", "Jane", "2026-03-01", ExpiresSoon: false)],
            report.Waivers
        );
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), report.ValidUntil);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public async Task A_waiver_that_ends_within_fourteen_days_is_announced(int day, bool soon) =>
        Assert.Equal(soon, Assert.Single((await Run(Fitting with { Until = new DateOnly(2026, 1, day) })).Waivers).ExpiresSoon);

    [Fact]
    public async Task A_waiver_holds_through_its_last_day_and_not_a_day_longer()
    {
        Assert.Equal(ExitCode.Passed, (await Run(Fitting with { Until = new DateOnly(2026, 1, 2) })).Verdict.ExitCode);
        var report = await Run(Fitting with { Until = new DateOnly(2026, 1, 1) });

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal((Diagnostics.WaiverExpired.Code, Severity.Warn), (Said(report).Code, Said(report).Severity));
        Assert.Empty(report.Waivers);
    }

    [Theory]
    [InlineData("models.m", 'c', 'b')]
    [InlineData("models.m", 'a', 'c')]
    [InlineData("datasets.test", 'c', 'c')]
    public async Task A_waiver_of_other_versions_is_void(string artifact, char candidate, char baseline)
    {
        BoundVersion other = new(artifact, World.Bytes(World.Model, baseline).Version, World.Bytes(World.Model, candidate).Version);

        var report = await Run(Fitting with { Versions = [.. Fitting.Versions.Where(bound => bound.Artifact != artifact), other] });

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal((Diagnostics.WaiverStale.Code, Severity.Warn), (Said(report).Code, Said(report).Severity));
        Assert.Contains(artifact, Said(report).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_that_is_bound_to_the_model_alone_says_nothing_of_the_test_set() =>
        Assert.Equal(Diagnostics.WaiverStale.Code, Said(await Run(Fitting with { Versions = [Model] })).Code);

    [Fact]
    public async Task What_was_accepted_stays_accepted_when_it_has_become_the_baseline()
    {
        // Merged: the candidate is compared with itself, and an absolute limit is broken as before.
        var report = await Run(Fitting with { Check = "models.m.metrics.recall.min-gain", Code = "MLG4103" }, change: world =>
        {
            world.Gate = world.Gate with { Models = [world.ModelOf(World.Model, (LimitKinds.MinGain, 0.1))] };
            world.Found = (160, 160);
            world.Unchanged.UnionWith(["models.m", "datasets.test"]);
        });

        Assert.Equal((Outcome.Waived, ExitCode.Passed), (Of(report, "models.m.metrics.recall.min-gain").Outcome, report.Verdict.ExitCode));
    }

    [Fact]
    public async Task An_absolute_limit_is_accepted_whatever_the_baseline_is()
    {
        var waiver = Fitting with
        {
            Check = "models.m.metrics.recall.min",
            Code = "MLG4101",
            Versions = [Test, Model with { Baseline = null }],
        };

        Assert.Equal(Outcome.Waived, Of(await Run(waiver, change: world => world.Found = (60, 60)), waiver.Check.Text).Outcome);
        Assert.Equal(
            Outcome.Waived,
            Of(await Run(waiver, change: world => (world.Found, world.AtRef["auto"]) = ((60, 60), 'd')), waiver.Check.Text).Outcome
        );
    }

    [Fact]
    public async Task Versions_in_bytes_that_a_checkout_converted_are_those_that_were_accepted()
    {
        var converted = Model.Candidate with { Sha256 = new string('9', 64), Size = Model.Candidate.Size + 1 };

        Assert.Equal(Outcome.Waived, Of(await Run(Fitting with { Versions = [Test, Model with { Candidate = converted }] }), Drop).Outcome);
        Assert.Equal(
            Outcome.Failed,
            Of(
                await Run(Fitting with { Versions = [Test, Model with { Candidate = converted with { Size = Model.Candidate.Size } }] }),
                Drop
            ).Outcome
        );
    }

    [Fact]
    public async Task A_waiver_that_nobody_needs_is_a_note()
    {
        var report = await Run(Fitting, fails: false);

        Assert.Equal((Outcome.Passed, ExitCode.Passed), (report.Verdict.Outcome, report.Verdict.ExitCode));
        Assert.Equal((Diagnostics.WaiverStale.Code, Severity.Info), (Said(report).Code, Said(report).Severity));
    }

    [Fact]
    public async Task A_check_that_does_not_exist_is_told_with_what_was_probably_meant()
    {
        var report = await Run(Fitting with { Check = "models.m.metrics.recal.max-drop" });

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal(Diagnostics.WaiverUnknownCheck.Code, Said(report).Code);
        Assert.Contains(Drop, Said(report).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_may_exist_where_nothing_was_measured_is_not_called_unknown()
    {
        var report = await Run(Fitting, change: world =>
            world.CandidateProblems["models.m"] = World.Problem(Diagnostics.FileNotFound, "models.m")
        );

        Assert.DoesNotContain(report.Findings, finding => finding.Subject == File);
        Assert.Equal(ExitCode.Environment, report.Verdict.ExitCode);
    }

    [Fact]
    public async Task The_waiver_of_another_gate_is_not_this_ones_affair()
    {
        var report = await Run(Fitting with { Gate = "other" });

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.DoesNotContain(report.Findings, finding => finding.Subject == File);
    }

    [Fact]
    public async Task A_waiver_for_another_finding_of_the_same_check_covers_nothing()
    {
        var report = await Run(Fitting with { Code = "MLG4103" });

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal(Diagnostics.NotWaivable.Code, Said(report).Code);
    }

    [Fact]
    public async Task A_waiver_that_ends_too_late_was_not_written_by_us_and_fails()
    {
        var report = await Run(Fitting with { Until = new DateOnly(2026, 1, 2).AddDays(Waiver.MostDays + 1) }, fails: false);

        Assert.Equal(ExitCode.Failed, report.Verdict.ExitCode);
        Assert.Equal((Diagnostics.WaiverChanged.Code, Severity.Error), (Said(report).Code, Said(report).Severity));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_fails_the_gate()
    {
        var world = new World();
        world.Waivers.Add(new WaiverFile(File, World.Problem(Diagnostics.WaiverNotReadable, "waivers") with { Outcome = Outcome.Failed }));

        Assert.Equal(ExitCode.Failed, (await world.Run()).Verdict.ExitCode);
    }

    [Theory]
    [InlineData("MLG1001", ExitCode.Integrity)]
    [InlineData("MLG3012", ExitCode.Unsafe)]
    [InlineData("MLG7002", ExitCode.Environment)]
    [InlineData("MLG2001", ExitCode.Undecided)]
    public async Task What_could_not_be_measured_cannot_be_accepted(string code, int exit)
    {
        var problem = World.Problem(Diagnostics.Get(code), "models.m");
        var report = await Run(Fitting with { Check = "models.m", Code = code }, change: world => world.PredictionProblem = problem);

        Assert.Equal(exit, report.Verdict.ExitCode);
        Assert.Empty(report.Waivers);
        Assert.False((problem with { Outcome = Outcome.Failed }).IsWaivable);
    }

    [Fact]
    public void Every_limit_that_is_broken_can_be_accepted_and_nothing_else()
    {
        var accepted = Diagnostics
            .All.Where(diagnostic => (World.Problem(diagnostic, "x") with { Outcome = Outcome.Failed }).IsWaivable)
            .Select(diagnostic => diagnostic.Code);

        Assert.Equal(
            [
                "MLG1020",
                "MLG1021",
                "MLG1022",
                "MLG1023",
                "MLG2002",
                "MLG2003",
                "MLG2004",
                "MLG2010",
                "MLG2011",
                "MLG2012",
                "MLG2013",
                "MLG2014",
                "MLG2015",
                "MLG2016",
                "MLG2017",
                "MLG2018",
                "MLG2019",
                "MLG2021",
                "MLG2024",
                "MLG2025",
                "MLG2101",
                "MLG2201",
                "MLG4101",
                "MLG4102",
                "MLG4103",
                "MLG4104",
                "MLG4105",
                "MLG4110",
                "MLG4111",
            ],
            accepted
        );
    }
}
