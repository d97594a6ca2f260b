using System.Globalization;
using System.Text.Json;

namespace MlGate.Publishing.Comments;

/// <summary>Which result a comment shows: its hidden last line.</summary>
/// <param name="Sha">The head commit.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Attempt">The run's attempt, from 1.</param>
/// <param name="At">When the result was made, UTC.</param>
/// <param name="Verdict">One word.</param>
/// <param name="Report">The report's digest; may be empty.</param>
internal sealed record CommentState(string Sha, long Run, int Attempt, DateTimeOffset At, string Verdict, string Report)
{
    private const string Start = "<!-- mlgate:state ";
    private const string End = " -->";

    /// <summary>True if this result was made after the other, or is the other. The time decides within one attempt, which may publish twice.</summary>
    public bool IsAtLeast(CommentState other) => (Run, Attempt, At).CompareTo((other.Run, other.Attempt, other.At)) >= 0;

    public static bool IsLine(string line) => line.StartsWith(Start, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal);

    /// <summary>The state in the last line of a comment; null where there is none. Lines elsewhere may come from names in the data.</summary>
    public static CommentState? Read(string body)
    {
        var line = body.TrimEnd().Split('\n')[^1].Trim();
        if (!IsLine(line)) return null;
        try
        {
            using var document = JsonDocument.Parse(line[Start.Length..^End.Length]);
            var root = document.RootElement;
            return new CommentState(
                root.GetProperty("sha").GetString() ?? "",
                root.GetProperty("run").GetInt64(),
                root.GetProperty("try").GetInt32(),
                root.GetProperty("at").GetDateTimeOffset(),
                root.GetProperty("verdict").GetString() ?? "",
                root.GetProperty("report").GetString() ?? "");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public string ToLine()
    {
        var at = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Start}{{\"sha\":{Quote(Sha)},\"run\":{Run},\"try\":{Attempt},\"at\":\"{at}\",\"verdict\":{Quote(Verdict)},\"report\":{Quote(Report)}}}{End}");
    }

    // Two hyphens would end the HTML comment; JSON can say one by its number.
    private static string Quote(string text) => JsonSerializer.Serialize(text).Replace("--", "-\\u002d", StringComparison.Ordinal);
}
