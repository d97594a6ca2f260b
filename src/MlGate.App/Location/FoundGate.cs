using MlGate.Versions;

namespace MlGate.App.Location;

/// <summary>A gate that a command is about.</summary>
/// <param name="File">Absolute path of the gate file; of one that is not in the working tree, where a commit has it.</param>
internal sealed record FoundGate(string File)
{
    /// <summary>
    /// The path that stands for it: its reports go there. Another one than the file's for a gate that was moved, and named by its old
    /// place.
    /// </summary>
    public string Asked { get; init; } = File;

    /// <summary>Absolute path that commits have it at, where the pull request moves it; null where it stays.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>
    /// Absolute path of the gate of its name that the pull request removes, while data or models of that are left in both places; null for
    /// any other.
    /// </summary>
    public string? CopyOf { get; init; }

    /// <summary>Absolute path that the file alone was moved to, away from its data and models; null for any other.</summary>
    public string? WentTo { get; init; }

    /// <summary>The base, where that has the gate file and the pull request removes it; null for any other.</summary>
    public Baseline? RemovedSince { get; init; }

    /// <summary>
    /// Absolute paths of the datasets that gates of the base name which the pull request leaves where they are; for a gate that is removed.
    /// </summary>
    public IReadOnlySet<string> StayingData { get; init; } = new HashSet<string>();

    /// <summary>
    /// Absolute path of a gate file that the pull request adds and that no gate of the base became, for one that is removed; null for none.
    /// </summary>
    public string? Added { get; init; }

    /// <summary>Has the commit that is checked out the file, and the working tree lacks it?</summary>
    public bool IsNotCheckedOut { get; init; }

    /// <summary>The tip of the target branch, where that alone has the gate file; null for any other.</summary>
    public Baseline? OnlyAt { get; init; }

    /// <summary>
    /// The folder that the repository is looked for from, for a gate file that is not in the working tree; null for its own.
    /// </summary>
    public string? SearchedFrom { get; init; }
}
