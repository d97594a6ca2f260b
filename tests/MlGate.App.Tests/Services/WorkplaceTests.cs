using MlGate.App.Services;
using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Testing;

namespace MlGate.App.Tests.Services;

public sealed class WorkplaceTests
{
    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "elsewhere", true)]
    [InlineData(true, null, false)]
    [InlineData(true, "elsewhere", true)]
    public void On_continuous_integration_only_a_cache_that_was_named_is_trusted(bool continuousIntegration, string? cache, bool trusted)
    {
        using var folder = new TempFolder();

        using var workplace = new GateServices(
            folder.Write("mlgate.yml", "version: 1\n"),
            cache is null ? null : folder[cache],
            new HostEnvironment(continuousIntegration)
        );

        Assert.Equal(trusted, workplace.TrustsCache);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_continuous_integration_no_version_rests_on_remembered_digests_whatever_the_variables_are(
        bool continuousIntegration
    )
    {
        using var folder = new TempFolder();
        var path = folder.Write("train.py", "fit()\n");
        var lie = new FileDigest(new string('1', 40), new string('2', 64), 6);
        var cache = StatCache.Open(folder.Path, ObjectFormat.Sha1);
        cache.Add("train.py", FileStamps.Read(path), 0, lie, read: long.MaxValue);
        cache.Save();

        using var workplace = new GateServices(
            folder.Write("mlgate.yml", "version: 1\n"),
            null,
            new HostEnvironment(continuousIntegration)
        );

        Assert.Equal(continuousIntegration, (await workplace.Versions.ReadCodeAsync("train.py", default)).Value!.Sha256 != lie.Sha256);
    }
}
