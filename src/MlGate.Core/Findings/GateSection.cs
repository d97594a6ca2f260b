using System.Collections.Immutable;
using System.Reflection;

namespace MlGate.Findings;

/// <summary>
/// A top-level section of the gate file that holds named subjects, each with checks of its own. A new section is a row here, a record of
/// <c>ReportPart</c> listed there, and classes of its own.
/// </summary>
/// <param name="Key">Its key in the gate file, the first step of its checks' ids: <c>datasets</c>.</param>
public sealed record GateSection(string Key)
{
    /// <summary><c>datasets</c>.</summary>
    public static readonly GateSection Datasets = new("datasets");

    /// <summary><c>models</c>.</summary>
    public static readonly GateSection Models = new("models");

    /// <summary>All sections, in the order in which they are checked and reported.</summary>
    public static ImmutableArray<GateSection> All { get; } =
    [
        .. typeof(GateSection)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<GateSection>(),
    ];

    /// <summary>The id of a subject of this section: <c>datasets.train</c>.</summary>
    /// <param name="name">The subject's key in the gate file.</param>
    public CheckId Subject(string name) => CheckId.Root(Key).Child(name);

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
