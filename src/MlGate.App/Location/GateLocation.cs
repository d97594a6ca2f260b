using MlGate.Versions;

namespace MlGate.App.Location;

/// <summary>Where the gate of a command is.</summary>
/// <param name="File">Absolute path of the gate file; of one that is not in the working tree, where a commit has it.</param>
internal abstract record GateLocation(string File)
{
    /// <summary>
    /// The path that the reports of the gate go to: the file's own, or the old one of a gate that was moved and named by its old place.
    /// </summary>
    public string RequestedPath { get; init; } = File;

    /// <summary>The folder from which the repository is searched; null for the gate file's own.</summary>
    public virtual string? SearchedFrom => null;

    /// <summary>The working tree has the file, where commits have it too.</summary>
    public sealed record InTree(string File) : GateLocation(File);

    /// <summary>The pull request moves the gate with what it is about.</summary>
    /// <param name="File">Where it is now.</param>
    /// <param name="From">Absolute path that commits have it at.</param>
    public sealed record Moved(string File, string From) : GateLocation(File);

    /// <summary>
    /// A file of the name of a gate that the pull request removes, while data or models of that gate are left in both places.
    /// </summary>
    /// <param name="File">Where it is.</param>
    /// <param name="RemovedFile">Absolute path of the gate that is removed.</param>
    public sealed record CopyOfRemoved(string File, string RemovedFile) : GateLocation(File);

    /// <summary>The pull request removes the gate file.</summary>
    /// <param name="File">Where the base has it.</param>
    /// <param name="Since">The base.</param>
    /// <param name="Folder">The folder of the command.</param>
    public sealed record Removed(string File, Baseline Since, string Folder) : GateLocation(File)
    {
        /// <summary>Absolute path that the file alone was moved to, away from its data and models; null if it was not.</summary>
        public string? WentTo { get; init; }

        /// <summary>Absolute paths of datasets of the base's gates that the pull request leaves in place.</summary>
        public IReadOnlySet<string> StayingData { get; init; } = new HashSet<string>();

        /// <summary>Absolute path of a gate file that the pull request adds and that no gate of the base became; null for none.</summary>
        public string? Added { get; init; }

        /// <inheritdoc/>
        public override string SearchedFrom => Folder;
    }

    /// <summary>Only the tip of the target branch has the gate file.</summary>
    /// <param name="File">Where the tip has it.</param>
    /// <param name="Tip">The tip.</param>
    /// <param name="Folder">The folder of the command.</param>
    public sealed record OnlyOnTarget(string File, Baseline Tip, string Folder) : GateLocation(File)
    {
        /// <inheritdoc/>
        public override string SearchedFrom => Folder;
    }

    /// <summary>The commit that is checked out has the file, and the working tree lacks it.</summary>
    /// <param name="File">Where the commit has it.</param>
    /// <param name="Folder">The folder of the command.</param>
    public sealed record NotCheckedOut(string File, string Folder) : GateLocation(File)
    {
        /// <inheritdoc/>
        public override string SearchedFrom => Folder;
    }
}
