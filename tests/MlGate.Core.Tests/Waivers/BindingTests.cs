using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;
using MlGate.Versions;
using MlGate.Waivers;

namespace MlGate.Core.Tests.Waivers;

/// <summary>Which versions a waiver is bound to: those that its check judged, all of them, and no others.</summary>
public sealed class BindingTests
{
    private const string File = ".mlgate/waivers/w.json";

    // Everything is compared with something here, so that what is bound to too much or too little shows.
    private static readonly IReadOnlyList<ReportPart> Parts =
    [
        new DatasetPart
        {
            Id = "datasets.train",
            Path = "train.csv",
            Baseline = Version('1'),
            Candidate = Version('2'),
        },
        new DatasetPart
        {
            Id = "datasets.test",
            Path = "test.csv",
            Baseline = Version('3'),
            Candidate = Version('4'),
            Evaluated = Version('5'),
        },
        new ModelPart
        {
            Id = "models.m",
            Path = "m.zip",
            Baseline = Version('6'),
            Candidate = Version('7'),
            Anchor = Version('8'),
            Test = "datasets.test",
            Training = new ReportedTraining(
                Version('9'),
                [
                    new ReportedRead("datasets.train", Version('a'), Version('2')),
                    new ReportedRead("datasets.new", null, Version('b')),
                    new ReportedRead("models.m.train", Version('c'), Version('d')),
                    new ReportedRead("models.m.train.reads.\"Trainer/\"", Version('e'), Version('f')),
                ]
            ),
        },
    ];

