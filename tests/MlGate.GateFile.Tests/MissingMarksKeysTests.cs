using MlGate.Checks.Data.Constraints;
using MlGate.GateFile.Parsing;
using MlGate.Gates;

namespace MlGate.GateFile.Tests;

public sealed class MissingMarksKeysTests
{
    [Fact]
    public void Marks_are_declared_per_dataset_and_per_column()
    {
        var dataset = Parse(
            """
            version: 1
            name: t
            datasets:
              d:
                path: d.csv
                missing: [NA, "?", -999]
                columns:
                  a: { type: integer, missing: { max: 1%, marks: [none] } }
                  b: { type: integer, missing: ["-"] }
                  c: { type: category, missing: { marks: [] } }
                  d: { type: text, missing: { max: 5% } }
            """
        ).Datasets[0];

        var marks = MissingMarks.From(dataset);
        Assert.Equal(["NA", "?", "-999"], dataset.MissingMarks);
        Assert.Equal(["none"], marks.For("a"));
        Assert.Equal(0.01, dataset.Columns[0].MaxMissing!.Value);
        Assert.Equal(["-"], marks.For("b"));
        Assert.Null(dataset.Columns[1].MaxMissing);
        Assert.Empty(marks.For("c"));
        Assert.Equal(["NA", "?", "-999"], marks.For("d"));
        Assert.Equal(["NA", "?", "-999"], marks.For("not declared"));
    }

    [Fact]
    public void A_list_of_marks_keeps_the_limit_of_a_policy_and_is_said_to_be_weaker()
    {
        var files = new GateFilesInMemory
        {
            Texts = new Dictionary<string, string>
            {
                ["base.yml"] = "version: 1\ndatasets: { d: { columns: { a: { type: integer, missing: { max: 1% } } } } }\n",
            },
        };

        var gate = GateParser
            .Parse(
                "version: 1\nname: t\nextends: base.yml\ndatasets: { d: { path: d.csv, missing: [NA], columns: { a: { missing: "
                    + "[\"?\"] } } } }\n",
                "mlgate.yml",
                files
            )
            .Value!;

        Assert.Equal(0.01, gate.Datasets[0].Columns[0].MaxMissing!.Value);
        Assert.Equal(["?"], gate.Datasets[0].Columns[0].MissingMarks);
        Assert.Equal(["datasets.d.missing", "datasets.d.columns.a.missing.marks"], gate.Loosened.Select(loosened => loosened.Id));
    }

    [Theory]
    [InlineData("1234567890123456789", 1234567890123456789L)]
    [InlineData("1234567890123456789.0", 1234567890123456789L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("1e3", 1000L)]
    [InlineData("1.5", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e300", null)]
    public void A_limit_keeps_all_digits_of_a_whole_number(string written, long? whole)
    {
        var gate = Parse(
            $"version: 1\nname: t\ndatasets: {{ d: {{ path: d.csv, columns: {{ a: {{ type: integer, min: {written} }} }} }} }}\n"
        );

        Assert.Equal(whole, gate.Datasets[0].Columns[0].Find(ColumnConstraints.Min)!.Value.Whole);
    }

    [Fact]
    public void Limits_that_share_a_double_are_compared_exactly()
    {
        Assert.True(GateNumber.TryParse("9007199254740993", out var more));
        Assert.True(GateNumber.TryParse("9007199254740992", out var less));
        Assert.True(less < more);
        Assert.Equal("9007199254740993", more.ToString());
    }

    private static Gate Parse(string text)
    {
        var result = GateParser.Parse(text.ReplaceLineEndings("\n"), "mlgate.yml", new GateFilesInMemory());
        Assert.Empty(result.Problems.Select(problem => problem.Place + " " + problem.Message));
        return result.Value!;
    }
}
