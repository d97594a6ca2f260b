using MlGate.Findings;

namespace MlGate.Core.Tests.Architecture;

/// <summary>A room of Core uses only rooms that stand before it.</summary>
public sealed class NamespaceTests
{
    // The parts of the gate file's grammar leave Core together.
    private static string Room(string name) => name.StartsWith("MlGate.Gates.", StringComparison.Ordinal) ? "MlGate.Gates" : name;

    [Fact]
    public void No_namespaces_use_each_other()
    {
        Assert.Equal([], NamespaceGraph.Read(typeof(Finding).Assembly.Location, Room).Cycles());
    }

    [Fact]
    public void A_cycle_is_seen()
    {
        // Joined by the first letter, checks and runs share a room with what they use.
        var cycles = NamespaceGraph.Read(typeof(Finding).Assembly.Location, name => name.Length > 8 ? name[7..8] : "").Cycles();

        Assert.Contains(cycles, cycle => cycle.StartsWith("P -> ", StringComparison.Ordinal));
    }
}
