using MlGate.Publishing.Contexts;
using MlGate.Reports;

namespace MlGate.Publishing;

/// <summary>What to publish of one result.</summary>
internal sealed record PublishRequest
{
    /// <summary>The gate's name: each has a comment, a status and a check run of its own.</summary>
    public required string Gate { get; init; }

    /// <summary>The exit code of the run: what status and check run say; null while it is measured.</summary>
    public required int? ExitCode { get; init; }

    public ResultState Result =>
        ExitCode switch
        {
            null => ResultState.Pending,
            Findings.ExitCode.Passed => ResultState.Passed,
            Findings.ExitCode.Failed or Findings.ExitCode.Undecided => ResultState.Failed,
            _ => ResultState.Broken,
        };

    /// <summary>The verdict in one word, for the hidden state of the comment.</summary>
    public required string Verdict { get; init; }

    /// <summary>When the result was made: that of the report, so that publishing one report twice writes once.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The verdict in one sentence: status and title of the check run.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// The commit that the report says it is about, empty where it says none; null where there is no report to be held to anything.
    /// </summary>
    public string? Commit { get; init; }

    /// <summary>The report's digest; may be empty.</summary>
    public string Report { get; init; } = "";

    /// <summary>
    /// Renders the Markdown, given the text of the comment that stands there (null for none); null for no comment. Marker and state are
    /// added, or replaced where it has them.
    /// </summary>
    public Func<string?, string>? Comment { get; init; }

    /// <summary>Sets a commit status.</summary>
    public bool CommitStatus { get; init; }

    /// <summary>Makes a check run.</summary>
    public bool CheckRun { get; init; }

    /// <summary>Where status and check run lead to.</summary>
    public Uri? Details { get; init; }

    /// <summary>Of the check run.</summary>
    public IReadOnlyList<PublishedAnnotation> Annotations { get; init; } = [];

    /// <summary>What the hidden line of the comment says.</summary>
    internal CommentState State(RunContext context) =>
        new()
        {
            Sha = context.HeadSha,
            Run = context.Run,
            Try = context.Attempt,

            // As the line keeps it: a state that is read again is the same.
            At = new DateTimeOffset(At.UtcTicks - (At.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            Verdict = Verdict,
            Report = Report,
        };
}

/// <summary>A remark at a line of a file.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsFailure">False for a warning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">One line.</param>
internal sealed record PublishedAnnotation(string Path, int Line, bool IsFailure, string Title, string Message);
