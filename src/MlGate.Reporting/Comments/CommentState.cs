using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Comments;

/// <summary>The last line of a comment, which no reader sees: of what commit and run it tells, and what.</summary>
internal sealed record CommentState
{
    private const string Start = "<!-- mlgate:state ";
    private const string End = " -->";
    private const int Longest = 1_000;

    /// <summary>The commit; null outside of a repository.</summary>
    public string? Sha { get; init; }

    /// <summary>Number of the run; null at home.</summary>
    public long? Run { get; init; }

    /// <summary>Which try of the run; null at home.</summary>
    public int? Try { get; init; }

    /// <summary>When the run was, UTC; null at home.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the comment says.</summary>
    public required ReportForm Verdict { get; init; }

    /// <summary>The report's digest, 64 hex digits.</summary>
    public required string Report { get; init; }

    /// <summary>The line, without its end.</summary>
    public string Write()
    {
        var state = new JsonObject();
        if (Sha is { } sha) state["sha"] = CleanText.Of(sha, CleanText.NameCap);
        if (Run is { } run) state["run"] = run;
        if (Try is { } attempt) state["try"] = attempt;
        if (At is { } at) state["at"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        state["verdict"] = NameConverter<ReportForm>.NameOf(Verdict);
        state["report"] = "sha256:" + CleanText.Of(Report, CleanText.NameCap);

        // The encoder escapes everything but ASCII letters that mean nothing in HTML; two hyphens would end the comment for some parsers.
        return Start + state.ToJsonString().Replace("--", "\\u002d\\u002d", StringComparison.Ordinal) + End;
    }

    /// <summary>The state of a comment's body, or null: whoever may edit a comment may have changed it.</summary>
    public static CommentState? Read(string body)
    {
        var lines = body.ReplaceLineEndings("\n").TrimEnd('\n');
        var line = lines[(lines.LastIndexOf('\n') + 1)..];
        if (line.Length < Start.Length + End.Length || line.Length > Longest || !line.StartsWith(Start, StringComparison.Ordinal) || !line.EndsWith(End, StringComparison.Ordinal)) return null;
        try
        {
            using var state = JsonDocument.Parse(line[Start.Length..^End.Length]);
            return Of(state.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CommentState? Of(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object || Text(state, "report") is not { } report || !NameConverter<ReportForm>.TryParse(Text(state, "verdict"), out var verdict)) return null;
        return new CommentState
        {
            Sha = Text(state, "sha"),
            Run = state.TryGetProperty("run", out var run) && run.ValueKind == JsonValueKind.Number && run.TryGetInt64(out var number) ? number : null,
            Try = state.TryGetProperty("try", out var attempt) && attempt.ValueKind == JsonValueKind.Number && attempt.TryGetInt32(out var which) ? which : null,
            At = DateTimeOffset.TryParse(Text(state, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            Verdict = verdict,
            Report = report.StartsWith("sha256:", StringComparison.Ordinal) ? report["sha256:".Length..] : report,
        };
    }

    private static string? Text(JsonElement state, string name) => state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
