using System.Text.Encodings.Web;
using System.Text.Json;
using MlGate.Versions;

namespace MlGate.Git.Json;

/// <summary>The form of the files that people review: two spaces, LF, letters as they are.</summary>
internal static class JsonForm
{
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Indented = true,
            IndentSize = 2,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static void Write(Utf8JsonWriter json, string key, ArtifactVersion version)
    {
        json.WriteStartObject(key);
        json.WriteString("git", version.GitObjectId);
        json.WriteString("sha256", version.Sha256);
        json.WriteNumber("size", version.Size);
        json.WriteEndObject();
    }
}
