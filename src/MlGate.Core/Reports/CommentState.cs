using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlGate.Reports;

/// <summary>
/// Which result a posted report shows: its last line, which no reader sees. Whoever posts the next one decides by it which of the two is
/// newer.
/// </summary>
public sealed record CommentState
{
    /// <summary>The verdict of a gate that is being measured.</summary>
    public const string Measuring = "measuring";

    private const string Start = "<!-- mlgate:state ";
    private const string End = " -->";
    private const int Longest = 1_000;

    /// <summary>The commit; null outside of a repository.</summary>
    public string? Sha { get; init; }

    /// <summary>Number of the run; null at home.</summary>
    public long? Run { get; init; }

    /// <summary>Which try of the run, from 1; null at home.</summary>
    public int? Try { get; init; }

    /// <summary>When the result was made, UTC, to the second; null at home.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What is said, in one word.</summary>
    public required string Verdict { get; init; }

    /// <summary><c>sha256:</c> and the digest of the report; empty where there is none.</summary>
    public required string Report { get; init; }

    /// <summary>True if the line is a state.</summary>
    /// <param name="line">Without its end.</param>
    public static bool IsLine(string line) =>
        line.Length >= Start.Length + End.Length
        && line.Length <= Longest
        && line.StartsWith(Start, StringComparison.Ordinal)
        && line.EndsWith(End, StringComparison.Ordinal);

    /// <summary>
    /// The state in the last line of a text; null where there is none, or none that makes sense: whoever may edit a comment may have
    /// changed it. Lines elsewhere may come from names in the data.
    /// </summary>
    /// <param name="text">The whole text, or its last line.</param>
    public static CommentState? Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd();
        var line = lines[(lines.LastIndexOf('\n') + 1)..];
        if (!IsLine(line))
        {
            return null;
        }

        try
        {
            using var state = JsonDocument.Parse(line[Start.Length..^End.Length]);
            return From(state.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The line, without its end.</summary>
    public string Write()
    {
        var state = new JsonObject();
        if (Sha is { } sha)
        {
            state["sha"] = sha;
        }

        if (Run is { } run)
        {
            state["run"] = run;
        }

        if (Try is { } attempt)
        {
            state["try"] = attempt;
        }

        if (At is { } at)
        {
            state["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        state["verdict"] = Verdict;
        state["report"] = Report;

        // The encoder escapes everything but ASCII letters that mean nothing in HTML; two hyphens would end the comment for some parsers.
        return Start + state.ToJsonString().Replace("--", "-\\u002d", StringComparison.Ordinal) + End;
    }

    private static CommentState? From(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object || Text(state, "report") is not { } report || Text(state, "verdict") is not { } verdict)
        {
            return null;
        }

        return new CommentState
        {
            Sha = Text(state, "sha"),
            Run =
                state.TryGetProperty("run", out var run) && run.ValueKind == JsonValueKind.Number && run.TryGetInt64(out var number)
                    ? number
                    : null,
            Try =
                state.TryGetProperty("try", out var attempt)
                && attempt.ValueKind == JsonValueKind.Number
                && attempt.TryGetInt32(out var which)
                    ? which
                    : null,
            At = DateTimeOffset.TryParse(Text(state, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : null,
            Verdict = verdict,
            Report = report,
        };
    }

    private static string? Text(JsonElement state, string name) =>
        state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
