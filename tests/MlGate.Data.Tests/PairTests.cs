using System.Globalization;
using MlGate.Data.Profiles;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Statistics;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class PairTests
{
    [Fact]
    public async Task Values_and_categories_stand_side_by_side()
    {
        using var folder = new TempFolder();
        var old = folder.Write("old.csv", "id,n,c\n1,1,x\n2,2,y\n3,2,\n4,,x\n");
        var now = folder.Write("new.csv", "c,id,n\nz,5,3\nx,6,1.0\n,7,1\n");

        var pairs = await Pair(old, now, Gate());

        Assert.Equal(["n", "c"], pairs.Select(pair => pair.Column));
        Assert.Equal([1.0, 2, 3], pairs[0].Values);
        Assert.Equal([1L, 2, 0], pairs[0].Baseline);
        Assert.Equal([2L, 0, 1], pairs[0].Candidate);
        Assert.Equal(0.98 * Math.Sqrt(1.0 / 3), pairs[0].BaselineScale, 1e-12); // 1 2 2, winsorised at 1.02: nothing is cut above 2
        Assert.Empty(pairs[0].Categories);
        Assert.Empty(pairs[1].Values);
        Assert.Equal(["x", "y", "z", null], pairs[1].Categories);
        Assert.Equal([2L, 1, 0, 1], pairs[1].Baseline);
        Assert.Equal([1L, 0, 1, 1], pairs[1].Candidate);
    }

    [Fact]
    public async Task Only_added_rows_count_where_the_gate_says_so()
    {
        using var folder = new TempFolder();
        var old = folder.Write("old.csv", "id,n,c\n1,1,x\n1,1,x\n2,2,y\n");
        var now = folder.Write("new.csv", "id,n,c\n2,2.0,y\n1,1,x\n1,1,x\n1,1,x\n9,3,z\n");
        var gate = Gate() with
        {
            Drift = new DriftGate
            {
                Place = Given.Place,
                Id = "drift",
                AddedRowsOnly = true,
            },
        };

        var pairs = await Pair(old, now, gate);

        Assert.Equal([1.0, 2, 3], pairs[0].Values);
        Assert.Equal([2L, 1, 0], pairs[0].Baseline);
        Assert.Equal([1L, 0, 1], pairs[0].Candidate);
        Assert.Equal([1L, 0, 1], pairs[1].Candidate);
    }

    [Fact]
    public async Task Many_values_are_binned_with_their_means_and_nothing_is_lost()
    {
        // Arrange
        using var folder = new TempFolder();
        var random = new Random(3);
        var values = Enumerable.Range(0, 30_000).Select(_ => random.NextDouble()).ToArray();
        var old = folder.Write("old.csv", "n\n" + string.Join('\n', values.Select(value => value.ToString("R"))) + "\n");
        var now = folder.Write("new.csv", "n\n" + string.Join('\n', values.Select(value => (value + 0.5).ToString("R"))) + "\n");

        // Act
        var pair = Assert.Single(await Pair(old, now, Given.Gate(Given.Column("n", ColumnType.Number))));

        // Assert
        Assert.InRange(pair.Values.Count, 9_000, 20_000);
        Assert.Equal(pair.Values.Order(), pair.Values);
        Assert.Equal((30_000, 30_000), (pair.Baseline.Sum(), pair.Candidate.Sum()));
        Assert.Equal(values.Average(), pair.Values.Zip(pair.Baseline, (value, count) => value * count).Sum() / 30_000, 1e-4);
    }

    [Theory]
    [InlineData("lognormal")]
    [InlineData("Cauchy")]
    [InlineData("two clusters")]
    public async Task A_heavy_tail_is_not_lost_in_the_bins(string shape)
    {
        // Arrange
        using var folder = new TempFolder();
        var random = new Random(5);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double Draw() =>
            shape switch
            {
                "lognormal" => Math.Exp(3 * Normal()),
                "Cauchy" => Math.Tan(Math.PI * (random.NextDouble() - 0.5)),
                _ => Normal() + (random.NextDouble() < 0.05 ? 1e6 : 0),
            };
        double[] baseline = [.. Enumerable.Range(0, 20_000).Select(_ => Draw()).Order()];
        double[] candidate = [.. Enumerable.Range(0, 20_000).Select(_ => 0.2 + Draw()).Order()];
        string Csv(double[] values) =>
            "n\n" + string.Join('\n', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "\n";

        // Act
        var pair = Assert.Single(
            await Pair(
                folder.Write("old.csv", Csv(baseline)),
                folder.Write("new.csv", Csv(candidate)),
                Given.Gate(Given.Column("n", ColumnType.Number))
            )
        );

        // Assert
        var (area, below, otherBelow) = (0.0, 0L, 0L);
        for (var point = 0; point + 1 < pair.Values.Count; point++)
        {
            (below, otherBelow) = (below + pair.Baseline[point], otherBelow + pair.Candidate[point]);
            area += (pair.Values[point + 1] - pair.Values[point]) * Math.Abs(below - otherBelow) / 20_000;
        }

        var exact = baseline.Zip(candidate, (one, other) => Math.Abs(one - other)).Average();
        Assert.InRange(area / exact, 0.998, 1.002);
        Assert.InRange(pair.Values.Count, 1, 20_000);
    }

    [Fact]
    public async Task One_extreme_value_does_not_set_the_scale()
    {
        using var folder = new TempFolder();
        var old = folder.Write(
            "old.csv",
            "n,big\n"
                + string.Join('\n', Enumerable.Range(1, 999).Select(value => FormattableString.Invariant($"{value},{value}e300")))
                + "\n1e6,1e308\n"
        );

        var pairs = await Pair(
            old,
            folder.Write("new.csv", "n,big\n1,1\n"),
            Given.Gate(Given.Column("n", ColumnType.Number), Given.Column("big", ColumnType.Number))
        );

        // numpy: x = [1 … 999, 1e6]; np.clip(x, *np.percentile(x, [1, 99])).std(ddof=1)
        Assert.Equal(288.6317621054483, pairs[0].BaselineScale, 1e-6);
        Assert.Equal(288.6317621054483, pairs[1].BaselineScale / 1e300, 1e-6);
    }

    [Fact]
    public async Task The_plain_deviation_is_the_scale_where_nearly_all_values_are_equal()
    {
        using var folder = new TempFolder();
        var old = folder.Write("old.csv", "n\n" + string.Concat(Enumerable.Repeat("0\n", 999)) + "10\n");

        var pair = Assert.Single(await Pair(old, folder.Write("new.csv", "n\n1\n"), Given.Gate(Given.Column("n", ColumnType.Number))));

        Assert.Equal(Math.Sqrt(0.1), pair.BaselineScale, 1e-12); // variance 1000/999 · 0.001 · 0.999 · 100
    }

    [Theory]
    [InlineData("n,id\nx,3\ny,2\n")]
    [InlineData("n,id\nx,\"3\"\ny,\"2\"\n")]
    public async Task Rows_shared_by_id_are_found(string other)
    {
        using var folder = new TempFolder();
        var train = folder.Write("train.csv", "id,n\n1,a\n2,b\n2,c\n,d\n");
        var test = folder.Write("test.csv", other);

        var shared = await Shared(
            train,
            test,
            Given.Gate(Given.Column("id", ColumnType.Integer, ColumnRole.Id), Given.Column("n", ColumnType.Text))
        );

        Assert.Equal(("id column", new SharedSide(3, 2, 1), new SharedSide(2, 1)), (shared.By, shared.One, shared.Other));
        Assert.Equal([2, 3], shared.FirstRows);
    }

    [Fact]
    public async Task Without_names_rows_are_shared_by_their_values()
    {
        using var folder = new TempFolder();
        var train = folder.Write("train.csv", "n,c,note\n1,x,p\n2,y,q\n2,y,r\n3,,s\n");
        var test = folder.Write("test.csv", "c,n,note\ny,2.0,t\nx,9,u\n,3,v\n");
        var gate = Given.Gate(
            Given.Column("n", ColumnType.Number),
            Given.Column("c", ColumnType.Category),
            Given.Column("note", ColumnType.Text, ColumnRole.Ignore)
        );

        var shared = await Shared(train, test, gate);

        Assert.Equal(("equal rows", new SharedSide(4, 3, 1), new SharedSide(3, 2)), (shared.By, shared.One, shared.Other));
        Assert.Equal([new RepeatedContents(1, 2, 0), new RepeatedContents(2, 1, 1), new RepeatedContents(3, 1, 1)], shared.Repeats);
        Assert.Equal([2, 3, 4], shared.FirstRows);
    }

    [Fact]
    public async Task Groups_count_before_values()
    {
        using var folder = new TempFolder();
        var train = folder.Write("train.csv", "g,n\na,1\nb,2\n");
        var test = folder.Write("test.csv", "g,n\nb,3\n");

        var shared = await Shared(
            train,
            test,
            Given.Gate(Given.Column("g", ColumnType.Text, ColumnRole.Group), Given.Column("n", ColumnType.Number))
        );

        Assert.Equal(("group column", 1), (shared.By, shared.One.Shared));
    }

    [Theory]
    [InlineData("id,n\n,a\n,b\n", "id,n\n1,a\n")]
    [InlineData("id,n\n1,a\n", "id,n\n,a\n")]
    public async Task An_id_column_without_ids_compares_nothing(string one, string other)
    {
        using var folder = new TempFolder();
        var (train, test) = (folder.Write("train.csv", one), folder.Write("test.csv", other));

        var shared = await Shared(
            train,
            test,
            Given.Gate(Given.Column("id", ColumnType.Integer, ColumnRole.Id), Given.Column("n", ColumnType.Text))
        );

        Assert.Equal(("id column", 0, true), (shared.By, shared.One.Shared, shared.IsEmpty));
    }

    [Theory]
    [InlineData("1,a\n2,b\n", "3,b\n", "group column", 1, 2)]
    [InlineData("1,a\n2,b\n", "1,c\n", "id column", 1, 2)]
    [InlineData("1,a\n2,b\n", "3,c\n", "id column", 0, 2)]
    [InlineData(",a\n,b\n", "3,c\n", "id column", 0, 0)]
    public async Task Ids_and_groups_are_both_looked_at(string one, string other, string by, long count, long of)
    {
        using var folder = new TempFolder();
        var (train, test) = (folder.Write("train.csv", "id,g\n" + one), folder.Write("test.csv", "id,g\n" + other));

        var shared = await Shared(
            train,
            test,
            Given.Gate(Given.Column("id", ColumnType.Integer, ColumnRole.Id), Given.Column("g", ColumnType.Text, ColumnRole.Group))
        );

        Assert.Equal((by, count, of), (shared.By, shared.One.Shared, shared.One.Rows));
    }

    private static DatasetGate Gate() =>
        Given.Gate(
            Given.Column("id", ColumnType.Integer, ColumnRole.Id),
            Given.Column("n", ColumnType.Number),
            Given.Column("c", ColumnType.Category)
        );

    private static async Task<IReadOnlyList<PairedDistribution>> Pair(string old, string now, DatasetGate gate) =>
        (await new DataProfiles(Given.Engine()).PairAsync(gate, old, now)).Value!;

    private static async Task<SharedRows> Shared(string one, string other, DatasetGate gate) =>
        (
            await new DataProfiles(Given.Engine()).FindSharedRowsAsync(
                Given.Dataset(gate, one),
                Given.Dataset(gate, other),
                CancellationToken.None
            )
        ).Value!;
}
