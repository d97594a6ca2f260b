using MlGate.Profiles;

namespace MlGate.Core.Tests.Profiles;

public sealed class ProfileDiffTests
{
    private static ColumnProfile Column(string name, long missing = 0, double mean = 1) =>
        new()
        {
            Name = name,
            StoredAs = "VARCHAR",
            Present = 10 - missing,
            Missing = missing,
            Numbers = new NumberProfile(0, 2, mean, 1, [0, 0, 0, 0, 1, 2, 2, 2, 2]),
        };

    private static DatasetProfile Profile(long rows, params ColumnProfile[] columns) => new() { Rows = rows, Columns = columns };

    [Fact]
    public void Equal_profiles_have_no_difference() =>
        Assert.Empty(ProfileDiff.Between(Profile(10, Column("a")), Profile(10, Column("a"))));

    [Theory]
    [InlineData(true, 1_500, 0)]
    [InlineData(true, 2_000, 1)]
    [InlineData(false, 1_001, 1)]
    public void Estimates_of_distinct_values_differ_only_beyond_their_error(bool estimated, long after, int changes)
    {
        var column = Column("a") with { Distinct = 1_000, IsDistinctEstimated = estimated };

        Assert.Equal(changes, ProfileDiff.Between(Profile(10, column), Profile(10, column with { Distinct = after })).Count);
    }

    [Fact]
    public void Names_what_changed_with_both_values()
    {
        var changes = ProfileDiff.Between(
            Profile(10, Column("a"), Column("gone")),
            Profile(12, Column("a", missing: 2, mean: 1.5), Column("new"))
        );

        Assert.Equal(
            [
                new ProfileChange("rows", "10", "12"),
                new ProfileChange("gone", "VARCHAR", null),
                new ProfileChange("a.missing", "0", "2"),
                new ProfileChange("a.mean", "1", "1.5"),
                new ProfileChange("new", null, "VARCHAR"),
            ],
            changes
        );
    }
}
