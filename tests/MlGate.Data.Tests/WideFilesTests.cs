using System.IO.Compression;
using System.Text;
using MlGate.Data.Inference;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>
/// A file of very many columns has the profile, the findings and the schema that its columns have in files of few columns.
/// </summary>
public sealed class WideFilesTests
{
    private const int Columns = 480;
    private const int FewColumns = 48;
    private const int Rows = 60;

    private static readonly IReadOnlyList<int> All = [.. Enumerable.Range(0, Columns)];

    [Theory]
    [InlineData("wide.csv", "\n")]
    [InlineData("wide.csv", "\r\n")]
    [InlineData("wide.csv.gz", "\n")]
    public async Task A_wide_file_has_the_profile_and_the_findings_of_narrow_files(string name, string lineEnd)
    {
        // Arrange
        using var folder = new TempFolder();
        var wide = Write(folder, name, WideColumns.Text(All, Rows, lineEnd));

        // Act
        var profile = await Given.SoundProfile(wide, Gate(All) with { Constraints = [Given.Rule("r", "n0 < n472 or c1 > 50")] });

        // Assert
        Assert.Equal((Rows, Columns), (profile.Rows, profile.Columns.Count));
        Assert.InRange(profile.Violations["datasets.train.rules.r"].Count, 1, Rows);
        Assert.Contains(profile.Violations, check => check.Value.Note is not null);
        foreach (var few in All.Chunk(FewColumns))
        {
            var narrow = await Given.SoundProfile(Write(folder, "narrow.csv", WideColumns.Text(few, Rows, lineEnd)), Gate(few));
            Assert.Equivalent(narrow.Columns, profile.Columns.Skip(few[0]).Take(few.Length), strict: true);
            Assert.All(narrow.Violations, check => Assert.Equivalent(check.Value, profile.Violations[check.Key], strict: true));
        }
    }

    [Fact]
    public async Task Unique_columns_and_keys_of_a_wide_file_are_those_of_a_narrow_one()
    {
        // Arrange
        using var folder = new TempFolder();
        int[] few = [0, 7, 479];
        var wide = folder.Write("wide.csv", WideColumns.Text(All, Rows, "\n"));
        var narrow = folder.Write("narrow.csv", WideColumns.Text(few, Rows, "\n"));
        var gate = Given.Gate(
            Given.Column("n0", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("unique")],
            },
            Given.Column("c479", ColumnType.Integer)
        ) with
        {
            Constraints = [Given.Key("key", "c7", "c479")],
        };

        // Act
        var (one, other) = (await Given.SoundProfile(wide, gate), await Given.SoundProfile(narrow, gate));

        // Assert
        Assert.Equivalent(other.Violations, one.Violations, strict: true);
    }

    [Theory]
    [InlineData("wide.csv")]
    [InlineData("wide.csv.gz")]
    public async Task A_row_of_a_wide_file_with_too_few_fields_is_named(string name)
    {
        // Arrange
        using var folder = new TempFolder();
        var plain = WideColumns.Text([.. All.Where(column => column % 8 != 3)], 3, "\n").Split('\n');
        plain[2] = plain[2][..plain[2].LastIndexOf(',')];

        // Act
        var problem = await Given.Problem(Write(folder, name, string.Join('\n', plain)));

        // Assert
        Assert.Equal(Diagnostics.DataNotReadable.Code, problem.Code);
        Assert.Equal(3, problem.Place?.Line);
        Assert.Contains("419 fields in row 2", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2,3", 2)]
    [InlineData("1,2,3,", 2)]
    [InlineData("1,2,3\n\n", 2)]
    [InlineData("1,a\"b,3", 2)]
    [InlineData("1,\" x \",3\n\n4,5,6", 3)]
    public async Task Rows_that_the_engine_reads_are_rows_of_a_wide_file(string start, int rows)
    {
        // Arrange
        using var folder = new TempFolder();
        var more = string.Concat(Enumerable.Range(3, 500).Select(column => ",c" + column));
        var lines = start
            .Split('\n')
            .Select(line => line.Split(','))
            .Select(fields =>
                fields.Length == 1 ? "" : string.Join(',', [.. fields.Take(3), .. Enumerable.Repeat("7", 500), .. fields.Skip(3)])
            );
        var last = "9,9,9" + string.Concat(Enumerable.Repeat(",9", 500));

        // Act
        var wide = await Given.SoundProfile(
            folder.Write("wide.csv", $"\uFEFFc0,c1,c2{more}\n{string.Join('\n', lines)}\n{last}"),
            Given.Gate()
        );
        var narrow = await Given.SoundProfile(folder.Write("narrow.csv", $"\uFEFFc0,c1,c2\n{start}\n9,9,9"), Given.Gate());

        // Assert
        Assert.Equal((rows, rows), (narrow.Rows, wide.Rows));
        Assert.Equivalent(narrow.Columns, wide.Columns.Take(3), strict: true);
    }

    [Fact]
    public async Task A_wide_file_without_rows_is_empty()
    {
        using var folder = new TempFolder();

        var problem = await Given.Problem(folder.Write("wide.csv", WideColumns.Text(All, 0, "\n")));

        Assert.Equal(Diagnostics.DataEmpty.Code, problem.Code);
    }

    [Fact]
    public async Task The_schema_of_a_wide_file_is_that_of_narrow_files()
    {
        // Arrange
        using var folder = new TempFolder();
        var wide = folder.Write("wide.csv", WideColumns.Text(All, Rows, "\n"));

        // Act
        var schema = await Infer(wide);

        // Assert
        Assert.Equal(["?", "NA"], schema.MissingMarks);
        foreach (var few in All.Chunk(FewColumns))
        {
            var narrow = await Infer(folder.Write("narrow.csv", WideColumns.Text(few, Rows, "\n")));
            var same = schema.Columns.Skip(few[0]).Take(few.Length);
            Assert.Equivalent(narrow.Columns.Select(WithoutRole), same.Select(WithoutRole), strict: true);
        }
    }

    private static DatasetGate Gate(IEnumerable<int> columns) =>
        Given.Gate([.. columns.Select(WideColumns.Gate).OfType<ColumnGate>()]) with
        {
            MissingMarks = ["NA"],
        };

    // Of all columns only one is the label, and one the time.
    private static InferredColumn WithoutRole(InferredColumn column) => column with { Role = ColumnRole.Feature, Remark = null };

    private static async Task<InferredDataset> Infer(string path)
    {
        var schema = await new SchemaInference(Given.Engine()).InferAsync(Given.Files(path), CancellationToken.None);
        Assert.True(schema.Value is not null, string.Join("\n", schema.Problems.Select(problem => problem.Message)));
        return schema.Value;
    }

    private static string Write(TempFolder folder, string name, string text)
    {
        using var file = File.Create(folder[name]);
        using Stream target = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        target.Write(Encoding.UTF8.GetBytes(text));
        return folder[name];
    }
}
