using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Validation;

/// <summary>Judges what a model names of its test set.</summary>
internal static class TestSetValidator
{
    /// <summary>The test set of a model; null where none of that name is declared.</summary>
    public static MapValue? Find(MapValue model, MapValue gate) =>
        model.Get(ModelKeys.Test) is { } test
            ? gate.Get(GateKeys.Datasets)?.Value.FirstOrDefault(dataset => dataset.Name == test.Value)?.Value
            : null;

    /// <summary>
    /// Reports a column that the test set does not declare, where it forbids others. Elsewhere the data decide when they are read.
    /// </summary>
    public static void ValidateColumn(MapValue model, MapValue gate, string column, CheckId id, FilePlace place, Problems problems)
    {
        var test = Find(model, gate);
        if (test?.Get(DatasetKeys.OtherColumns)?.Value == OtherColumns.Forbid && test.NamesOf(DatasetKeys.Columns) is { } columns)
        {
            GateValidator.ValidateName(column, columns, "column", id, place, problems);
        }
    }
}
