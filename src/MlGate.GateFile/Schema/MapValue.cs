using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A map that was read: the values that are sound, by key.</summary>
internal sealed class MapValue(
    CheckId id,
    FilePlace place,
    MapNode node,
    MapSchema kind,
    IReadOnlyDictionary<string, ReadValue<object>> entries
)
{
    public CheckId Id => id;

    /// <summary>Place of the key that it stands under.</summary>
    public FilePlace Place => place;

    public MapSchema Kind => kind;

    /// <summary>The sound value of a key; null if it is not written, or wrong and reported.</summary>
    public ReadValue<T>? Get<T>(KeyDefinition<T> key)
        where T : notnull =>
        entries.GetValueOrDefault(key.Name) is { } entry
            ? new ReadValue<T>((T)entry.Value, entry.Id, entry.Key, entry.Place, entry.Written)
            : null;

    /// <summary>The sound value of any key.</summary>
    public ReadValue<object>? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>The names under a key as they are written, sound or not; null if there is no map of names.</summary>
    public IReadOnlyList<string>? NamesOf(KeyDefinition key) =>
        node.Find(key.Name)?.Value is MapNode names ? [.. names.Entries.Select(entry => entry.Key)] : null;

    /// <summary>Is the key written, sound or not?</summary>
    public bool Has(KeyDefinition key) => node.Find(key.Name) is not null;
}

/// <summary>A value that was read.</summary>
/// <param name="Value">The value.</param>
/// <param name="Id">Its key path.</param>
/// <param name="Key">Place of its key.</param>
/// <param name="Place">Place of the value.</param>
/// <param name="Written">As it was written, for people.</param>
internal sealed record ReadValue<T>(T Value, CheckId Id, FilePlace Key, FilePlace Place, string Written);
