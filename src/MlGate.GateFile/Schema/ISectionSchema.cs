using MlGate.Findings;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>How the gate file declares a section: keys, what no single value shows, what it becomes. One class per section.</summary>
internal interface ISectionSchema : ISectionClass
{
    /// <summary>Its key, whose members are the keys of a subject.</summary>
    KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Key { get; }

    /// <summary>Judges references, and values that contradict each other.</summary>
    void Validate(NamedEntry<MapValue> subject, MapValue gate, Problems problems);

    /// <summary>Makes the subject from values that were judged sound.</summary>
    SubjectGate Build(NamedEntry<MapValue> subject);
}
