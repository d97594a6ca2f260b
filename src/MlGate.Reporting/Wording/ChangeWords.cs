namespace MlGate.Reporting.Wording;

/// <summary>What a host calls a change that waits to be merged.</summary>
/// <param name="Short">In a table: <c>PR</c>.</param>
/// <param name="Long">In a sentence: <c>pull request</c>.</param>
internal sealed record ChangeWords(string Short, string Long)
{
    /// <summary>On GitHub, Azure and most others.</summary>
    public static ChangeWords PullRequest { get; } = new("PR", "pull request");

    /// <summary>On GitLab.</summary>
    public static ChangeWords MergeRequest { get; } = new("MR", "merge request");

    /// <summary><c>this PR</c>.</summary>
    public string This => "this " + Short;
}
