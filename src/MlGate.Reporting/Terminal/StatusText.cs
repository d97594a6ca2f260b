using System.Text;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Reporting.Terminal;

/// <summary>How a status is printed.</summary>
internal static class StatusText
{
    private const int ShortHash = 12;

    /// <summary>A line per artifact, and a line per reason below it.</summary>
    public static string Plain(Gate gate, IReadOnlyList<ArtifactStatus> states)
    {
        var text = new StringBuilder();
        var stale = states.Count(state => !state.UpToDate);
        text.Append(gate.Name)
            .Append(": ")
            .Append(stale == 0 ? "up to date" : $"{stale} of {states.Count} artifacts need attention")
            .Append('\n');
        var width = states.Max(state => state.Artifact.Id.Text.Length);
        foreach (var state in states)
        {
            text.Append("  ")
                .Append(state.Artifact.Id.Text.PadRight(width))
                .Append("  ")
                .Append(state.Version?.GitObjectId[..ShortHash] ?? new string('-', ShortHash))
                .Append("  ")
                .Append(state.UpToDate ? "up to date" : "attention ")
                .Append("  ")
                .Append(state.Artifact.Path)
                .Append('\n');
            foreach (var finding in state.Findings.Where(finding => finding.Outcome != Outcome.Passed))
            {
                text.Append("    ")
                    .Append(finding.Code)
                    .Append(' ')
                    .Append(finding.Found)
                    .Append(finding.Fix is null ? "" : ". " + finding.Fix)
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>For programs.</summary>
    public static string Json(Gate gate, IReadOnlyList<ArtifactStatus> states)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("gate", gate.Name);
            json.WriteBoolean("upToDate", states.All(state => state.UpToDate));
            json.WriteStartArray("artifacts");
            foreach (var state in states)
            {
                json.WriteStartObject();
                json.WriteString("id", state.Artifact.Id.Text);
                json.WriteString("path", state.Artifact.Path);
                json.WriteString("gitObjectId", state.Version?.GitObjectId);
                json.WriteString("sha256", state.Version?.Sha256);
                json.WriteBoolean("upToDate", state.UpToDate);
                json.WriteStartArray("reasons");
                foreach (var finding in state.Findings.Where(finding => finding.Outcome != Outcome.Passed))
                {
                    json.WriteStartObject();
                    json.WriteString("code", finding.Code);
                    json.WriteString("found", finding.Found);
                    json.WriteString("fix", finding.Fix);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
