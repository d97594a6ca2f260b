using MlGate.Gates;

namespace MlGate.GateFile.Tests;

/// <summary>Texts beside a gate file, without a disk.</summary>
internal sealed class GateFilesInMemory : IGateFiles
{
    public string Folder { get; init; } = "samples/churn";

    public Dictionary<string, string> Texts { get; init; } = new(StringComparer.Ordinal);

    public List<(string Path, string? Commit)> Asked { get; } = [];

    public string FolderAt(string? commit) => Folder;

    public string? Read(string path, string? commit)
    {
        Asked.Add((path, commit));
        return path.StartsWith("links/", StringComparison.Ordinal) ? throw new PathOutsideException(path) : Texts.GetValueOrDefault(path);
    }
}
