using System.Globalization;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>Equal values are equal however a file stores or writes them, and no two different ones are.</summary>
public sealed class ComparedRowsTests
{
    [Theory]
    [InlineData("7", "7.0")]
    [InlineData("7", "7.00")]
    [InlineData("700", "7e2")]
    [InlineData("0.5", ".50")]
    [InlineData("0", "-0.0")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("123456789012345678901", "123456789012345678901")]
    public async Task Undeclared_numbers_of_a_text_format_are_equal_however_they_are_written(string one, string other)
    {
        Assert.Equal(1, await SharedText(one, other));
    }

    [Theory]
    [InlineData("007", "7")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("123456789012345678901", "123456789012345678902")]
    [InlineData("1e", "1")]
    [InlineData("a", "b")]
    public async Task Undeclared_texts_that_differ_are_different(string one, string other)
    {
        Assert.Equal(0, await SharedText(one, other));
    }

    [Fact]
    public async Task A_declared_text_is_compared_as_it_is_written()
    {
        using var folder = new TempFolder();
        var (one, other) = (folder.Write("one.csv", "k\n7\n"), folder.Write("other.csv", "k\n7.0\n"));

        Assert.Equal(0, (await Shared(one, other, Given.Gate(Given.Column("k", ColumnType.Text)))).One.Shared);
    }

    [Theory]
    [InlineData("1.0::DOUBLE", "1")]
    [InlineData("0.2::FLOAT", "0.2")]
    [InlineData("0.2::FLOAT", "0.200000003")]
    [InlineData("7.50::DECIMAL(6, 2)", "7.5")]
    [InlineData("12345678901234567890::DECIMAL(20, 0)", "12345678901234567890")]
    [InlineData("7::TINYINT", "7.0")]
    [InlineData("true", "TRUE")]
    [InlineData("DATE '2026-02-03'", "2026-02-03")]
    [InlineData("TIMESTAMP '2026-02-03 04:05:06'", "2026-02-03T04:05:06Z")]
    [InlineData("TIMETZ '10:00:00+02'", "08:00:00+00")]
    [InlineData("'plain'", "plain")]
    public async Task A_stored_value_equals_the_same_value_as_text(string stored, string text)
    {
        using var folder = new TempFolder();
        var one = Parquet(folder, "one", stored);
        var other = folder.Write("other.csv", $"k\n{text}\n");

        Assert.Equal((1, 1), await Shared(one, other, Given.Gate()) is var shared ? (shared.One.Shared, shared.Other.Shared) : default);
    }

    [Theory]
    [InlineData("[0.1, 0.2]", "[0.1, 0.3]")]
    [InlineData("[TIMESTAMP '2026-01-01 00:00:00']", "[TIMESTAMP '2026-01-02 00:00:00']")]
    [InlineData("{'a': 1, 'b': 'x'}", "{'a': 1, 'b': 'y'}")]
    [InlineData("MAP {'a': 1}", "MAP {'b': 1}")]
    [InlineData("'\\xAA'::BLOB", "'\\xAB'::BLOB")]
    [InlineData("INTERVAL 3 DAY", "INTERVAL 4 DAY")]
    [InlineData("TIMETZ '10:00:00+02'", "TIMETZ '11:00:00+02'")]
    [InlineData("['a, b']", "['a', 'b']")]
    public async Task Whole_contents_of_nested_values_are_compared(string value, string different)
    {
        using var folder = new TempFolder();
        var one = Parquet(folder, "one", value);

        Assert.Equal(1, (await Shared(one, Parquet(folder, "same", value), Given.Gate())).One.Shared);
        Assert.Equal(0, (await Shared(one, Parquet(folder, "different", different), Given.Gate())).One.Shared);
    }

