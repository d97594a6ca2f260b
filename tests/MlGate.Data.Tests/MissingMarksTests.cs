using MlGate.Checks.Data.Constraints;
using MlGate.Data.Batches;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class MissingMarksTests
{
    [Theory]
    [InlineData("a.csv", "id,n,t\n1,NA,NA\n2,5,x\n3,?,\n4,,?\n")]
    [InlineData("a.csv", "id,n,t\r\n1,\"NA\",NA\r\n2,5,x\r\n3,?,\r\n4,,?\r\n")]
    [InlineData(
        "a.jsonl",
        "{\"id\":1,\"n\":\"NA\",\"t\":\"NA\"}\n{\"id\":2,\"n\":5,\"t\":\"x\"}\n{\"id\":3,\"n\":\"?\"}\n{\"id\":4,\"n\":null,\"t\":\"?\"}\n"
    )]
    public async Task Declared_marks_are_missing_in_every_format(string name, string text)
    {
        // Arrange
        using var folder = new TempFolder();
        var gate = Given.Gate(
            Given.Column("id", ColumnType.Integer),
            Given.Column("n", ColumnType.Integer),
            Given.Column("t", ColumnType.Text)
        ) with
        {
            MissingMarks = ["NA", "?"],
        };

        // Act
        var profile = await Given.SoundProfile(folder.Write(name, text), gate);

        // Assert
        Assert.Equal([0, 3, 3], profile.Columns.Select(column => column.Missing));
        Assert.Equal([4, 1, 1], profile.Columns.Select(column => column.Present));
        Assert.Equal((0, 1), (profile.Broken("n", "type").Count, profile.Broken("n", "type").Of));
    }

    [Fact]
    public async Task The_marks_of_a_column_stand_in_place_of_the_datasets()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "country,n\nNA,NA\nDE,-999\n,1\n");
        var gate = Given.Gate(
            Given.Column("country", ColumnType.Category) with
            {
                MissingMarks = [],
            },
            Given.Column("n", ColumnType.Integer) with
            {
                MissingMarks = ["NA", "-999"],
                Constraints = [ColumnConstraints.Min.Declare(Given.Limit(0, "min"))],
            }
        ) with
        {
            MissingMarks = ["NA"],
        };

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.Equal([1, 2], profile.Columns.Select(column => column.Missing));
        Assert.Equal((0, 1), (profile.Violations["min"].Count, profile.Violations["min"].Of));
        Assert.Equal((1, 1), (profile.Columns[1].Numbers!.Min, profile.Columns[1].Numbers!.Max));
    }

    [Fact]
    public async Task A_number_among_the_marks_is_missing_in_parquet_by_its_value()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = ParquetFile.Write(
            folder,
            "a.parquet",
            "SELECT * FROM (VALUES (-999, -999.0::DOUBLE, 'nan'::FLOAT, '-999'), (1, 0.5, 0.1::FLOAT, 'x')) t(i, d, f, t)"
        );
        var gate = Given.Gate(
            Given.Column("i", ColumnType.Integer),
            Given.Column("d", ColumnType.Number),
            Given.Column("f", ColumnType.Number),
            Given.Column("t", ColumnType.Text)
        ) with
        {
            MissingMarks = ["-999", "nan"],
        };

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.Equal([1, 1, 1, 1], profile.Columns.Select(column => column.Missing));
        Assert.All(gate.Columns, column => Assert.Equal(0, profile.Violations[column.Type.Id.Text].Count));
    }

    [Fact]
    public async Task Marks_hold_for_drift_leakage_and_keys()
    {
        // Arrange
        using var folder = new TempFolder();
        var one = folder.Write("one.csv", "id,n\nNA,1\nNA,2\n3,NA\n");
        var other = folder.Write("other.csv", "id,n\nNA,1\n4,2\n5,NA\n");
        var gate = Given.Gate(
            Given.Column("id", ColumnType.Text, ColumnRole.Id) with
            {
                Constraints = [Given.Unique("unique")],
            },
            Given.Column("n", ColumnType.Number)
        ) with
        {
            MissingMarks = ["NA"],
            Drift = new DriftGate { Id = "drift", Place = Given.Place },
        };
        var profiles = new Profiles.DataProfiles(Given.Engine());

        // Act
        var shared = (
            await profiles.FindSharedRowsAsync(Given.Dataset(gate, one), Given.Dataset(gate, other), CancellationToken.None)
        ).Value!;
        var pair = Assert.Single((await profiles.PairAsync(gate, one, other)).Value!);

        // Assert
        Assert.Equal((0, 1), (shared.One.Shared, shared.One.Rows));
        Assert.Equal((2, 2), (pair.Baseline.Sum(), pair.Candidate.Sum()));
        Assert.Equal(
            (0, 1),
            (
                (await Given.SoundProfile(one, gate)).Violations["unique"].Count,
                (await Given.SoundProfile(one, gate)).Violations["unique"].Of
            )
        );
    }

    [Fact]
    public async Task Marks_hold_for_the_rows_of_a_model_but_not_for_its_texts()
    {
        // Arrange
        using var folder = new TempFolder();
        var bytes = Given.Bytes(folder.Write("a.csv", "n,t\nNA,NA\n-1,x\n2,y\n"));
        BatchColumn[] columns = [new("n", BatchType.Single), new("t", BatchType.Text)];
        var marks = new MissingMarks { Default = ["NA", "-1"] };
        var rows = new RowBatches(Given.Engine());

        // Act and assert
        await Holds(MissingMarks.None, [float.NaN, -1, 2], ["NA", "x", "y"]);
        await Holds(marks, [float.NaN, float.NaN, 2], [null, "x", "y"]);
        await Holds(marks with { OfNumbersOnly = true }, [float.NaN, float.NaN, 2], ["NA", "x", "y"]);

        async Task Holds(MissingMarks asked, float[] numbers, string?[] texts)
        {
            var dataset = new FileDataset(bytes, "data", new DatasetSchema { Marks = asked });
            var batch = Assert.Single(await rows.ReadAsync(dataset, columns, CancellationToken.None).ToListAsync(CancellationToken.None));
            Assert.Equal(numbers, ((float[])batch.Columns[0])[..batch.Rows]);
            Assert.Equal(texts, ((string?[])batch.Columns[1])[..batch.Rows]);
        }
    }

    [Theory]
    [InlineData("NA", "[NA]")]
    [InlineData("N/A", "[\"N/A\"]")]
    [InlineData("NULL", "[\"NULL\"]")]
    [InlineData("?", "[\"?\"]")]
    [InlineData("-", "[\"-\"]")]
    [InlineData("null", "[\"null\"]")]
    [InlineData("nan", "[\"nan\"]")]
    public async Task A_common_mark_that_is_not_declared_is_named_with_the_line_to_add(string mark, string line)
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", $"i,n,b,d,t\n{mark},{mark},{mark},{mark},{mark}\n1,1,true,2026-11-30,2026-11-30T10:00:00Z\n");
        ColumnType[] types = [ColumnType.Integer, ColumnType.Number, ColumnType.Boolean, ColumnType.Date, ColumnType.Timestamp];
        var gate = Given.Gate([.. types.Select((type, at) => Given.Column("inbdt"[at].ToString(), type))]);

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.All(gate.Columns, column =>
        {
            var found = profile.Violations[column.Type.Id.Text];
            Assert.Equal(1, found.Count);
            Assert.Contains($"1 of them are '{mark}'", found.Note, StringComparison.Ordinal);
            Assert.Contains("add 'missing: " + line + "'", found.Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_profile_of_other_marks_is_another_profile()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\nNA\n1\n");
        var profiles = new Profiles.DataProfiles(Given.Engine(), remember: true);
        var gate = Given.Gate(Given.Column("n", ColumnType.Text));

        Assert.Equal(0, await Missing(gate));
        Assert.Equal(1, await Missing(gate with { MissingMarks = ["NA"] }));
        Assert.Equal(1, await Missing(gate with { Columns = [gate.Columns[0] with { MissingMarks = ["NA"] }] }));

        async Task<long> Missing(DatasetGate asked) => (await profiles.ScanAsync(asked, path)).Value!.Columns[0].Missing;
    }
}
