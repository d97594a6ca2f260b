using System.Globalization;
using System.Text;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Data.Tables;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>Whether data is held in memory changes no result.</summary>
public sealed class TypedTableTests
{
    private const string Header = "id,n,x,day,at,b,c,t,extra\n";

    private static readonly EngineOptions InMemory = new() { Threads = 2 };
    private static readonly EngineOptions FromFile = InMemory with { TableMegabytes = 0 };

    [Theory]
    [InlineData("")]
    [InlineData("1,-7,1.5,2026-02-28,2026-02-28 23:59:59,true,a,text,more\n")]
    [InlineData("1,-0,-0,1969-12-31,1969-12-31T00:00:01,FALSE,a,\"a text, \"\"quoted\"\", of many letters\",\"\"\n")]
    [InlineData("1,007,5.,0001-01-01,9999-12-31,TRUE,\"a\",t,\"line\nbreak\"\n,,,,,,,,\n")]
    [InlineData("1,x,2,2026-01-01,2026-01-01,true,a,t,e\r\n2,3,y,2026-01-02,z,1,NA,,e\r\n")]
    [InlineData("1,1.0,1e-5,2026-02-30,2026-01-01 25:00:00,yes,NA,123456789012,e\n1,2,1e400,,,,,1234567890123,e\n")]
    [InlineData("9007199254740993,1,9007199254740993,,,,,,\n9007199254740992,2,0.000012345678901234567,,,,,,\n")]
    [InlineData("\"1\",\"2\",\"3\",\"2026-01-01\",\"2026-01-01\",\"true\",\"é😀\",\"ééééééé\",\" \"")]
    public async Task A_profile_is_the_same_from_memory_and_from_the_file(string rows)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", Header + "3,5,0.1,2026-01-31,2026-01-31,true,a,t,e\n" + rows);

