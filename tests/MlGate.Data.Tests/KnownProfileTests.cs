using MlGate.Checks.Data;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Caching;
using MlGate.Data.Profiles;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>What breaks checks is the same whether the profile is computed with it or was known before.</summary>
public sealed class KnownProfileTests
{
    [Fact]
    public async Task Of_a_large_file()
    {
        using var folder = new TempFolder();
        LargeFile.Write(folder["large.csv"], 400_000);

        await Holds(folder, LargeFile.Gate, folder["large.csv"]);
    }

    [Fact]
    public async Task Of_a_wide_file()
    {
        using var folder = new TempFolder();
        List<int> all = [.. Enumerable.Range(0, 480)];
        var gate = Given.Gate([.. all.Select(WideColumns.Gate).OfType<ColumnGate>()]) with
        {
            Constraints = [Given.Key("key", "c7", "c479"), Given.Rule("r", "n0 < n472 or c1 > 50")],
        };

        await Holds(folder, gate, folder.Write("wide.csv", WideColumns.Text(all, 60, "\n")));
    }

    [Theory]
    [InlineData("a.csv", "id,n,t\n1,5,x\n1,,yy\n2,abc,\n3,-4,zzz\n")]
    [InlineData(
        "a.jsonl",
        "{\"id\":1,\"n\":5,\"t\":\"x\"}\n{\"id\":1,\"n\":null,\"t\":\"yy\"}\n"
            + "{\"id\":2,\"n\":\"abc\",\"t\":null}\n{\"id\":3,\"n\":-4,\"t\":\"z\"}\n"
    )]
    public async Task Of_checks_of_every_kind(string name, string text)
    {
        using var folder = new TempFolder();
        var gate = Given.Gate(
            Given.Column("id", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("unique")],
            },
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [ColumnConstraints.Min.Declare(Given.Limit(0, "min"))],
                MaxMissing = Given.Of(0.0, "missing"),
            },
            Given.Column("t", ColumnType.Text) with
            {
                Constraints = [ColumnConstraints.Regex.Declare(Given.Of("[a-y]+", "regex"))],
            }
        ) with
        {
            Constraints = [Given.Key("key", "id", "t"), Given.Rule("r", "n > id"), Given.Rule("absent", "q > 1")],
        };

        await Holds(folder, gate, folder.Write(name, text));
    }

    private static async Task Holds(TempFolder folder, DatasetGate gate, string path)
    {
        var together = await Given.SoundProfile(path, gate);
        var profiles = new DataProfiles(Given.Engine(), new ContentCache(folder["cache"]));
        await profiles.ProfileAsync(Given.Dataset(gate, path), isPairedNext: false, CancellationToken.None);

        var apart = (await profiles.ScanAsync(gate, path)).Value!;
        var known = (await profiles.ScanAsync(gate, path)).Value!;

        Assert.Contains(together.Violations.Values, found => found.Count > 0);
        Assert.Equal(DataChecks.Queries(gate).Count, together.Violations.Count + together.NotUsable.Count);
        Assert.Equal(together.Text(), apart.Text());
        Assert.Equal(together.Text(), known.Text());
    }
}
