using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>Section <c>models</c>.</summary>
internal sealed class ModelSectionSchema : ISectionSchema
{
    public GateSection Section => GateSection.Models;

    public KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Key => GateKeys.Models;

    public void Validate(NamedEntry<MapValue> subject, MapValue gate, Problems problems) =>
        ModelValidator.Validate(subject.Value, gate, problems);

    public SubjectGate Build(NamedEntry<MapValue> subject) => ModelBuilder.Build(subject);
}
