using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A threshold of probabilities, or the model's own decision.</summary>
/// <param name="Value">The threshold; null for the model's own decision.</param>
internal readonly record struct DecisionThreshold(double? Value);

/// <summary>A share, or <c>model</c>.</summary>
internal sealed class ThresholdSchema : ValueSchema<DecisionThreshold>
{
    private const string Model = "model";

    private static readonly QuantitySchema Share = new(NumberRange.Share) { Also = Unit.Percent, Noun = "model, or a share" };

    public override string Describe => Share.Describe;

    public override JsonObject ToJsonSchema() => OneOf(new JsonObject { ["enum"] = new JsonArray(Model) }, Share.ToJsonSchema());

    public override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out DecisionThreshold value)
    {
        value = default;
        if (node is ScalarNode { Text: Model })
        {
            return true;
        }

        var read = Share.TryRead(node, spot, context, out var share);
        value = new DecisionThreshold(share.Value);
        return read;
    }
}
