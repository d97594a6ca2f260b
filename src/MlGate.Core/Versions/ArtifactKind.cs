using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>A kind of artifact. A new one is a row here.</summary>
/// <param name="Word">What locks and people call one: <c>dataset</c>.</param>
/// <param name="Section">The section of the gate file that declares them; locks are in a folder of its key.</param>
public sealed record ArtifactKind(string Word, GateSection Section)
{
    /// <summary>A dataset.</summary>
    public static readonly ArtifactKind Dataset = new("dataset", GateSection.Datasets);

    /// <summary>A model.</summary>
    public static readonly ArtifactKind Model = new("model", GateSection.Models);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ArtifactKind> All { get; } = [Dataset, Model];

    /// <summary>Its word.</summary>
    public override string ToString() => Word;
}
