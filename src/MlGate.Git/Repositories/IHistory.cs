namespace MlGate.Git.Repositories;

/// <summary>
/// Commits, trees and blobs. Ids are full; paths are relative to the repository's root, the empty path is the root itself.
/// </summary>
internal interface IHistory : IDisposable
{
    /// <summary>The commit that a revision names; null when it names none.</summary>
    string? Commit(string revision);

    /// <summary>A best common ancestor; null when there is none.</summary>
    string? MergeBase(string one, string other);

    /// <summary>The commits that only one of two can reach.</summary>
    IEnumerable<string> NotShared(string one, string other);

    /// <summary>The first parent; null for a root, also for one that a shallow clone made.</summary>
    string? Parent(string commit);

    /// <summary>
    /// Commits among the first parents of a commit, itself included, that changed a path against their own first parent; newest first.
    /// </summary>
    IEnumerable<string> Changes(string commit, string path);

    /// <summary>The file or folder (mode <c>40000</c>) at a path; null when there is none.</summary>
    TreeFile? Item(string commit, string path);

    /// <summary>All files under a folder, paths relative to the repository's root.</summary>
    IReadOnlyList<TreeFile> Files(string commit, string folder);

    /// <summary>Writes a blob's content.</summary>
    void Copy(string blob, Stream to, CancellationToken cancel);
}
