using System.Text.Json.Nodes;
using MlGate.Gates.Yaml;

namespace MlGate.Gates.Grammar;

/// <summary>Something that a training reads: a dataset by name, or a path of code.</summary>
internal sealed class ReadsKind : ScalarKind<string>
{
    public override string Describe => "datasets.NAME, or a path relative to the gate file";

    public override JsonObject Schema() =>
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
            return Wrong(scalar, "Put it in quotes if the text is meant");
        }

        return value.StartsWith(TrainKeys.DatasetPrefix, StringComparison.Ordinal) ? null : PathKind.Judge(value, context.Folder);
    }
}
