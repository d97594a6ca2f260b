using MlGate.Findings;

namespace MlGate.Runs;

/// <summary>The classes that run the sections of the gate file, found once per process.</summary>
internal static class GateSections
{
    /// <summary>One per section, in the order in which they run.</summary>
    public static IReadOnlyList<IGateSection> All { get; } = [.. GateSection.All.Select(Single)];

    private static IGateSection Single(GateSection section) =>
        typeof(IGateSection)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGateSection)))
            .Select(type => (IGateSection)Activator.CreateInstance(type)!)
            .Single(one => one.Section == section);
}