        Assert.Equal(await Profile(path, FromFile), await Profile(path, InMemory));
    }

    [Theory]
    [InlineData(4_000, true)]
    [InlineData(4_096, false)]
    [InlineData(70_000, false)]
    [InlineData(70_000, true)]
    [InlineData(400_000, false)]
    public async Task Many_rows_give_the_same_profile_and_the_same_pairs(int rows, bool broken)
    {
        using var folder = new TempFolder();
        var (old, now) = (folder["old.csv"], folder["new.csv"]);
        Write(old, rows, 1, broken: false);
        Write(now, rows, 2, broken);

        Assert.Equal(await Profile(now, FromFile), await Profile(now, InMemory));
        Assert.Equal(await Pairs(old, now, FromFile, Gate), await Pairs(old, now, InMemory, Gate));
        Assert.Equal(await Profile(now, FromFile), await Profile(now, InMemory with { TableMegabytes = 1 }));
        Assert.Equal(await Pairs(old, now, FromFile, Gate), await Pairs(old, now, InMemory with { TableMegabytes = 1 }, Gate));
    }

    [Fact]
    public async Task Only_added_rows_give_the_same_pairs()
    {
        using var folder = new TempFolder();
        var (old, now) = (folder["old.csv"], folder["new.csv"]);
        Write(old, 3_000, 1, broken: false);
        Write(now, 3_000, 1, broken: true);
        var gate = Gate with
        {
            Drift = new DriftGate
            {
                Place = Given.Place,
                Id = "drift",
                AddedRowsOnly = true,
            },
        };

        Assert.Equal(await Pairs(old, now, FromFile, gate), await Pairs(old, now, InMemory, gate));
    }

    [Fact]
    public async Task A_text_that_goes_on_in_the_second_half_of_the_file_is_one_text()
    {
        using var folder = new TempFolder();
        var text = new StringBuilder("id,t\n");
        var lines = new string('\n', 4_000);
        for (var row = 0; row < 2_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},\"{lines}\"\n");
        }

        var path = folder.Write("a.csv", text.ToString());
        var gate = Given.Gate(Given.Column("id", ColumnType.Integer), Given.Column("t", ColumnType.Text));

        Assert.Equal(2_000, (await Given.SoundProfile(path, gate)).Rows);
        Assert.Equal(4_000, (await Given.SoundProfile(path, gate)).Columns[1].Lengths!.Min);
        Assert.False(ScannedFields.Scan(path, 2).Shapes(0).HasFlag(FieldShapes.Other));
    }

    [Fact]
    public async Task A_file_that_was_written_anew_is_read_anew()
    {
        using var folder = new TempFolder();
        var (old, now) = (folder.Write("old.csv", "id,n\n1,1\n"), folder.Write("new.csv", "id,n\n1,2\n"));
        var gate = Given.Gate(Given.Column("id", ColumnType.Integer, ColumnRole.Id), Given.Column("n", ColumnType.Integer));
        var profiles = new DataProfiles(InMemory);

        var before = (await profiles.PairAsync(gate, old, now)).Value!;
        folder.Write("new.csv", "id,n\n1,2\n2,33\n");
        var after = (await profiles.PairAsync(gate, old, now)).Value!;

        Assert.Equal([1.0, 2], Assert.Single(before).Values);
        Assert.Equal([1.0, 2, 33], Assert.Single(after).Values);
    }

    [Fact]
    public void The_oldest_tables_make_room_for_new_ones()
    {
        var store = new TableStore(mostBytes: 200_000);
        using var folder = new TempFolder();
        var settings = new FieldSettings(
            ',',
            [
                [],
                [],
            ]
        )
        {
            Types = [ColumnType.Integer, ColumnType.Text],
            MostBytes = 100_000,
        };
        var files = Enumerable.Range(0, 5).Select(at => Given.Files(folder.Write($"{at}.csv", "id,t\n1,a\n"))).ToList();

        foreach (var file in files)
        {
            var scan = new FieldScan(settings);
            scan.Read(file[0].Location, CancellationToken.None);
            store.Add(file, settings, new ReadText([], scan.Table()!));
        }

        // A vector of 2,048 integers and texts has 49,152 bytes: four of them are held.
        Assert.Null(store.Find(files[0], settings));
        Assert.All(files.Skip(1), file => Assert.NotNull(store.Find(file, settings)));
        Assert.Null(store.Find(files[4], settings.Keeping([ColumnType.Number, null], 100_000)));
        Assert.NotNull(store.Find(files[4], settings.Keeping([null, ColumnType.Text], 100_000)));
    }

    [Fact]
    public void Numbers_are_sorted_as_by_comparing_them()
    {
        var random = new Random(4);
        double[] special = [0, 0, 1, -1, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1e-300, 0.1, 0.1];
        double[] numbers = [.. Enumerable.Range(0, 10_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())), .. special];
        numbers = [.. numbers.Where(double.IsFinite), .. Enumerable.Range(0, 1_000).Select(_ => (double)random.Next(-50, 50))];
        double[] expected = [.. numbers.Order()];

        SortedNumbers.Sort(numbers, new double[numbers.Length]);

        Assert.Equal(expected, numbers);
    }

    private static DatasetGate Gate { get; } =
        Given.Gate(
            Given.Column("id", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("unique")],
            },
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [ColumnConstraints.Min.Declare(Given.Limit(0.0, "min"))],
                MaxMissing = Given.Of(0.0, "missing"),
            },
            Given.Column("x", ColumnType.Number) with
            {
                Constraints = [ColumnConstraints.Max.Declare(Given.Limit(100.0, "max"))],
            },
            Given.Column("day", ColumnType.Date) with
            {
                Constraints = [ColumnConstraints.After.Declare(Given.Moment("1990-01-01", "after"))],
            },
            Given.Column("at", ColumnType.Timestamp),
            Given.Column("b", ColumnType.Boolean),
            Given.Column("c", ColumnType.Category) with
            {
                Constraints = [ColumnConstraints.In.Declare(Given.Of<IReadOnlyList<string>>(["a", "b"], "in"))],
                MissingMarks = ["NA"],
            },
            Given.Column("t", ColumnType.Text) with
            {
                Constraints =
                [
                    ColumnConstraints.Regex.Declare(Given.Of("[a-z]+", "regex")),
                    ColumnConstraints.MaxLength.Declare(Given.Of(12L, "length")),
                ],
            }
        ) with
        {
            Drift = new DriftGate { Place = Given.Place, Id = "drift" },
            Constraints = [Given.Rule("r", "n < 5 or x > 1 or b")],
        };

    private static async Task<string> Profile(string path, EngineOptions options)
    {
        var result = await new DataProfiles(options).ScanAsync(Gate, path);
        return result.Value is { } profile
            ? profile.Text()
            : string.Join('\n', result.Problems.Select(problem => problem.Code + " " + problem.Message));
    }

    private static async Task<string> Pairs(string old, string now, EngineOptions options, DatasetGate gate)
    {
        var profiles = new DataProfiles(options);
        await profiles.ScanAsync(gate, now);
        var pairs = (await profiles.PairAsync(gate, old, now)).Value!;
        return string.Join('\n', pairs.Select(Text));
    }

    private static string Text(PairedDistribution pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{pair.Column} {pair.BaselineScale:R}\n")
        + string.Join(' ', pair.Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))
        + string.Join(' ', pair.Categories.Select(value => value ?? "missing"))
        + string.Join(' ', pair.Baseline)
        + string.Join(' ', pair.Candidate);

    private static void Write(string path, int rows, int seed, bool broken)
    {
        var random = new Random(seed);
        using var writer = new StreamWriter(path);
        writer.Write(Header);
        for (var row = 0; row < rows; row++)
        {
            var number = broken && row == rows / 2 ? "none" : random.Next(100).ToString(CultureInfo.InvariantCulture);
            var x = Math.Exp(30 * (random.NextDouble() - 0.7));
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row},{(random.Next(9) == 0 ? "" : number)},{x:R},19{10 + random.Next(90)}-0{1 + random.Next(9)}-11,"
                        + $"2026-01-01 {random.Next(24):00}:00:00,{(random.Next(3) == 0 ? "" : "true")},{"abNA"[random.Next(2)]},"
                        + $"{new string('t', 1 + random.Next(20))},\"e \"\"{random.Next(9)}\"\"\"\n"
                )
            );
        }
    }
}
