using MlGate.Findings;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A map that was read: the values that are sound, by key.</summary>
internal sealed class MapValue(string id, FilePlace place, MapNode node, MapKind kind, IReadOnlyDictionary<string, Entry<object>> entries)
{
    public string Id => id;

    /// <summary>Place of the key that it stands under.</summary>
    public FilePlace Place => place;

    public MapKind Kind => kind;

    /// <summary>The sound value of a key; null if it is not written, or wrong and reported.</summary>
    public Entry<T>? Get<T>(Key<T> key)
        where T : notnull =>
        entries.GetValueOrDefault(key.Name) is { } entry
            ? new Entry<T>((T)entry.Value, entry.Id, entry.Key, entry.Place, entry.Written)
            : null;

    /// <summary>The sound value of any key.</summary>
    public Entry<object>? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>The names under a key as they are written, sound or not; null if there is no map of names.</summary>
    public IReadOnlyList<string>? NamesOf(Key key) =>
        node.Find(key.Name)?.Value is MapNode names ? [.. names.Entries.Select(entry => entry.Key)] : null;

    /// <summary>Is the key written, sound or not?</summary>
    public bool Has(Key key) => node.Find(key.Name) is not null;
}

/// <summary>A value that was read.</summary>
/// <param name="Value">The value.</param>
/// <param name="Id">Its key path.</param>
/// <param name="Key">Place of its key.</param>
/// <param name="Place">Place of the value.</param>
/// <param name="Written">As it was written, for people.</param>
internal sealed record Entry<T>(T Value, string Id, FilePlace Key, FilePlace Place, string Written);
