using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>The declarations of all sections, found once per process.</summary>
internal static class SectionSchemas
{
    /// <summary>One per section, in the order of <see cref="GateSection.All"/>.</summary>
    public static IReadOnlyList<ISectionSchema> All { get; } = [.. GateSection.All.Select(Single)];

    private static ISectionSchema Single(GateSection section) =>
        typeof(ISectionSchema)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISectionSchema)))
            .Select(type => (ISectionSchema)Activator.CreateInstance(type)!)
            .Single(one => one.Section == section);
}
