using System.Text.Json.Nodes;

using MlGate.Gates.Yaml;

namespace MlGate.Gates.Grammar;

/// <summary>A finite decimal number.</summary>
internal sealed class NumberKind(Bounds range) : ScalarKind<double>
{
    public override string Describe => "a number" + range.Describe;

    public override JsonObject Schema() => range.Schema("number");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out double value)
    {
        if (!Numbers.TryRead(scalar, out value))
        {
            return Wrong(scalar, Numbers.FixFor(scalar));
        }

        return range.Contains(value) ? null : Outside(scalar, scalar.Text.EndsWith('%') ? "Write it as a plain number" : null);
    }
}
