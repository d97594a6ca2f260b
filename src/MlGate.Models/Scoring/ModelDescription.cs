using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Metrics;
using MlGate.Platform;

namespace MlGate.Models.Scoring;

/// <summary>What a saved model says about itself: for a first gate file.</summary>
internal sealed record ModelDescription
{
    private const int LargestFile = 4 << 20;

    /// <summary>What it predicts; null where its score does not say.</summary>
    [JsonConverter(typeof(TaskConverter))]
    public ModelTask? Task { get; init; }

    /// <summary>Names of the columns that its score is computed from.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Names of all columns of the data that it was trained on.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Reads what the scoring process wrote; null for anything else than a description.</summary>
    public static ModelDescription? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(RegularFile.ReadBytes(path, LargestFile), ScoringJson.Default.ModelDescription);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(stream, this, ScoringJson.Default.ModelDescription);
    }
}
