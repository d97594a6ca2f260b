using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MlGate.Git.Json;
using MlGate.Waivers;

namespace MlGate.Git.Waivers;

/// <summary>Writes a waiver as JSON: sorted keys, and a digest over all other lines, so that nobody edits one without noticing.</summary>
internal static class WaiverWriter
{
    private const string DigestKey = "digest";

    public static byte[] ToBytes(Waiver waiver) => ToBytes(waiver, Convert.ToHexStringLower(SHA256.HashData(ToBytes(waiver, null))));

    private static byte[] ToBytes(Waiver waiver, string? digest)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Options))
        {
            json.WriteStartObject();
            json.WriteString("check", waiver.Check.Text);
            json.WriteString("code", waiver.Code);
            if (digest is not null)
            {
                json.WriteString(DigestKey, digest);
            }

            json.WriteString("gate", waiver.Gate);
            json.WriteString("owner", waiver.Owner);
            json.WriteString("reason", waiver.Reason);
            json.WriteNumber("schema", Waiver.CurrentSchema);
            json.WriteString("until", waiver.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("versions");
            foreach (var bound in waiver.Versions.OrderBy(bound => bound.Artifact.Text, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("artifact", bound.Artifact.Text);
                if (bound.Baseline is { } baseline)
                {
                    JsonForm.Write(json, "baseline", baseline);
                }

                JsonForm.Write(json, "candidate", bound.Candidate);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
