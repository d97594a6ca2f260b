using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>Section <c>datasets</c>.</summary>
internal sealed class DatasetSectionSchema : ISectionSchema
{
    public GateSection Section => GateSection.Datasets;

    public KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Key => GateKeys.Datasets;

    public void Validate(NamedEntry<MapValue> subject, MapValue gate, Problems problems) =>
        DatasetValidator.Validate(subject, gate, problems);

    public SubjectGate Build(NamedEntry<MapValue> subject) => DatasetBuilder.Build(subject);
}
