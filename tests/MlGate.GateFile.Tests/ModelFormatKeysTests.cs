using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Tests;

public sealed class ModelFormatKeysTests
{
    [Fact]
    public void Keys_of_formats_are_keys_of_a_model() =>
        Assert.Empty(ModelFormats.All.SelectMany(format => format.GateKeys).Except(ModelKeys.Map.Keys.Select(key => key.Name)));
}
