using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>
/// What a value of the gate file may be. Reading, schema and reference page come from the same kind, so that they cannot drift apart.
/// </summary>
internal abstract class ValueSchema
{
    /// <summary>For people, with its article and range: <c>a share in [0, 1]: 0.05 or 5%</c>.</summary>
    public abstract string Describe { get; }

    /// <summary>The same as JSON Schema, draft 7. A map is a reference into the definitions.</summary>
    public abstract JsonObject ToJsonSchema();

    /// <summary>The maps inside of it, for the schema's definitions and the page's sections.</summary>
    public virtual IEnumerable<MapSchema> Maps => [];

    public abstract bool TryReadObject(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out object? value);

    protected static JsonObject OneOf(params JsonNode[] kinds) => new() { ["anyOf"] = new JsonArray(kinds) };
}

/// <summary>A kind and the type that it is read as.</summary>
internal abstract class ValueSchema<T> : ValueSchema
    where T : notnull
{
    public abstract bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out T? value);

    public sealed override bool TryReadObject(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out object? value)
    {
        var read = TryRead(node, spot, context, out var typed);
        value = read ? typed : null;
        return read;
    }
}

/// <summary>Where a value stands: its key path, and the place of its key.</summary>
internal readonly record struct SourceSpan(CheckId Id, FilePlace Key);

/// <summary>What reading needs besides the text.</summary>
/// <param name="Problems">Takes what is wrong.</param>
/// <param name="Files">Reads domains.</param>
/// <param name="Commit">Where they are read; null for the working tree.</param>
/// <param name="Whole">Is it the whole gate, whose required keys must be there? False for a policy alone.</param>
internal sealed record ReadContext(Problems Problems, IGateFiles Files, string? Commit, bool Whole)
{
    /// <summary>Files that were read besides gate files.</summary>
    public HashSet<string> Read { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The gate file's folder there, relative to the repository's root.</summary>
    public string Folder => Files.FolderAt(Commit);
}
