using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>Something that a training reads: a dataset by name, or a path of code.</summary>
internal sealed class TrainingInputSchema : ScalarSchema<string>
{
    public override string Describe => "datasets.NAME, or a path relative to the gate file";

    public override JsonObject ToJsonSchema() =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = 1024,
        };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        if (!scalar.IsText)
        {
            return Wrong(scalar, "Put it in quotes if it is text");
        }

        return TrainKeys.IsDataset(value) ? null : PathSchema.Validate(value, context.Folder);
    }
}
