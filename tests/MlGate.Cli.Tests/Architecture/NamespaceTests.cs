namespace MlGate.Cli.Tests.Architecture;

/// <summary>A namespace of a project uses only namespaces that do not use it.</summary>
public sealed class NamespaceTests
{
    /// <summary>The assemblies of the product that the tool consists of.</summary>
    public static TheoryData<string> Assemblies { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(path => Path.GetFileName(path))
            .Where(name => name == "mlgate.dll" || (name.StartsWith("MlGate.", StringComparison.Ordinal) && IsOfProduct(name)))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_namespaces_use_each_other(string assembly)
    {
        var cycles = NamespaceGraph.Read(Path.Combine(AppContext.BaseDirectory, assembly), name => name).Cycles();

        Assert.True(cycles.Count == 0, string.Join(Environment.NewLine, cycles));
    }

    [Fact]
    public void All_projects_of_the_tool_are_looked_at()
    {
        string[] some = ["mlgate.dll", "MlGate.App.dll", "MlGate.Core.dll", "MlGate.Data.dll", "MlGate.GateFile.dll"];

        Assert.Equal([], some.Except(Assemblies.Select(row => row.Data)));
    }

    [Fact]
    public void A_cycle_is_seen()
    {
        // Joined by the first letter, checks and runs share a room with what they use.
        var core = Path.Combine(AppContext.BaseDirectory, "MlGate.Core.dll");

        var cycles = NamespaceGraph.Read(core, name => name.Length > 8 ? name[7..8] : "").Cycles();

        Assert.Contains(cycles, cycle => cycle.StartsWith("P -> ", StringComparison.Ordinal));
    }

    private static bool IsOfProduct(string name) =>
        !name.Contains("Tests", StringComparison.Ordinal) && name is not ("MlGate.Testing.dll" or "MlGate.FakeServers.dll");
}