    /// <summary>
    /// Check, the versions that it judged, and what a waiver is bound to: the artifact, what it was compared with, and what was judged.
    /// </summary>
    public static TheoryData<string, string, string> Table =>
        new()
        {
            {
                "models.m.train.data",
                "datasets.train=training datasets.new=training models.m",
                "datasets.new -b, datasets.train a2, models.m -7"
            },
            {
                "models.m.train.code",
                "models.m.train=training models.m.train.reads.\"Trainer/\"=training models.m",
                "models.m -7, models.m.train cd, models.m.train.reads.\"Trainer/\" ef"
            },
            { "models.m.train.model", "models.m=training", "models.m 97" },
            { "models.m.train.model", "models.m", "models.m -7" },
            { "datasets.train.columns.age.min", "datasets.train", "datasets.train -2" },
            { "datasets.train.rows.change", "datasets.train=baseline", "datasets.train 12" },
            { "datasets.test.frozen", "datasets.test=baseline", "datasets.test 34" },
            { "datasets.train.disjoint-from.test", "datasets.train=rows datasets.test=rows", "datasets.test -5, datasets.train -2" },
            { "models.m.metrics.recall.min", "datasets.test=rows models.m", "datasets.test -5, models.m -7" },
            { "models.m.metrics.recall.max-drop", "datasets.test=rows models.m=baseline", "datasets.test -5, models.m 67" },
            { "models.m.metrics.recall.max-drop-since-anchor", "datasets.test=rows models.m=anchor", "datasets.test -5, models.m 87" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_waiver_is_bound_to_what_its_check_judged(string check, string judged, string bound)
    {
        var waiver = (await Accept(check, judged, Parts)).Value!;

        Assert.Equal(
            bound,
            string.Join(", ", waiver.Versions.Select(one => $"{one.Artifact} {one.Baseline?.Sha256[0] ?? '-'}{one.Candidate.Sha256[0]}"))
        );
    }

    [Theory]
    [InlineData("models.m.train.data", "datasets.train=training models.m", "no code was read")]
    [InlineData("models.m.train.code", "models.m.train.reads.\"Trainer/\"=training models.m", "no code was read")]
    [InlineData("models.m.metrics.recall.max-drop-since-anchor", "datasets.test=rows models.m=anchor", "no anchor")]
    [InlineData("models.m.metrics.recall.min", "datasets.test=rows models.m", "no test set")]
    [InlineData("datasets.train.disjoint-from.gone", "datasets.train=rows datasets.gone=rows", "no such dataset")]
    [InlineData("other.thing", "", "no artifact at all")]
    public async Task What_has_no_version_cannot_be_accepted(string check, string judged, string why)
    {
        IReadOnlyList<ReportPart> parts =
        [
            Parts[0],
            Parts[1] with
            {
                Id = why == "no test set" ? "datasets.other" : "datasets.test",
            },
            (ModelPart)Parts[2] with
            {
                Anchor = null,
                Training = new ReportedTraining(
                    Version('9'),
                    [new ReportedRead("datasets.train", Version('a')), new ReportedRead("models.m.train.reads.\"Trainer/\"", Version('e'))]
                ),
            },
        ];

        Assert.Equal("no version of the checked artifact", Assert.Single((await Accept(check, judged, parts)).Problems).Found);
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("the data", false)]
    [InlineData("what it was trained from", false)]
    [InlineData("the test set", true)]
    [InlineData("the baseline", true)]
    [InlineData("the code", true)]
    public async Task A_model_that_is_behind_its_data_is_accepted_for_that_data(string moved, bool holds)
    {
        var world = Trained();
        world.Waivers.Add(await Accepted(world, "models.m.train.data"));

        if (moved == "the data")
        {
            world.Rewritten.Add("datasets.train");
        }

        if (moved == "what it was trained from")
        {
            world.Lineage = world.Lineage! with { Datasets = new Dictionary<string, ArtifactVersion> { ["train"] = Version('5') } };
        }

        if (moved == "the test set")
        {
            world.Rewritten.Add("datasets.test");
        }

        if (moved == "the baseline")
        {
            world.AtRef["auto"] = 'd';
        }

        if (moved == "the code")
        {
            world.Code = 'f';
        }

        await Judged(world, "models.m.train.data", holds);
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("the data", true)]
    [InlineData("the code", false)]
    [InlineData("the command", false)]
    [InlineData("the seed", false)]
    [InlineData("what is read", false)]
    public async Task A_model_that_is_behind_its_code_is_accepted_for_that_code(string moved, bool holds)
    {
        var world = Trained();
        world.Waivers.Add(await Accepted(world, "models.m.train.code"));

        if (moved == "the data")
        {
            world.Rewritten.Add("datasets.train");
        }

        if (moved == "the code")
        {
            world.Code = 'f';
        }

        if (moved == "the command")
        {
            Train(world, train => train with { Command = "make other" });
        }

        if (moved == "the seed")
        {
            Train(world, train => train with { Seed = 7 });
        }

        if (moved == "what is read")
        {
            Train(world, train => train with { Code = [.. train.Code, "more/"] });
        }

        await Judged(world, "models.m.train.code", holds);
    }

    [Theory]
    [InlineData("v1", 'b', true)]
    [InlineData("v1", 'd', false)]
    [InlineData("auto", 'd', true)]
    public async Task A_loss_since_the_anchor_is_accepted_for_that_anchor(string moved, char to, bool holds)
    {
        var world = new World { Found = (160, 100) };
        world.Gate = world.Gate with { Anchor = "v1", Models = [world.ModelOf(World.Model, (LimitKinds.MaxDropSinceAnchor, 0.05))] };
        const string Check = "models.m.metrics.recall.max-drop-since-anchor";
        world.Waivers.Add(await Accepted(world, Check));

        world.AtRef[moved] = to;

        await Judged(world, Check, holds);
    }

    // Trained from 'f', and 'a' and 'e' are what stands here.
    private static World Trained()
    {
        var world = new World
        {
            Lineage = new Lineage
            {
                Command = "make model",
                Datasets = new Dictionary<string, ArtifactVersion> { ["train"] = Version('f') },
                Code = new Dictionary<string, ArtifactVersion> { ["Trainer/"] = Version('f') },
            },
        };
        world.Code = 'e';
        var train = new TrainGate
        {
            Place = world.Place(),
            Command = "make model --fast",
            Datasets = ["train"],
            Code = ["Trainer/"],
        };
        world.Gate = world.Gate with { Models = [world.Gate.Models[0] with { Train = train }] };
        return world;
    }

    private static void Train(World world, Func<TrainGate, TrainGate> change) =>
        world.Gate = world.Gate with { Models = [world.Gate.Models[0] with { Train = change(world.Gate.Models[0].Train!) }] };

    private static async Task<WaiverFile> Accepted(World world, string check) =>
        new(
            File,
            new WaiverRequest(check, "why", "Jane", new DateOnly(2026, 1, 30)).CreateWaiver(world.Gate, await world.Run(), world.Now).Value!
        );

    private static async Task Judged(World world, string check, bool holds)
    {
        var report = await world.Run();

        Assert.Equal(holds ? Outcome.Waived : Outcome.Failed, Assert.Single(report.Findings, finding => finding.Id == check).Outcome);
        Assert.Equal(
            holds ? [] : [Diagnostics.WaiverStale.Code],
            report.Findings.Where(finding => finding.Subject == File).Select(finding => finding.Code)
        );
    }

    private static async Task<Result<Waiver>> Accept(string check, string judged, IReadOnlyList<ReportPart> parts)
    {
        var world = new World();
        var failed = World.Problem(Diagnostics.OutsideRange, check) with
        {
            Outcome = Outcome.Failed,
            Judged = [.. JudgedText.Parse(judged)],
        };
        var report = await world.Run() with { Parts = parts, Findings = [failed] };
        return new WaiverRequest(check, "why", "Jane", new DateOnly(2026, 1, 30)).CreateWaiver(world.Gate, report, world.Now);
    }

    private static ArtifactVersion Version(char digit) => new(new string(digit, 40), new string(digit, 64), 10);
}
