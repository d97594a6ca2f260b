using MlGate.Checks.Data;
using MlGate.Checks.Versions;
using MlGate.Core.Tests.Checks.Data;
using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Core.Tests.Waivers;

/// <summary>Which artifacts, in which versions, each check says that it judged.</summary>
public sealed class JudgedTests
{
    [Fact]
    public void A_check_of_data_judges_the_candidate_alone_unless_it_compares_it()
    {
        var world = new World();
        var inputs = new DatasetInputs
        {
            Gate = world.Gate.Datasets[0] with
            {
                Name = "train",
                DisjointFrom = [new Declared<string>("test", "datasets.train.disjoint-from.test", world.Place())],
            },
            Candidate = Sample.Profile("age").Profile,
            CandidateVersion = Version('2'),
        };
        var finding = World.Problem(Diagnostics.RowsShared, "datasets.train.disjoint-from.test");

        Assert.Equal(
            [
                "ColumnMustNotDrift datasets.train=baseline",
                "FrozenMustNotChange datasets.train=baseline",
                "RowCountMustNotChange datasets.train=baseline",
                "RowsMustBeDisjoint datasets.train=rows datasets.test=rows",
            ],
            DataChecks
                .All.Select(check => $"{check.GetType().Name} {JudgedText.From(check.Judged(inputs, finding))}")
                .Where(line => !line.EndsWith(" datasets.train", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Drift_against_another_dataset_judges_both()
    {
        var world = new World();
        var drift = new DriftGate
        {
            Id = "datasets.train.drift",
            Place = world.Place(),
            Against = "test",
        };
        var inputs = new DatasetInputs
        {
            Gate = world.Gate.Datasets[0] with { Name = "train", Drift = drift },
            Candidate = Sample.Profile("age").Profile,
            CandidateVersion = Version('2'),
        };

        Assert.Equal(
            "datasets.train datasets.test",
            JudgedText.From(((IDatasetCheck)new ColumnMustNotDrift()).Judged(inputs, World.Problem(Diagnostics.ColumnDrifted, "x")))
        );
    }

    public static TheoryData<string> Kinds => [.. LimitKinds.OfMetrics.Select(kind => kind.Key)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_limit_of_a_metric_judges_the_test_rows_and_the_model_against_what_it_is_compared_with(string key)
    {
        var kind = LimitKinds.Find(key)!;
        var world = new World();
        world.Gate = world.Gate with { Anchor = "v1", Models = [world.ModelOf(World.Model, (kind, 0.05))] };

        var finding = (await world.Run()).Findings.Single(one => one.Id.Section == GateSection.Models && one.Evidence?.Limit?.Kind == kind);

        var against = kind.ComparedWith switch
        {
            ComparedWith.Baseline => "=baseline",
            ComparedWith.Anchor => "=anchor",
            _ => "",
        };
        Assert.Equal("datasets.test=rows models.m" + against, JudgedText.From(finding.Judged));
    }

    [Theory]
    [InlineData(false, "MLG1023 models.m")]
    [InlineData(true, "MLG1022 models.m=training")]
    public void A_check_of_where_a_model_comes_from_judges_it_against_its_training(bool hasLineage, string expected)
    {
        var world = new World();
        var train = new TrainGate { Place = world.Place(), Command = "make model" };
        var state = new ModelState
        {
            Gate = world.Gate.Models[0] with { Train = train },
            Model = Version('1'),
            Lock = new LockRecord
            {
                Artifact = World.Model,
                Version = Version('2'),
                Lineage = hasLineage
                    ? new Lineage
                    {
                        Command = "make model",
                        Datasets = new Dictionary<string, ArtifactVersion>(),
                        Code = new Dictionary<string, ArtifactVersion>(),
                    }
                    : null,
            },
        };

        var finding = Assert.Single(ModelMustComeFromTraining.Evaluate(state));

        Assert.Equal(expected, $"{finding.Code} {JudgedText.From(finding.Judged)}");
    }

    private static ArtifactVersion Version(char digit) => new(new string(digit, 40), new string(digit, 64), 10);
}
