using System.IO.Compression;
using System.Text;
using MlGate.Data.Batches;
using MlGate.Data.Profiles;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Data.Tests;

public sealed class DatasetFilesTests
{
    private static readonly DatasetGate Gate = Given.Gate(Given.Column("id", ColumnType.Integer));

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"Timeout while reading page 4\"")]
    [InlineData("[3, 1]")]
    [InlineData("false")]
    [InlineData("  null")]
    public async Task A_json_line_that_is_no_object_is_refused_with_its_line(string line)
    {
        using var folder = new TempFolder();

        var problem = await Given.Problem(folder.Write("d.jsonl", "{\"id\":1}\n\n  {\"id\":2}\n" + line + "\n{\"id\":4}\n"), Gate);

        Assert.Equal(
            ("MLG2001", "one JSON object per line", "a line that is not an object, in line 4"),
            (problem.Code, problem.Expected, problem.Found)
        );
        Assert.Equal(new FilePlace("data/d.jsonl", 4, 1), problem.Place);
    }

    [Fact]
    public async Task A_long_json_line_is_looked_at_once()
    {
        using var folder = new TempFolder();
        var text = $"{{\"id\":1,\"t\":\"{new string('x', 3 << 20)}\"}}\n{{\"id\":2}}\n";

        Assert.Equal(2, (await Given.SoundProfile(folder.Write("a.jsonl", text), Gate)).Rows);
        Assert.Equal(3, (await Given.Problem(folder.Write("b.jsonl", text + "7\n"), Gate)).Place!.Line);
        Assert.Equal(3, (await Given.Problem(folder.Write("c.jsonl", text + "{\"id\":}\n"), Gate)).Place!.Line);
    }

    [Theory]
    [InlineData("{\"id\":1}\n{\"id\":2}\n{\"id\":}\n{\"id\":4}\n", 3)]
    [InlineData("{\"id\":\n", 1)]
    [InlineData("{\"id\":1} {\"id\":2}\n", 1)]
    [InlineData("{\"id\":1}\n{\"id\":2}\n{\"id\":3", 3)]
    public async Task The_place_of_a_broken_json_line_is_its_line(string text, int line)
    {
        using var folder = new TempFolder();

        Assert.Equal(new FilePlace("data/a.jsonl", line, 1), (await Given.Problem(folder.Write("a.jsonl", text), Gate)).Place);
    }

    [Fact]
    public async Task The_broken_file_of_a_folder_is_named()
    {
        // Arrange
        using var folder = new TempFolder();
        var sound = folder.Write("a.jsonl", "{\"id\":1}\n");
        var broken = folder.Write("b.jsonl", "{\"id\":2}\n{\"id\":}\n");
        var one = ParquetFile.Write(folder, "a.parquet", "SELECT range * 7919 % 20011 AS id, md5(range::VARCHAR) AS t FROM range(20000)");
        var other = folder["b.parquet"];
        var bytes = File.ReadAllBytes(one);
        bytes.AsSpan(100, 2_000).Fill(0xA5);
        File.WriteAllBytes(other, bytes);

        // Act
        var json = Assert.Single((await Profile(Gate, sound, broken)).Problems);
        var parquet = Assert.Single((await Profile(Gate, one, other)).Problems);

        // Assert
        Assert.Equal(new FilePlace("data/b.jsonl", 2, 1), json.Place);
        Assert.Equal(("MLG2001", "data/b.parquet"), (parquet.Code, parquet.Place!.File));
    }

    [Theory]
    [InlineData("a.jsonl", "\uFEFF{\"id\":1}\n{\"id\":2}\n")]
    [InlineData("a.csv", "\uFEFFid\n1\n2\n")]
    public async Task A_byte_order_mark_is_no_content(string name, string text)
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(folder.Write(name, text), Gate);

        Assert.Equal((2, "id", 0), (profile.Rows, profile.Columns[0].Name, profile.Broken("id", "type").Count));
    }

    [Fact]
    public async Task Files_that_writers_leave_beside_the_data_are_not_read()
    {
        // Arrange
        using var folder = new TempFolder();
        var data = folder.Write("part-0.csv", "id\n1\n2\n");
        string[] others = ["_SUCCESS", "_committed_17", "_started_17", ".part-0.csv.crc", ".hidden.csv"];

        // Act
        var profile = (await Profile(Gate, [data, .. others.Select(name => folder.Write(name, "x"))])).Value!;

        // Assert
        Assert.Equal(2, profile.Rows);
        Assert.Equal(1, (await Profile(Gate, folder.Write("_only.csv", "id\n1\n"))).Value!.Rows);
    }

    [Fact]
    public void Folders_of_partitions_and_of_logs_are_told_apart()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.csv", "id\n1\n");
        var files = new[] { "d/_month=1/a.csv", "d/_month=2/a.csv", "d/_delta_log/0.json", "d/.tmp/a.csv" }
            .Select(name => new ArtifactFile(name, file, new string('0', 64), new FileInfo(file).Length))
            .ToList();

        Assert.Equal(["d/_month=1/a.csv", "d/_month=2/a.csv"], Sources.FolderFiles.WithoutHidden(files).Select(kept => kept.Name));
    }

    [Theory]
    [InlineData("a.csv.gz", "id,t\n1,x\n2,y\n")]
    [InlineData("a.tsv.gz", "id\tt\n1\tx\n2\ty\n")]
    [InlineData("a.jsonl.gz", "{\"id\":1,\"t\":\"x\"}\n{\"id\":2,\"t\":\"y\"}\n")]
    public async Task Compressed_text_is_read(string name, string text)
    {
        // Arrange
        using var folder = new TempFolder();
        var path = Gzip(folder[name], Encoding.UTF8.GetBytes(text));

        // Act
        var profile = await Given.SoundProfile(path, Gate);
        var batch = await new RowBatches(Given.Engine())
            .ReadAsync(Given.Rows(path), [new BatchColumn("id", BatchType.Double)], CancellationToken.None)
            .FirstAsync(CancellationToken.None);

        // Assert
        Assert.Equal(["id", "t"], profile.Columns.Select(column => column.Name));
        Assert.Equal((2, 2), (profile.Rows, profile.Columns[0].Numbers!.Max));
        Assert.Equal([1, 2], ((double[])batch.Columns[0]).Take(batch.Rows));
    }

    [Fact]
    public async Task A_compressed_file_of_several_parts_is_read()
    {
        using var folder = new TempFolder();
        var one = File.ReadAllBytes(Gzip(folder["1.gz"], "id\n1\n2\n"u8.ToArray()));
        var other = File.ReadAllBytes(Gzip(folder["2.gz"], "3\n"u8.ToArray()));
        File.WriteAllBytes(folder["both.csv.gz"], [.. one, .. other]);

        Assert.Equal(3, (await Given.SoundProfile(folder["both.csv.gz"], Gate)).Rows);
    }

    [Fact]
    public async Task Problems_of_compressed_text_have_its_name_and_line()
    {
        using var folder = new TempFolder();

        var ragged = await Given.Problem(Gzip(folder["a.csv.gz"], "id,t\n1,x\n2\n"u8.ToArray()));

        Assert.Equal(new FilePlace("data/a.csv.gz", 3, 1), ragged.Place);
    }

    [Fact]
    public async Task A_damaged_or_huge_compressed_file_is_refused()
    {
        // Arrange
        using var folder = new TempFolder();
        var whole = File.ReadAllBytes(
            Gzip(
                folder["whole.csv.gz"],
                Encoding.UTF8.GetBytes("id\n" + string.Concat(Enumerable.Range(0, 5_000).Select(row => row + "\n")))
            )
        );
        File.WriteAllBytes(folder["damaged.csv.gz"], [.. whole[..40], .. new byte[200]]);
        folder.Write("text.csv.gz", "id\n1\n");
        var bomb = folder["bomb.csv.gz"];
        using (var packed = new GZipStream(File.Create(bomb), CompressionLevel.SmallestSize))
        {
            packed.Write("id\n"u8);
            var zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0\n", 1 << 19)));
            for (var part = 0; part < 300; part++)
            {
                packed.Write(zeros);
            }
        }

        // Act and assert
        Assert.Equal("MLG2001", (await Given.Problem(folder["damaged.csv.gz"])).Code);
        Assert.Equal("MLG2001", (await Given.Problem(folder["text.csv.gz"])).Code);
        var huge = await Given.Problem(bomb);
        Assert.Equal(("MLG2023", "data/bomb.csv.gz"), (huge.Code, huge.Place!.File));
    }

    [Fact]
    public async Task A_compressed_text_that_is_cut_is_refused()
    {
        using var folder = new TempFolder();
        var random = new Random(5);
        var whole = File.ReadAllBytes(
            Gzip(
                folder["whole.csv.gz"],
                Encoding.UTF8.GetBytes("id\n" + string.Concat(Enumerable.Range(0, 50_000).Select(_ => random.Next() + "\n")))
            )
        );
        File.WriteAllBytes(folder["cut.csv.gz"], whole[..(whole.Length / 2)]);

        Assert.Equal("MLG2001", (await Given.Problem(folder["cut.csv.gz"])).Code);
    }

    [Fact]
    public async Task Rows_of_a_folder_are_numbered_in_their_file()
    {
        // Arrange
        using var folder = new TempFolder();
        var one = folder.Write("1.csv", "id\n1\n2\n");
        var two = folder.Write("2.csv", "id\r\nx\r\n3\r\ny\r\n");

        // Act
        var found = (await Profile(Gate, one, two)).Value!.Broken("id", "type");

        // Assert
        Assert.Equal([3, 5], found.FirstRows);
        Assert.Equal([new RowPlace("data/2.csv", 1), new RowPlace("data/2.csv", 3)], found.FirstPlaces);
        Assert.Empty((await Profile(Gate, two)).Value!.Broken("id", "type").FirstPlaces);
    }

    private static async Task<Result<DatasetScan>> Profile(DatasetGate gate, params string[] paths) =>
        await new DataProfiles(Given.Engine()).ScanAsync(gate, paths);

    private static string Gzip(string path, byte[] content)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        packed.Write(content);
        return path;
    }
}
