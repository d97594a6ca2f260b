using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Git.Notes;

/// <summary>A run as one line of JSON, so that git can merge the notes of two clones line by line.</summary>
internal static partial class RunLine
{
    /// <summary>Longest line, characters.</summary>
    public const int Longest = 64 * 1024;

    private const int Version = 1;
    private const int MostItems = 200;
    private const int LongestName = 256;

    /// <summary>The line, without its end.</summary>
    public static string From(PastRun run) =>
        JsonSerializer.Serialize(
            new Line(Version, run.Gate, run.At.ToUniversalTime(), run.Verdict, run.Report, run.Models),
            RunLineContext.Default.Line
        );

    /// <summary>
    /// The run of a line; null for anything else. Notes come from whoever may push them: nothing in them is believed before it is looked
    /// at.
    /// </summary>
    public static PastRun? Parse(string line)
    {
        if (line.Length is 0 or > Longest || line[0] != '{')
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(line, RunLineContext.Default.Line) is { V: Version } read && IsSound(read)
                ? new PastRun(read.Gate, read.At.ToUniversalTime(), read.Verdict, read.Report, read.Models)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(Line line) =>
        IsName(line.Gate)
        && Enum.IsDefined(line.Verdict)
        && line.Report is not null
        && Hex().IsMatch(line.Report)
        && line.Models is { Count: <= MostItems }
        && line.Models.All(model =>
            model is not null
            && IsName(model.Name)
            && model.Version is not null
            && Hex().IsMatch(model.Version)
            && model.Test is not null
            && Hex().IsMatch(model.Test)
            && model.Metrics is { Count: <= MostItems }
            && model.Metrics.All(metric =>
                metric is not null
                && IsName(metric.Measure)
                && double.IsFinite(metric.Value)
                && double.IsFinite(metric.Lower ?? 0)
                && double.IsFinite(metric.Upper ?? 0)
            )
        );

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName };

    [GeneratedRegex("^[0-9a-f]{40,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    internal sealed record Line(int V, string Gate, DateTimeOffset At, Outcome Verdict, string Report, IReadOnlyList<PastModel> Models);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UseStringEnumConverter = true,
        MaxDepth = 8
    )]
    [JsonSerializable(typeof(Line))]
    private sealed partial class RunLineContext : JsonSerializerContext;
}
