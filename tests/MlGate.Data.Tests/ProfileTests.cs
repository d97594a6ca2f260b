using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Caching;
using MlGate.Data.Profiles;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class ProfileTests
{
    [Fact]
    public async Task Numbers_of_real_data_are_what_a_plain_loop_computes()
    {
        // Arrange
        var gate = Given.Gate(
            Given.Column("tenure", ColumnType.Integer),
            Given.Column("monthly_charges", ColumnType.Number),
            Given.Column("total_charges", ColumnType.Number)
        );

        // Act
        var profile = await Given.SoundProfile(Given.TestData("churn.csv"), gate);

        // Assert
        Assert.Equal(7_043, profile.Rows);
        Assert.Equal(20, profile.Columns.Count);
        foreach (var (name, index) in new[] { ("tenure", 5), ("monthly_charges", 18), ("total_charges", 19) })
        {
            var values = PlainCsv
                .Column(Given.TestData("churn.csv"), index)
                .Where(text => text.Length > 0)
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
                .Order()
                .ToList();
            var column = profile.Columns[index];
            var mean = values.Average();
            Assert.Equal(name, column.Name);
            Assert.Equal(values.Count, column.Present);
            Assert.Equal(7_043 - values.Count, column.Missing);
            Assert.Equal(values.Distinct().Count(), column.Distinct);
            Assert.Equal(values[0], column.Numbers!.Min);
            Assert.Equal(values[^1], column.Numbers.Max);
            Assert.Equal(mean, column.Numbers.Mean, 1e-9);
            Assert.Equal(
                Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)),
                column.Numbers.StandardDeviation,
                1e-8
            );
            Assert.Equal(values[(values.Count - 1) / 2], column.Numbers.Quantiles[4], 0.5);
        }
    }

    [Fact]
    public async Task A_profile_is_computed_where_the_cache_cannot_be_written()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n1\n2\n");
        var file = folder.Write("not-a-folder", "");

        var profile = await new DataProfiles(Given.Engine(), new ContentCache(Path.Combine(file, "cache"))).ProfileAsync(
            Given.Dataset(Given.Gate(), path),
            isPairedNext: false,
            CancellationToken.None
        );

        Assert.Empty(profile.Problems);
        Assert.Equal(2, profile.Value!.Rows);
    }

    [Fact]
    public async Task Categories_of_real_data_are_counted()
    {
        var profile = await Given.SoundProfile(
            Given.TestData("churn.csv"),
            Given.Gate(Given.Column("contract", ColumnType.Category), Given.Column("female", ColumnType.Boolean))
        );

        var contract = profile.Columns.Single(column => column.Name == "contract");
        var expected = PlainCsv
            .Column(Given.TestData("churn.csv"), 15)
            .CountBy(text => text)
            .OrderByDescending(pair => pair.Value)
            .Select(pair => (pair.Key, (long)pair.Value));
        Assert.Equal(expected, contract.Top.Select(count => (count.Value, count.Count)));
        Assert.Equal(3, contract.Distinct);
        Assert.Equal("Two year".Length, contract.Lengths!.Min);
        Assert.Equal(["false", "true"], profile.Columns[1].Top.Select(count => count.Value).Order());
    }

    [Fact]
    public async Task Every_declared_check_is_counted_and_names_the_first_rows()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n,c,t,when\n1,x,aa,2026-01-01\n,y,b,2026-02-30\n7,z,abc,2026-03-01\nx,x,,2025-01-01\n9,x,aa,\n");
        var gate = Given.Gate(
            Given.Column("n", ColumnType.Integer) with
            {
                MaxMissing = Given.Of(0.0, "missing"),
                Constraints =
                [
                    ColumnConstraints.Min.Declare(Given.Limit(2.0, "min")),
                    ColumnConstraints.Max.Declare(Given.Limit(8.0, "max")),
                ],
            },
            Given.Column("c", ColumnType.Category) with
            {
                Constraints = [ColumnConstraints.In.Declare(Given.Of<IReadOnlyList<string>>(["x", "y"], "in"))],
            },
            Given.Column("t", ColumnType.Text) with
            {
                Constraints =
                [
                    ColumnConstraints.Regex.Declare(Given.Of("a+", "regex")),
                    ColumnConstraints.MinLength.Declare(Given.Of(2L, "min-length")),
                    ColumnConstraints.MaxLength.Declare(Given.Of(2L, "max-length")),
                    Given.Unique("unique"),
                ],
            },
            Given.Column("when", ColumnType.Date) with
            {
                Constraints =
                [
                    ColumnConstraints.After.Declare(Given.Moment("2026-01-01", "after")),
                    ColumnConstraints.Before.Declare(Given.Moment("2026-02-01", "before")),
                ],
            }
        ) with
        {
            Constraints = [Given.Key("key", "c", "t"), Given.Rule("r", "n <= 8 or c = 'y'")],
        };

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Check("datasets.train.columns.n.type", 1, 4, 4);
        Check("missing", 1, 5, 2);
        Check("min", 1, 3, 1);
        Check("max", 1, 3, 5);
        Check("datasets.train.columns.c.type", 0, 5);
        Check("in", 1, 5, 3);
        Check("regex", 2, 4, 2, 3);
        Check("min-length", 1, 4, 2);
        Check("max-length", 1, 4, 3);
        Check("unique", 1, 4, 5);
        Check("datasets.train.columns.when.type", 1, 4, 2);
        Check("after", 1, 3, 4);
        Check("before", 1, 3, 3);
        Check("key", 1, 4, 5);
        Check("datasets.train.rules.r", 1, 4, 5);

        void Check(string id, long count, long of, params long[] rows)
        {
            Assert.Equal((id, count, of), (id, profile.Violations[id].Count, profile.Violations[id].Of));
            Assert.Equal(rows, profile.Violations[id].FirstRows);
        }
    }

    [Fact]
    public async Task Rows_are_numbered_across_files_in_their_order()
    {
        using var folder = new TempFolder();
        var one = folder.Write("1.csv", "n\n1\n2\n");
        var two = folder.Write("2.csv", "n\nx\n3\ny");
        var gate = Given.Gate(Given.Column("n", ColumnType.Integer));

        var profile = (await new Profiles.DataProfiles(Given.Engine()).ScanAsync(gate, one, two)).Value!;

        Assert.Equal(5, profile.Rows);
        Assert.Equal([3, 5], profile.Broken("n", "type").FirstRows);
    }

    [Fact]
    public async Task Names_of_columns_differ_by_case_and_may_hold_anything()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,A,\"x'\"\"; drop\",c1\n1,2,3,4\n");

        var profile = await Given.SoundProfile(
            path,
            Given.Gate(Given.Column("A", ColumnType.Integer)) with
            {
                Constraints = [Given.Rule("r", "\"A\" = 2 and cast(a as varchar) = '1' and cast(c1 as integer) = 4")],
            }
        );

        Assert.Equal(["a", "A", "x'\"; drop", "c1"], profile.Columns.Select(column => column.Name));
        Assert.Equal(0, profile.Violations["datasets.train.rules.r"].Count);
    }

    [Fact]
    public async Task Results_are_the_same_for_any_number_of_threads()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder["big.csv"];
        LargeFile.Write(path, 400_000);
        var gate = LargeFile.Gate;

        // Act
        var texts = new List<string>();
        foreach (var threads in new[] { 1, 2, 4 })
        {
            texts.Add((await Given.SoundProfile(path, gate, threads)).Text());
        }

        // Assert
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(texts[0], texts[2]);
    }

    [Fact]
    public async Task A_profile_is_text_that_reads_back_the_same()
    {
        var profile = await Given.SoundProfile(
            Given.TestData("penguins.csv"),
            Given.Gate(
                Given.Column("species", ColumnType.Category),
                Given.Column("year", ColumnType.Number) with
                {
                    Constraints = [ColumnConstraints.Max.Declare(Given.Limit(2008.0, "max"))],
                }
            )
        );

        var text = Profiles.ProfileText.Write(profile.Profile);
        var answers = Profiles.ViolationsText.Write(new Profiles.QueryAnswers(profile.Violations, profile.NotUsable));

        Assert.Equal(text, Profiles.ProfileText.Write(Profiles.ProfileText.Read(text)));
        Assert.Equal(answers, Profiles.ViolationsText.Write(Profiles.ViolationsText.Read(answers)));
        Snapshot.Verify(System.Text.Encoding.UTF8.GetString(text), "json");
    }
}
