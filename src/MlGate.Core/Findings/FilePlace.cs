namespace MlGate.Findings;

/// <summary>A place in a text file.</summary>
/// <param name="File">Path relative to the gate file's folder, with forward slashes.</param>
/// <param name="Line">Line, from 1; 0 when unknown.</param>
/// <param name="Column">Column, from 1; 0 when unknown.</param>
public sealed record FilePlace(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}({Line},{Column})");
}
