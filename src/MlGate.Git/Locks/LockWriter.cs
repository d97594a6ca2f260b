using System.Text.Encodings.Web;
using System.Text.Json;

using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>Writes a record as JSON: sorted keys, two spaces, LF, so that the same record is always the same bytes.</summary>
internal static class LockWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] ToBytes(LockRecord record)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteFiles(json, record.Files);
            json.WriteString("kind", record.Artifact.Kind == ArtifactKind.Dataset ? "dataset" : "model");
            WriteLineage(json, record.Lineage);
            json.WriteString("name", record.Artifact.Name);
            json.WriteString("path", record.Artifact.Path);
            json.WriteNumber("schema", record.Schema);
            WriteVersion(json, "version", record.Version);
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
        WriteMap(json, "code", lineage.Code, WriteVersion);
        json.WriteString("command", lineage.Command);
        WriteMap(json, "datasets", lineage.Datasets, WriteVersion);
        WriteMap(json, "packages", lineage.Packages, (to, key, value) => to.WriteString(key, value));
        if (lineage.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        WriteMap(json, "toolchain", lineage.Toolchain, (to, key, value) => to.WriteString(key, value));
        json.WriteEndObject();
    }

    private static void WriteMap<T>(Utf8JsonWriter json, string key, IReadOnlyDictionary<string, T> map, Action<Utf8JsonWriter, string, T> write)
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            write(json, name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter json, string key, ArtifactVersion version)
    {
        json.WriteStartObject(key);
        json.WriteString("git", version.GitObjectId);
        json.WriteString("sha256", version.Sha256);
        json.WriteNumber("size", version.Size);
        json.WriteEndObject();
    }
}
