using System.Text;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3\n", "MLG2001", 3, 1, "1 fields in row 2")]
    [InlineData("a,b\n1,2\n3,4,5\n", "MLG2001", 3, 3, "3 fields in row 2")]
    [InlineData("a,b\n1,\"2\n3,4\n", "MLG2001", 2, 2, "a quote in row 1 that is not closed")]
    [InlineData("a,b\n1,\"x\"y\n", "MLG2001", 2, 2, "text after a closing quote in row 1")]
    [InlineData("a,b\n1,2\r3,4\n", "MLG2001", 2, 1, "a different line ending after row 1")]
    [InlineData("a,b\n1,2\n3,x\0y\n", "MLG2001", 3, 2, "a NUL character in row 2, field 2")]
    [InlineData("a,b\n", "MLG2007", 0, 0, "a header without rows")]
    [InlineData("", "MLG2007", 0, 0, "an empty file")]
    [InlineData("a,b,a\n1,2,3\n", "MLG2005", 1, 3, "same name for column 1 and column 3")]
    [InlineData("a,,b\n1,2,3\n", "MLG2005", 1, 2, "no name for column 2")]
    [InlineData("sep=;\na;b\n1;2\n", "MLG2001", 1, 0, "a spreadsheet's 'sep=' line")]
    [InlineData("a;b\n1;2\n", "MLG2001", 1, 0, "one column, whose header contains semicolons")]
    [InlineData("a\tb\n1\t2\n", "MLG2001", 1, 0, "one column, whose header contains tabs")]
    [InlineData("\"a,b\n1,2\n", "MLG2001", 1, 0, "a quote in the header that is not closed")]
    [InlineData("PAR1xxxx", "MLG2001", 0, 0, "Parquet content")]
    public async Task Broken_text_is_refused_with_its_place(string text, string code, int line, int column, string found)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", text);

        var problem = await Given.Problem(path);

        Assert.Equal((code, found), (problem.Code, problem.Found));
        Assert.Equal(new FilePlace("data/a.csv", line, column), problem.Place);
        Assert.NotNull(problem.Fix);
        Assert.Equal(Outcome.Failed, problem.Outcome);
    }

    [Theory]
    [InlineData("a,b\n\n1,2\n\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\r\n1,2\r\n3,4\n")]
    [InlineData("a,b\n1,2\r\n3,4")]
    [InlineData("a,b\r\n1,\"x\r\ny\"\r\n3,\"two\nlines \"\"quoted\"\"\"\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData("a,\"b\"\n1,\"2\"\n\"3\",\"4\"")]
    [InlineData("a,b\n1,\"two\nlines \"\"quoted\"\"\"\n3,4\n")]
    public async Task Odd_but_sound_text_is_read(string text)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", text);

        var profile = await Given.SoundProfile(path, Given.Gate(Given.Column("a", ColumnType.Integer)));

        Assert.Equal(2, profile.Rows);
        Assert.Equal(["a", "b"], profile.Columns.Select(column => column.Name));
        Assert.Equal(4, profile.Columns[0].Numbers!.Min + profile.Columns[0].Numbers!.Max);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_found_anywhere()
    {
        using var folder = new TempFolder();
        var path = folder["a.csv"];
        var lines = string.Concat(Enumerable.Range(1, 300_000).Select(row => $"{row},ä\n"));
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("a,b\n" + lines), .. "x,"u8, 0xE4, (byte)'\n']);

        var problem = await Given.Problem(path);

        Assert.Equal("MLG2006", problem.Code);
        Assert.Equal("bytes that are not UTF-8 in row 300001, field 2", problem.Found);
        Assert.Equal(new FilePlace("data/a.csv", 300_002, 2), problem.Place);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Utf16_is_named(bool mark)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a.csv"], "a,b\n1,2\n", new UnicodeEncoding(bigEndian: false, byteOrderMark: mark));

        var problem = await Given.Problem(folder["a.csv"]);

        Assert.Equal(("MLG2006", "UTF-16"), (problem.Code, problem.Found));
    }

    [Fact]
    public async Task A_row_beyond_the_cap_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b\n1,2\n3," + new string('x', (16 << 20) + 10) + "\n");

        Assert.Equal(("MLG2022", "a longer row 2"), ((await Given.Problem(path)).Code, (await Given.Problem(path)).Found));
    }

    [Fact]
    public async Task A_quoted_cell_with_line_ends_beyond_the_cap_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b\n1,2\n3,\"" + string.Concat(Enumerable.Repeat("0123456789abcde\n", 1_100_000)) + "\"\n");

        Assert.Equal("MLG2022", (await Given.Problem(path)).Code);
    }

    [Fact]
    public async Task A_large_cell_below_the_cap_is_read()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b\n1,2\n3," + new string('x', 8 << 20) + "\n");

        Assert.Equal(8 << 20, (await Given.SoundProfile(path, Given.Gate())).Columns[1].Lengths!.Max);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task A_million_columns_are_refused(int columns)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", string.Join(',', Enumerable.Range(0, columns).Select(column => "c" + column)) + "\n1\n");

        Assert.Equal("MLG2022", (await Given.Problem(path)).Code);
    }

    [Fact]
    public async Task A_thousand_columns_are_profiled()
    {
        using var folder = new TempFolder();
        var path = folder.Write(
            "a.csv",
            string.Join(',', Enumerable.Range(0, 1_000).Select(column => "c" + column))
                + "\n"
                + string.Join(',', Enumerable.Range(0, 1_000))
                + "\n"
        );

        var profile = await Given.SoundProfile(
            path,
            Given.Gate([.. Enumerable.Range(0, 1_000).Select(column => Given.Column("c" + column, ColumnType.Integer))])
        );

        Assert.Equal(999, profile.Columns[999].Numbers!.Mean);
    }

    [Theory]
    [InlineData("x.csv.gz")]
    [InlineData("x.xlsx")]
    public async Task An_unknown_format_is_refused(string name)
    {
        using var folder = new TempFolder();

        Assert.Equal("MLG2001", (await Given.Problem(folder.Write(name, "a,b\n1,2\n"))).Code);
    }

    [Fact]
    public async Task Files_with_other_headers_are_refused()
    {
        using var folder = new TempFolder();
        var bytes = Given.Bytes(folder.Write("1.csv", "a,b\n1,2\n"), folder.Write("2.csv", "b,a\n1,2\n"));

        var problem = Assert.Single(
            (
                await new Profiles.DataProfiles(Given.Engine()).ProfileAsync(
                    new FileDataset(bytes, Given.Gate()),
                    isPairedNext: false,
                    CancellationToken.None
                )
            ).Problems
        );

        Assert.Equal(("MLG2001", "data/2.csv"), (problem.Code, problem.Subject));
    }

    [Fact]
    public async Task A_file_of_another_size_than_hashed_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b\n1,2\n");
        var bytes = Given.Bytes(path);
        File.AppendAllText(path, "3,4\n");

        Assert.Equal(
            "MLG1007",
            (
                await new Profiles.DataProfiles(Given.Engine()).ProfileAsync(
                    new FileDataset(bytes, Given.Gate()),
                    isPairedNext: false,
                    CancellationToken.None
                )
            )
                .Problems[0]
                .Code
        );
    }

    [Fact]
    public async Task A_file_that_was_replaced_by_one_of_the_same_size_after_the_hashing_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b\n1,2\n");
        var hashed = Given.Bytes(path) with { Files = [Given.Files(path)[0] with { Written = File.GetLastWriteTimeUtc(path) }] };
        var profiles = new Profiles.DataProfiles(Given.Engine());
        Assert.NotNull(
            (await profiles.ProfileAsync(new FileDataset(hashed, Given.Gate()), isPairedNext: false, CancellationToken.None)).Value
        );

        File.WriteAllText(path, "a,b\n3,4\n");
        File.SetLastWriteTimeUtc(path, hashed.Files[0].Written!.Value.AddTicks(10_000));

        Assert.Equal(
            "MLG1007",
            Assert
                .Single(
                    (
                        await profiles.ProfileAsync(new FileDataset(hashed, Given.Gate()), isPairedNext: false, CancellationToken.None)
                    ).Problems
                )
                .Code
        );
    }

    [Fact]
    public async Task Characters_that_globs_know_are_only_characters_in_a_path()
    {
        using var folder = new TempFolder();
        var path = folder.Write("it's [1]* ?.csv", "a\n1\n");
        folder.Write("it's 1x ?.csv", "a\n2\n3\n");

        Assert.Equal(1, (await Given.SoundProfile(path, Given.Gate())).Rows);
    }
}
