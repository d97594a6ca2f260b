using MlGate.Gates;
using MlGate.Testing;
using static MlGate.Data.Tests.ScannedFields;

namespace MlGate.Data.Tests;

/// <summary>Columns of integers of which each is larger than the one before.</summary>
public sealed class IncreasingIntegerTests
{
    [Theory]
    [InlineData("1,2,5", true)]
    [InlineData("-5,,-1,0,100", true)]
    [InlineData("1,2,2", false)]
    [InlineData("9,10,8", false)]
    [InlineData("1,2.5,3", false)]
    public void Integers_climb_when_each_is_larger_than_the_one_before(string cells, bool climbs)
    {
        using var folder = new TempFolder();

        var scan = Scan(folder.Write("a.csv", "v,w\n" + string.Concat(cells.Split(',').Select(cell => cell + ",x\n"))), 2);

        Assert.Equal(climbs, scan.Climbs(0));
    }

    [Fact]
    public async Task Integers_climb_across_files_only_when_the_next_file_goes_on()
    {
        using var folder = new TempFolder();
        var (one, two) = (folder.Write("1.csv", "n,m\n1,1\n2,2\n"), folder.Write("2.csv", "n,m\n3,2\n4,3\n"));
        var gate = Given.Gate(
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("n.unique")],
            },
            Given.Column("m", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("m.unique")],
            }
        );

        var profile = (await new Profiles.DataProfiles(Given.Engine()).ScanAsync(gate, one, two)).Value!;

        Assert.Equal((0, 4), (profile.Violations["n.unique"].Count, profile.Violations["n.unique"].Of));
        Assert.Equal((1, 4), (profile.Violations["m.unique"].Count, profile.Violations["m.unique"].Of));
        Assert.Equal([3], profile.Violations["m.unique"].FirstRows);
    }
}
