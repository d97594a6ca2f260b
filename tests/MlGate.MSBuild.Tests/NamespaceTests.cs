using MlGate.Cli.Tests.Architecture;
using MlGate.MSBuild.Tasks;

namespace MlGate.MSBuild.Tests;

public sealed class NamespaceTests
{
    [Fact]
    public void No_namespaces_use_each_other()
    {
        var cycles = NamespaceGraph.Read(typeof(MlGateCheck).Assembly.Location, name => name).Cycles();

        Assert.True(cycles.Count == 0, string.Join(Environment.NewLine, cycles));
    }
}
