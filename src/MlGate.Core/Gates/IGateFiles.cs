namespace MlGate.Gates;

/// <summary>Texts that belong to a gate: itself, the policy that it extends, domains.</summary>
public interface IGateFiles
{
    /// <summary>
    /// The gate file's folder, relative to the repository's root, with forward slashes; empty for the root. Says how far <c>..</c> may
    /// climb.
    /// </summary>
    /// <param name="commit">A commit's id, or null for the working tree: a pull request can move a gate.</param>
    string FolderAt(string? commit) => "";

    /// <summary>The gate file's name in its folder, which a pull request can change, too.</summary>
    /// <param name="name">Its name in the working tree.</param>
    /// <param name="commit">A commit's id, or null for the working tree.</param>
    string NameAt(string name, string? commit) => name;

    /// <summary>The text of a file.</summary>
    /// <param name="path">Relative to the gate file's folder, forward slashes; may climb with <c>..</c> but not out of the
    /// repository.</param>
    /// <param name="commit">A commit's id, or null for the working tree.</param>
    /// <returns>The text; null when there is no such file.</returns>
    /// <exception cref="PathOutsideException">The path leads out of the repository.</exception>
    string? Read(string path, string? commit);
}

/// <summary>A path leads out of the repository, or is no path at all.</summary>
/// <param name="path">The path, as it was written.</param>
public sealed class PathOutsideException(string path) : Exception($"'{path}' is outside the repository.")
{
    /// <summary>The path, as it was written.</summary>
    public string Path { get; } = path;
}
