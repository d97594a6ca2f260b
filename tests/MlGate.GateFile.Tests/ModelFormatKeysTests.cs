using MlGate.GateFile.Schema;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.GateFile.Tests;

/// <summary>The keys that formats and tasks name are written as the gate file has them.</summary>
public sealed class ModelFormatKeysTests
{
    [Fact]
    public void Keys_of_formats_are_keys_of_a_model() =>
        Assert.Empty(ModelFormats.All.SelectMany(format => format.GateKeys).Except(ModelKeys.Map.Keys.Select(key => key.Name)));

    [Fact]
    public void Keys_of_tasks_are_keys_of_a_model() =>
        Assert.Empty(ModelTask.All.SelectMany(task => task.GateKeys).Except(ModelKeys.Map.Keys.Select(key => key.Name)));
}
