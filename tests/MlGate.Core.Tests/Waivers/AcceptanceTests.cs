using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.Waivers;

namespace MlGate.Core.Tests.Waivers;

/// <summary>What <c>mlgate accept</c> takes.</summary>
public sealed class AcceptanceTests
{
    private const string Drop = "models.m.metrics.recall.max-drop";
    private static readonly DateOnly Today = new(2026, 1, 2);

    private static WaiverRequest Good => new(Drop, " why ", "Jane", Today.AddDays(30));

    private static async Task<Result<Waiver>> Accept(WaiverRequest acceptance, Action<World>? change = null)
    {
        var world = new World { Found = (160, 120) };
        change?.Invoke(world);
        return acceptance.CreateWaiver(world.Gate, await world.Run(), world.Now);
    }

    [Fact]
    public async Task A_check_that_fails_is_accepted_for_the_versions_that_it_judged()
    {
        var waiver = (await Accept(Good)).Value!;

        Assert.Equal(("small", Drop, "MLG4102", "why"), (waiver.Gate, waiver.Check, waiver.Code, waiver.Reason));
        Assert.Equal(["datasets.test", "models.m"], waiver.Versions.Select(bound => bound.Artifact));
        Assert.Equal([(null, 'a'), ('b', 'a')], waiver.Versions.Select(bound => (bound.Baseline?.Sha256[0], bound.Candidate.Sha256[0])));
    }

    [Theory]
    [InlineData("datasets.train.columns.\"Total Charges\".min")]
    [InlineData("datasets.train.columns.Total Charges.min")]
    [InlineData("Total Charges.min")]
    public async Task A_name_with_a_space_is_accepted_with_and_without_its_quotes(string word)
    {
        var world = new World();
        CheckId id = "datasets.train.columns.\"Total Charges\".min";
        var failed = World.Problem(Diagnostics.OutsideRange, id.Text) with { Outcome = Outcome.Failed };

        Assert.Equal([id], AcceptableChecks.Find(await world.Run() with { Findings = [failed] }, word));
    }

    [Fact]
    public async Task What_is_accepted_fits_the_next_run()
    {
        var world = new World { Found = (160, 120) };
        world.Waivers.Add(new WaiverFile("w.json", Good.CreateWaiver(world.Gate, await world.Run(), world.Now)));

        Assert.Equal(Outcome.Waived, (await world.Run()).Verdict.Outcome);
    }

    [Fact]
    public async Task A_waiver_is_renewed_while_it_counts()
    {
        var world = new World { Found = (160, 120) };
        world.Waivers.Add(new WaiverFile("w.json", Good.CreateWaiver(world.Gate, await world.Run(), world.Now)));

        Assert.Equal("MLG4102", Good.CreateWaiver(world.Gate, await world.Run(), world.Now).Value!.Code);
    }

    [Theory]
    [InlineData("", "Jane", 30, "--reason")]
    [InlineData("  ", "Jane", 30, "--reason")]
    [InlineData("a\nb", "Jane", 30, "--reason")]
    [InlineData("why", "", 30, "--owner")]
    [InlineData("why", "Jane", -1, "--until")]
    [InlineData("why", "Jane", 181, "--until")]
    public async Task A_wrong_option_is_a_usage_error(string reason, string owner, int days, string subject)
    {
        var problem = Assert.Single((await Accept(new WaiverRequest(Drop, reason, owner, Today.AddDays(days)))).Problems);

        Assert.Equal((Diagnostics.BadOption.Code, subject, ExitCode.Usage), (problem.Code, problem.Subject, Verdict.ExitOf(problem)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public async Task Today_and_the_last_possible_day_are_fine(int days) =>
        Assert.NotNull((await Accept(Good with { Until = Today.AddDays(days) })).Value);

    [Fact]
    public async Task An_unknown_check_is_refused_with_what_was_probably_meant()
    {
        var problem = Assert.Single((await Accept(Good with { Check = "models.m.metrics.recal.max-drop" })).Problems);

        Assert.Equal((Diagnostics.NotWaivable.Code, ExitCode.Usage), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains(Drop, problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recall.max-drop")]
    [InlineData("models.m.metrics.recall")]
    public async Task The_beginning_or_the_end_of_an_id_is_enough(string part) =>
        Assert.Equal(Drop, (await Accept(Good with { Check = part })).Value!.Check);

    [Fact]
    public async Task A_part_that_several_failing_checks_have_is_refused_with_their_ids()
    {
        var world = new World { Found = (160, 120) };
        var report = await world.Run();
        report = report with
        {
            Findings =
            [
                .. report.Findings,
                report.Findings.First(finding => finding.Id == Drop) with
                {
                    Id = "models.m.metrics.recall.min",
                },
            ],
        };

        var problem = Assert.Single(
            (Good with { Check = "models.m.metrics.recall." }).CreateWaiver(world.Gate, report, world.Now).Problems
        );

        Assert.Equal(
            (Diagnostics.NotWaivable.Code, "several matching checks: models.m.metrics.recall.max-drop, models.m.metrics.recall.min"),
            (problem.Code, problem.Found)
        );
    }

    [Fact]
    public async Task Only_a_failing_check_is_proposed()
    {
        var world = new World { Found = (160, 120) };
        var report = await world.Run();
        report = report with
        {
            Findings =
            [
                .. report.Findings,
                report.Findings.First(finding => finding.Id == Drop) with
                {
                    Id = "models.m.metrics.recall.max-droq",
                    Outcome = Outcome.Passed,
                },
            ],
        };

        var problem = Assert.Single(
            (Good with { Check = "models.m.metrics.recall.max-dorq" }).CreateWaiver(world.Gate, report, world.Now).Problems
        );

        Assert.Equal($"Did you mean '{Drop}'?", problem.Fix);
    }

    [Fact]
    public async Task A_check_that_passes_is_refused()
    {
        var problem = Assert.Single((await Accept(Good, world => world.Found = (160, 160))).Problems);

        Assert.Equal((Diagnostics.NotWaivable.Code, "the check passes"), (problem.Code, problem.Found));
    }

    [Fact]
    public async Task What_could_not_be_measured_is_refused() =>
        Assert.Equal(
            Diagnostics.NotWaivable.Code,
            Assert
                .Single(
                    (
                        await Accept(Good with { Check = "models.m" }, world =>
                            world.PredictionProblem = World.Problem(Diagnostics.ScorerDied, "models.m")
                        )
                    ).Problems
                )
                .Code
        );

    [Fact]
    public async Task The_report_of_another_gate_is_refused()
    {
        var world = new World { Found = (160, 120) };

        Assert.Equal(
            Diagnostics.BadOption.Code,
            Assert.Single(Good.CreateWaiver(world.Gate with { Name = "other" }, await world.Run(), world.Now).Problems).Code
        );
    }
}
