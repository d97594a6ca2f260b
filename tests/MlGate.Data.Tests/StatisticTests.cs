using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class StatisticTests
{
    [Theory]
    [InlineData("n\n1\n2\n\n6\n", 3.0)]
    [InlineData("n\n-1.5\nx\n2.5\n", 0.5)]
    [InlineData("n\nx\n", null)]
    public async Task The_mean_is_that_of_the_present_values_of_the_type(string text, double? mean)
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(folder.Write("a.csv", text), Given.Gate(Given.Column("n", ColumnType.Number)));

        Assert.Equal(mean, ColumnConstraints.Mean.Read(profile.Columns[0]));
    }

    [Theory]
    [InlineData("n\n2\n4\n4\n4\n5\n5\n7\n9\n", 2.138089935299395)]
    [InlineData("n\n7\n", 0.0)]
    [InlineData("n\nx\n", null)]
    public async Task The_standard_deviation_is_that_of_a_sample(string text, double? deviation)
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(folder.Write("a.csv", text), Given.Gate(Given.Column("n", ColumnType.Number)));

        var found = ColumnConstraints.StandardDeviation.Read(profile.Columns[0]);
        Assert.Equal(deviation is null, found is null);
        Assert.Equal(deviation ?? 0, found ?? 0, 1e-12);
    }

    [Fact]
    public void A_profile_depends_on_how_columns_are_read_and_on_no_check()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n1\n");
        var column = Given.Column("n", ColumnType.Number);
        var limit = ColumnConstraints.Mean.Limits[0].Declare(Given.Limit(1, "datasets.train.columns.n.mean.min"));
        string Key(ColumnGate declared) => ProfileKey.From(Given.Dataset(Given.Gate(declared), path), DuckDbDialect.Instance.Engine);

        Assert.Equal(
            Key(column),
            Key(column with { Constraints = [limit, Given.Unique("unique")], MaxMissing = Given.Of(0.0, "missing") })
        );
        Assert.NotEqual(Key(column), Key(column with { MissingMarks = ["NA"] }));
        Assert.NotEqual(Key(column), Key(Given.Column("n", ColumnType.Text)));
        Assert.NotEqual(Key(column), Key(Given.Column("m", ColumnType.Number)));
    }
}
