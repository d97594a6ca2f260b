using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>The values of one gate file with its policies.</summary>
/// <param name="root">The whole map.</param>
internal sealed class DeclaredValues(MapValue root) : GateDeclaration
{
    private readonly MapValue root = root;

    public override IReadOnlyList<Declared<string>> LoosenedSince(GateDeclaration earlier) =>
        Loosening.Between(((DeclaredValues)earlier).root, root);
}
