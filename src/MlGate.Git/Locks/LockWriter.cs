using System.Text.Json;
using MlGate.Git.Json;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>Writes a record as JSON: sorted keys, two spaces, LF, so that the same record is always the same bytes.</summary>
internal static class LockWriter
{
    /// <summary>The kind of repository that a lock is written in.</summary>
    public const string Git = "git";

    public static byte[] ToBytes(LockRecord record)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Options))
        {
            json.WriteStartObject();
            WriteFiles(json, record.Files);
            json.WriteString("kind", record.Artifact.Kind.Word);
            WriteLineage(json, record.Lineage);
            json.WriteString("name", record.Artifact.Name);
            json.WriteString("path", record.Artifact.Path);
            if (record.InRepository)
            {
                json.WriteString("repository", Git);
            }

            json.WriteNumber("schema", record.Schema);
            JsonForm.Write(json, "version", record.Version);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<LockedFile> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        json.WriteStartArray("files");
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("size", file.Size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLineage(Utf8JsonWriter json, Lineage? lineage)
    {
        if (lineage is null)
        {
            return;
        }

        json.WriteStartObject("lineage");
        WriteMap(json, "code", lineage.Code, JsonForm.Write);
        json.WriteString("command", lineage.Command);
        WriteMap(json, "datasets", lineage.Datasets, JsonForm.Write);
        WriteMap(json, "packages", lineage.Packages, (to, key, value) => to.WriteString(key, value));
        if (lineage.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        WriteMap(json, "toolchain", lineage.Toolchain, (to, key, value) => to.WriteString(key, value));
        json.WriteEndObject();
    }

    private static void WriteMap<T>(
        Utf8JsonWriter json,
        string key,
        IReadOnlyDictionary<string, T> map,
        Action<Utf8JsonWriter, string, T> write
    )
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            write(json, name, value);
        }

        json.WriteEndObject();
    }
}
