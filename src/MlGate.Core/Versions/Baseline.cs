using System.Text.Json.Serialization;

namespace MlGate.Versions;

/// <summary>A commit to compare with, and why it was taken.</summary>
/// <param name="Commit">Full object id.</param>
/// <param name="Ref">The ref it came from: <c>origin/main</c>, a tag, or the commit itself.</param>
/// <param name="How">For people: <c>merge base with origin/main</c>.</param>
/// <param name="IsOwnHistory">Is the artifact unchanged since the candidate's own commit, so that this is an earlier version of it on the
/// same branch? For the checks alone; no report tells it.</param>
public sealed record Baseline(string Commit, string Ref, string How, [property: JsonIgnore] bool IsOwnHistory = false);

/// <summary>What git says of the working tree.</summary>
/// <param name="Commit">Full object id of HEAD; null in a repository without commits, or outside of one.</param>
/// <param name="Branch">Name of the branch; null when detached.</param>
/// <param name="Target">The branch that a pull request targets, if continuous integration says so.</param>
public sealed record Checkout(string? Commit, string? Branch, string? Target)
{
    /// <summary>True if the gate file is in a git repository.</summary>
    public bool InRepository { get; init; } = true;
}
