using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Plots;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Pictures;

public sealed class DistributionTests
{
    private static readonly FilePlace Place = new("mlgate.yml", 1, 1);

    public static TheoryData<string, double[]> Numbers =>
        new()
        {
            { "whole numbers", [.. Enumerable.Range(0, 73).Select(n => (double)n)] },
            { "two values", [0, 1] },
            { "one value", [17.25] },
            { "zero", [0] },
            { "money", [.. Enumerable.Range(0, 900).Select(n => 18.25 + (n * 0.113))] },
            { "one far value", [.. Enumerable.Range(0, 500).Select(n => n * 0.01), 1e9] },
            { "tiny", [.. Enumerable.Range(1, 40).Select(n => n * 3e-9)] },
            { "huge", [.. Enumerable.Range(1, 40).Select(n => n * 7e200)] },
            { "negative", [.. Enumerable.Range(1, 90).Select(n => -1000 + (n * 1.7))] },
        };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_fall_between_round_edges_and_none_is_lost(string what, double[] values)
    {
        long[] baseline = [.. values.Select((_, at) => (long)(at % 5))],
            candidate = [.. values.Select((_, at) => 1L + (at % 3))];

        var bins = NumberBins.Create(
            new PairedDistribution
            {
                Column = what,
                Values = values,
                Baseline = baseline,
                Candidate = candidate,
            }
        )!;

        Assert.InRange(bins.Count, 1, Distribution.MostBins);
        Assert.All(bins, bin =>
            Assert.Equal(
                (
                    values.Where(In(bin)).Sum(value => baseline[Array.IndexOf(values, value)]),
                    values.Where(In(bin)).Sum(value => candidate[Array.IndexOf(values, value)])
                ),
                (bin.Baseline, bin.Candidate)
            )
        );
        Assert.Equal((baseline.Sum(), candidate.Sum()), (bins.Sum(bin => bin.Baseline), bins.Sum(bin => bin.Candidate)));
        Assert.All(bins.SelectMany(bin => new[] { bin.From, bin.To }).OfType<double>(), edge =>
            Assert.True(Digits(edge) <= Digits(values.Max(Math.Abs)) + 4, $"{edge:R} is not round")
        );
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void No_edge_is_the_smallest_or_largest_value()
    {
        double[] values = [.. Enumerable.Range(0, 1_000).Select(n => 18.2537 + (n * 0.1))];

        var bins = NumberBins.Create(
            new PairedDistribution
            {
                Column = "x",
                Values = values,
                Baseline = [.. values.Select(_ => 1L)],
                Candidate = [.. values.Select(_ => 1L)],
            }
        )!;

        Assert.DoesNotContain(bins, bin => bin.From == values[0] || bin.To == values[0] || bin.From == values[^1] || bin.To == values[^1]);
    }

    [Theory]
    [InlineData(-1e308, 1e308)]
    [InlineData(1e17, 1.0000000000000002e17)]
    public void Values_that_no_edges_can_part_are_not_drawn(double one, double other) =>
        Assert.Null(
            NumberBins.Create(
                new PairedDistribution
                {
                    Column = "x",
                    Values = [one, other],
                    Baseline = [1, 1],
                    Candidate = [1, 1],
                }
            )
        );

    [Fact]
    public void Only_categories_that_the_gate_file_names_have_a_name()
    {
        var column = Column("contract", ColumnType.Category) with
        {
            Constraints = [ColumnConstraints.In.Declare(new Declared<IReadOnlyList<string>>(["Monthly", "Yearly"], "x", Place))],
        };
        var pair = new PairedDistribution
        {
            Column = "contract",
            Values = [],
            Categories = ["Monthly", "Secret", "Yearly", null],
            Baseline = [50, 10, 30, 4],
            Candidate = [20, 60, 30, 5],
        };

        var bins = CategoryBins.Create(pair, column);

        Assert.Equal(
            [
                (BinKind.Category, "Monthly", 50, 20),
                (BinKind.Category, null, 10, 60),
                (BinKind.Category, "Yearly", 30, 30),
                (BinKind.Missing, null, 4, 5),
            ],
            bins.Select(bin => (bin.Kind, bin.Name, bin.Baseline, bin.Candidate))
        );
        Assert.All(CategoryBins.Create(pair, null), bin => Assert.Null(bin.Name));
    }

    [Fact]
    public void The_words_of_booleans_are_no_values_of_cells()
    {
        var bins = CategoryBins.Create(
            new PairedDistribution
            {
                Column = "x",
                Values = [],
                Categories = ["false", "true"],
                Baseline = [1, 2],
                Candidate = [2, 2],
            },
            Column("x", ColumnType.Boolean)
        );

        Assert.Equal(["true", "false"], bins.Select(bin => bin.Name));
    }

    [Fact]
    public void Rare_categories_stand_together_and_none_is_lost()
    {
        var pair = new PairedDistribution
        {
            Column = "city",
            Values = [],
            Categories = [.. Enumerable.Range(0, 100).Select(n => n.ToString(CultureInfo.InvariantCulture))],
            Baseline = [.. Enumerable.Range(0, 100).Select(n => (long)n)],
            Candidate = [.. Enumerable.Range(0, 100).Select(n => 100L - n)],
        };

        var bins = CategoryBins.Create(pair, null);

        Assert.Equal((BinKind.Others, 88L), (bins[^1].Kind, bins[^1].Merged));
        Assert.Equal((pair.Baseline.Sum(), pair.Candidate.Sum()), (bins.Sum(bin => bin.Baseline), bins.Sum(bin => bin.Candidate)));
    }

    [Fact]
    public void Only_what_alarmed_is_drawn_and_no_more_than_a_report_holds()
    {
        var dataset = new DatasetGate
        {
            Name = "train",
            Path = "train.csv",
            Place = Place,
            Columns = [.. Enumerable.Range(0, 40).Select(n => Column($"c{n}", ColumnType.Integer))],
            Drift = new DriftGate
            {
                Place = Place,
                Id = "datasets.train.drift",
                AddedRowsOnly = true,
            },
        };
        var pairs = dataset
            .Columns.Select(column => new PairedDistribution
            {
                Column = column.Name,
                Values = [1, 2],
                Baseline = [3, 4],
                Candidate = [4, 3],
            })
            .ToList();
        Finding Finding(string column, Outcome outcome) =>
            new()
            {
                Code = Diagnostics.ColumnDrifted.Code,
                Id = "datasets.train.drift.columns." + column,
                Subject = "x",
                Outcome = outcome,
                Expected = "x",
                Found = "x",
            };

        var one = DriftedDistributions.Create(
            dataset,
            pairs,
            [Finding("c1", Outcome.Passed), Finding("c2", Outcome.Failed), Finding("c3", Outcome.NotMeasured)]
        )!;
        var all = DriftedDistributions.Create(dataset, pairs, [.. dataset.Columns.Select(column => Finding(column.Name, Outcome.Failed))])!;

        Assert.Equal("c2", Assert.Single(one).Column);
        Assert.True(one[0].AddedRowsOnly);
        Assert.Equal(Distribution.Most, all.Count);
        Assert.Null(DriftedDistributions.Create(dataset, pairs, [Finding("c1", Outcome.Passed)]));
        Assert.Null(DriftedDistributions.Create(dataset, null, [Finding("c1", Outcome.Failed)]));
    }

    private static Func<double, bool> In(DistributionBin bin) =>
        value => (bin.From is not { } from || value >= from) && (bin.To is not { } to || value < to);

    private static int Digits(double value) =>
        value.ToString("E16", CultureInfo.InvariantCulture).Split('E')[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;

    private static ColumnGate Column(string name, ColumnType type) =>
        new()
        {
            Name = name,
            Place = Place,
            Id = "datasets.train.columns." + name,
            Type = new Declared<ColumnType>(type, "x", Place),
        };
}
