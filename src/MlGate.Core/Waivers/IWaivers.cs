using MlGate.Findings;

namespace MlGate.Waivers;

/// <summary>The waivers beside the gate file. They come from whoever wrote the change: each is read strictly or not at all.</summary>
public interface IWaivers
{
    /// <summary>All waivers, sorted by path.</summary>
    /// <param name="commit">A commit's id, or null for the working tree.</param>
    IReadOnlyList<WaiverFile> Read(string? commit);
}

/// <summary>A file that is there for a waiver.</summary>
/// <param name="Path">Relative to the gate file's folder, with forward slashes.</param>
/// <param name="Waiver">The waiver, or why it is none.</param>
public sealed record WaiverFile(string Path, Result<Waiver> Waiver);
