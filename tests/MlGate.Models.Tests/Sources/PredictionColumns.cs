using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Models.Tests.Sources;

/// <summary>Columns of the test sets.</summary>
internal static class PredictionColumns
{
    public static ColumnGate Column(string name, ColumnRole role) =>
        new()
        {
            Name = name,
            Place = new FilePlace("mlgate.yml", 5, 5),
            Id = "datasets.test.columns." + name,
            Type = new Declared<ColumnType>(ColumnType.Text, "datasets.test.columns." + name + ".type", new FilePlace("mlgate.yml", 5, 5)),
            Role = role,
        };
}
