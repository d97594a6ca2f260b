using MlGate.Checks.Data.Constraints;
using MlGate.Checks.Models.Evaluation;
using MlGate.Gates;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Checks.Models.Segments;

/// <summary>How rows are parted.</summary>
public sealed class SegmentationTests
{
    private static readonly Dictionary<string, RowValues> Columns = new()
    {
        ["contract"] = Values("Two year", null, "Monthly", "Two year", "Monthly"),
        ["tenure"] = Values("12", "11.5", "-1", "24", "x"),
    };

    [Fact]
    public void Each_value_is_a_segment_and_missing_values_are_one() =>
        Assert.Equal(
            ["contract is missing: 1", "contract=Monthly: 2 4", "contract=Two year: 0 3"],
            Part(new SegmentColumn("contract", []))
        );

    [Fact]
    public void An_edge_belongs_to_the_bin_above_it_and_what_is_no_number_is_missing() =>
        Assert.Equal(
            ["12≤tenure<24: 0", "tenure is missing or no number: 4", "tenure<12: 1 2", "tenure≥24: 3"],
            Part(new SegmentColumn("tenure", [12, 24]))
        );

    [Fact]
    public void Combinations_are_those_that_rows_have() =>
        Assert.Equal(
            [
                "contract is missing, tenure<12: 1",
                "contract=Monthly, tenure is missing or no number: 4",
                "contract=Monthly, tenure<12: 2",
                "contract=Two year, tenure≥12: 0 3",
            ],
            Part(new SegmentColumn("contract", []), new SegmentColumn("tenure", [12]))
        );

    [Fact]
    public void A_declared_value_without_rows_is_an_empty_segment()
    {
        var test = new DatasetGate
        {
            Name = "test",
            Place = Evaluations.Place,
            Path = "test.csv",
            Columns =
            [
                new ColumnGate
                {
                    Name = "contract",
                    Place = Evaluations.Place,
                    Id = "datasets.test.columns.contract",
                    Type = new Declared<ColumnType>(ColumnType.Category, "datasets.test.columns.contract.type", Evaluations.Place),
                    Constraints =
                    [
                        new DeclaredValueConstraint<IReadOnlyList<string>>(
                            ColumnConstraints.In,
                            new Declared<IReadOnlyList<string>>(
                                ["Monthly", "One year"],
                                "datasets.test.columns.contract.in",
                                Evaluations.Place
                            )
                        ),
                    ],
                },
            ],
        };

        Assert.Contains("contract=One year: ", Part(test, new SegmentColumn("contract", [])));
        Assert.DoesNotContain(Part(new SegmentColumn("contract", [])), part =>
            part.StartsWith("contract=One year", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_value_that_reads_like_a_combination_is_another_segment()
    {
        var columns = new Dictionary<string, RowValues> { ["a"] = Values("x, b=y", "x"), ["b"] = Values("z", "y") };
        IEnumerable<string> Names(params SegmentColumn[] of) =>
            Segmentation.From(new SegmentColumns(of, Evaluations.Place), columns, null)!.Select(segment => segment.Name);

        Assert.Equal(["a=\"x, b=y\"", "a=x"], Names(new SegmentColumn("a", [])));
        Assert.Contains("a=x, b=y", Names(new SegmentColumn("a", []), new SegmentColumn("b", [])));
    }

    [Fact]
    public void Forty_columns_of_two_values_are_combined_without_overflow()
    {
        var names = Enumerable.Range(0, 40).Select(column => $"c{column}").ToList();
        var columns = names.ToDictionary(name => name, name => Values("0", "1", name == "c7" ? "1" : "0"));

        var segments = Segmentation.From(
            new SegmentColumns([.. names.Select(name => new SegmentColumn(name, []))], Evaluations.Place),
            columns,
            null
        )!;

        Assert.Equal(
            [
                [0],
                [2],
                [1],
            ],
            segments.Select(segment => segment.Rows)
        );
    }

    [Fact]
    public void A_bin_without_rows_is_an_empty_segment() =>
        Assert.Contains("100≤tenure<200: ", Part(new SegmentColumn("tenure", [100, 200])));

    [Theory]
    [InlineData(Segmentation.Most, true)]
    [InlineData(Segmentation.Most + 1, false)]
    public void More_segments_than_anybody_reads_are_none(int count, bool isPossible)
    {
        var ids = new Dictionary<string, RowValues> { ["id"] = Values([.. Enumerable.Range(0, count).Select(id => $"{id}")]) };

        Assert.Equal(
            isPossible,
            Segmentation.From(new SegmentColumns([new SegmentColumn("id", [])], Evaluations.Place), ids, null) is not null
        );
    }

    private static IEnumerable<string> Part(params SegmentColumn[] columns) => Part(null, columns);

    private static IEnumerable<string> Part(DatasetGate? test, params SegmentColumn[] columns) =>
        Segmentation
            .From(new SegmentColumns(columns, Evaluations.Place), Columns, test)!
            .Select(segment => $"{segment.Name}: {string.Join(' ', segment.Rows)}");

    private static RowValues Values(params string?[] values)
    {
        string[] texts = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new RowValues(texts, [.. values.Select(value => value is null ? -1 : Array.IndexOf(texts, value))]);
    }
}
