using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using MlGate.Data.Engines;

namespace MlGate.Data.Tests.Engines;

/// <summary>Aggregates and rows.</summary>
public abstract class AggregateConformance : SqlEngineConformance
{
    [Fact]
    public async Task An_unknown_condition_does_not_count() =>
        Assert.Equal(1, (await AggregateAsync(sql => sql.CountIf("c0 > 1"), Rows(StoredFamily.Integer, "1", "2", null))).Count(0));

    [Fact]
    public async Task Combinations_are_counted_where_the_condition_holds()
    {
        var rows = Rows(StoredFamily.Text, "a", "a", "b", "b", null);

        // (a, true) twice, (b, true), (b, false), and one that is left out.
        var counted = await AggregateAsync(sql => sql.CountDistinct(["c0", "(place < 4)"], "c0 IS NOT NULL"), rows);

        Assert.Equal(3, counted.Count(0));
    }

    [Fact]
    public async Task Distinct_values_are_estimated()
    {
        var values = Enumerable.Range(0, 400).Select(at => (at % 200).ToString(CultureInfo.InvariantCulture)).ToArray();

        Assert.InRange((await AggregateAsync(sql => sql.EstimateDistinct("c0"), Rows(StoredFamily.Integer, values))).Count(0), 120, 280);
    }

    [Fact]
    public async Task A_sum_of_whole_numbers_is_exact_and_leaves_out_what_is_too_large()
    {
        string[] values = ["9007199254740993", "9007199254740993", "9007199254740993", "-1", "1e300"];

        var sum = await AggregateAsync(
            sql => sql.SumOfWhole($"c0 * {sql.Number(512)}"),
            Rows(StoredFamily.Double, [.. values, .. Enumerable.Repeat<string?>("9007199254740992", 2), null])
        );

        // 2^53 + 1 is no double: the nearest is 2^53. Five of them, times 512, are beyond 2^53 but exact.
        Assert.Equal((5 * new BigInteger(1L << 53) * 512) - 512, sum.Big(0));
    }

    [Fact]
    public async Task What_is_summed_is_rounded_to_the_nearest_whole_number() =>
        Assert.Equal(
            new BigInteger(2 - 3 + 0),
            (await AggregateAsync(sql => sql.SumOfWhole("c0"), Rows(StoredFamily.Double, "1.6", "-2.7", "0.4"))).Big(0)
        );

    [Theory]
    [InlineData(nameof(QuantileMethod.Interpolated), 1.75, 2.5)]
    [InlineData(nameof(QuantileMethod.OneOfValues), 1.0, 2.0)]
    public async Task Quantiles_lie_between_values_or_on_one(string method, double quarter, double half)
    {
        var found = await AggregateAsync(
            sql => sql.Quantiles("c0", [0.25, 0.5], Enum.Parse<QuantileMethod>(method)),
            Rows(StoredFamily.Double, "4", "1", "3", "2", null)
        );

        Assert.Equal([quarter, half], found.Numbers(0)!);
    }

    [Fact]
    public async Task Quantiles_are_estimated()
    {
        var values = Enumerable.Range(0, 1001).Select(at => ((at * 37) % 1001).ToString(CultureInfo.InvariantCulture)).ToArray();

        var found = await AggregateAsync(
            sql => sql.Quantiles("c0", [0.1, 0.9], QuantileMethod.Estimated),
            Rows(StoredFamily.Double, values)
        );

        Assert.InRange(found.Numbers(0)![0], 80, 120);
        Assert.InRange(found.Numbers(0)![1], 880, 920);
    }

    [Fact]
    public async Task There_are_no_quantiles_of_no_value() =>
        Assert.Null(
            (
                await AggregateAsync(
                    sql => sql.Quantiles("c0", [0.5], QuantileMethod.Interpolated),
                    $"(SELECT * FROM {Rows(StoredFamily.Double, "1")} AS one WHERE c0 > 1)"
                )
            ).Numbers(0)
        );

    [Fact]
    public async Task A_bin_holds_its_upper_edge()
    {
        double[] edges = [0, 0.1, 2];
        var counted = await AggregateAsync(
            sql => sql.Histogram("c0", edges),
            Rows(StoredFamily.Double, "-5", "0", "0.1", "0.05", "2", "2.5", "99", null)
        );

        var bins = counted.Histogram(0).Where(bin => bin.Count > 0).ToList();

        Assert.Equal([(0.0, 2L), (0.1, 2L), (2.0, 1L)], bins.Where(bin => edges.Contains(bin.Value)).Order());
        Assert.Equal(2, bins.Where(bin => !edges.Contains(bin.Value)).Sum(bin => bin.Count));
    }

    [Fact]
    public async Task Texts_are_counted()
    {
        var counts = (await AggregateAsync(sql => sql.Frequencies("c0"), Rows(StoredFamily.Text, "b", "a", "b", null))).Counts(0);

        Assert.Equal([("a", 1L), ("b", 2L)], counts.Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public async Task Other_texts_are_counted_together()
    {
        var rows = Rows(StoredFamily.Text, "b", "a", "b", "x'y", "z", "Z", null);

        var counts = (await AggregateAsync(sql => sql.FrequenciesOf("c0", ["x'y", "b", "never"]), rows)).Counts(0);

        Assert.Equal(
            [("", 3L), ("b", 2L), ("x'y", 1L)],
            counts.Where(count => count.Value > 0).Select(count => (count.Key, count.Value)).Order()
        );
    }

    [Fact]
    public async Task A_row_has_the_same_hash_in_every_engine()
    {
        await using var engine = await OpenAsync();
        var sql = engine.Dialect;
        var query =
            $"SELECT {sql.RowHash([sql.Text("é"), sql.Text("b"), "c0"])} FROM {Rows(StoredFamily.Text, null, "x")} AS data WHERE place = 1";
        UInt128? hash = null;

        await foreach (var row in engine.ReadAsync(query, Cancel))
        {
            hash = row.Hash(0);
        }

        // MD5 of "2:é1:b:", least byte first: the length in bytes stands before each text; a missing one has neither.
        Assert.Equal(BinaryPrimitives.ReadUInt128LittleEndian(Convert.FromHexString("74bcd328b97518a448bdbd555afe00d1")), hash);
    }

    [Fact]
    public async Task Rows_that_read_alike_have_different_hashes()
    {
        await using var engine = await OpenAsync();
        var sql = engine.Dialect;
        var (one, other) = (sql.RowHash([sql.Text("ab"), sql.Text("c")]), sql.RowHash([sql.Text("a"), sql.Text("bc")]));

        Assert.Equal(2, await engine.CountAsync($"SELECT DISTINCT h FROM (SELECT {one} AS h UNION ALL SELECT {other}) AS hashes", Cancel));
    }

    [Fact]
    public async Task Rows_are_numbered_in_order_or_not_at_all()
    {
        await using var engine = await OpenAsync();
        if (engine.Dialect.RowNumber is not { } number)
        {
            return;
        }

        var numbers = new List<long>();
        var rows = Rows(StoredFamily.Text, "c", "a", "b");
        await foreach (
            var row in engine.ReadAsync(
                $"SELECT number FROM (SELECT {number} AS number, place FROM {rows} AS r) AS n ORDER BY place",
                Cancel
            )
        )
        {
            numbers.Add(row.Integer(0));
        }

        Assert.Equal([1, 2, 3], numbers);
    }
}