    [Fact]
    public async Task A_list_equals_the_same_list_in_json_lines()
    {
        using var folder = new TempFolder();
        var one = Parquet(folder, "one", "[0.1, 2.5]::DOUBLE[]");
        var other = folder.Write("other.jsonl", "{\"k\": [0.1, 2.5]}\n{\"k\": [0.1, 2.6]}\n");

        Assert.Equal(1, (await Shared(one, other, Given.Gate())).Other.Shared);
    }

    [Theory]
    [InlineData("[i, 1]", 10, 0)]
    [InlineData("[i // 2, 1]", 10, 5)]
    [InlineData("(i // 2)::VARCHAR::BLOB", 10, 5)]
    [InlineData("INTERVAL (i) DAY", 10, 0)]
    public async Task A_key_of_nested_values_is_judged(string value, long of, long repeated)
    {
        using var folder = new TempFolder();
        var path = Parquet(folder, "one", value, 10);
        var gate = Given.Gate() with { Constraints = [Given.Key("key", "k")] };

        var key = (await Given.SoundProfile(path, gate)).Violations["key"];

        Assert.Equal((repeated, of), (key.Count, key.Of));
        Assert.Equal(repeated == 0 ? [] : [2, 4, 6, 8, 10], key.FirstRows);
    }

    [Theory]
    [InlineData("7", "7.0")]
    [InlineData("a", "a")]
    public async Task Only_added_rows_are_compared_although_an_undeclared_column_is_written_anew(string before, string after)
    {
        using var folder = new TempFolder();
        var old = folder.Write("old.csv", $"x,k\n1,{before}\n2,{before}\n");
        var now = folder.Write("new.csv", $"x,k\n1,{after}\n2,{after}\n5,{after}\n");
        var gate = Given.Gate(Given.Column("x", ColumnType.Number)) with
        {
            Drift = new DriftGate
            {
                Place = Given.Place,
                Id = "drift",
                AddedRowsOnly = true,
            },
        };

        var pair = Assert.Single((await new DataProfiles(Given.Engine()).PairAsync(gate, old, now)).Value!);

        Assert.Equal([1.0, 2, 5], pair.Values);
        Assert.Equal([0L, 0, 1], pair.Candidate);
    }

    [Fact]
    public async Task Only_added_rows_are_compared_where_rows_differ_in_a_list_alone()
    {
        using var folder = new TempFolder();
        var (old, now) = (folder["old.parquet"], folder["new.parquet"]);
        Write(old, "SELECT 1.0 AS x, [i] AS k FROM range(3) t(i)");
        Write(now, "SELECT 1.0 AS x, [i] AS k FROM range(2, 5) t(i)");
        var gate = Given.Gate(Given.Column("x", ColumnType.Number)) with
        {
            Drift = new DriftGate
            {
                Place = Given.Place,
                Id = "drift",
                AddedRowsOnly = true,
            },
        };

        var pair = Assert.Single((await new DataProfiles(Given.Engine()).PairAsync(gate, old, now)).Value!);

        Assert.Equal([2L], pair.Candidate);
    }

    private static async Task<long> SharedText(string one, string other)
    {
        using var folder = new TempFolder();

        // A quoted text keeps the fast reading of plain fields from being taken on one side.
        return (await Shared(folder.Write("one.csv", $"k,z\n{one},\"q\"\n"), folder.Write("other.csv", $"k,z\n{other},q\n"), Given.Gate()))
            .One
            .Shared;
    }

    private static string Parquet(TempFolder folder, string name, string value, int rows = 1)
    {
        var path = folder[name + ".parquet"];
        Write(path, string.Create(CultureInfo.InvariantCulture, $"SELECT {value} AS k FROM range({rows}) t(i)"));
        return path;
    }

    private static void Write(string path, string query)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO {DuckDbDialect.Instance.Text(path)} (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private static async Task<SharedRows> Shared(string one, string other, DatasetGate gate) =>
        (
            await new DataProfiles(Given.Engine()).FindSharedRowsAsync(
                Given.Dataset(gate, one),
                Given.Dataset(gate, other),
                CancellationToken.None
            )
        ).Value!;
}
