using System.Collections.Immutable;

namespace MlGate.Findings;

/// <summary>A class of a section of the gate file.</summary>
public interface ISectionClass
{
    /// <summary>The section.</summary>
    GateSection Section { get; }
}

/// <summary>The classes that the sections of the gate file have, one of each kind per section; found once per process.</summary>
public static class SectionClasses
{
    /// <summary>The classes of a kind, in the order of <see cref="GateSection.All"/>.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public static ImmutableArray<T> Find<T>()
        where T : class, ISectionClass => Found<T>.All;

    private static class Found<T>
        where T : class, ISectionClass
    {
        public static readonly ImmutableArray<T> All = [.. GateSection.All.Select(Single)];

        private static T Single(GateSection section) =>
            typeof(T)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
                .Select(type => (T)Activator.CreateInstance(type)!)
                .Single(one => one.Section == section);
    }
}
