using MlGate.Cli.Composition;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Composition;

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

        using var workplace = new Workplace(folder.Write("mlgate.yml", "version: 1\n"), cache is null ? null : folder[cache], new Surroundings(continuousIntegration));

        Assert.Equal(trusted, workplace.TrustsCache);
    }
}
