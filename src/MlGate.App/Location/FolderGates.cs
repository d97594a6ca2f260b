using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.App.Location;

/// <summary>
/// What the gate files of one folder name. Locks lie beside the gate file, so these gates, and no others of the repository, share them.
/// In doubt an artifact counts as named: a lock too many is an error with a fix, a lock too few is a version that nobody reviewed.
/// </summary>
internal sealed class FolderGates
{
    private readonly HashSet<CheckId> named;
    private readonly List<string> unreadable;

    private FolderGates(IEnumerable<Gate> gates, List<string> unreadable)
    {
        named = [.. gates.SelectMany(gate => gate.Artifacts).Select(artifact => artifact.Id)];
        this.unreadable = unreadable;
    }

    /// <param name="folder">The gate file's folder.</param>
    /// <param name="file">The gate file's name.</param>
    /// <param name="gate">What it says.</param>
    /// <param name="files">Reads its neighbours.</param>
    public static FolderGates Read(string folder, string file, Gate gate, IGateFiles files)
    {
        List<Gate> gates = [gate];
        List<string> unreadable = [];
        foreach (
            var neighbour in Directory
                .EnumerateFiles(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => name != file && IsYaml(name) && !gate.Files.Contains(name))
        )
        {
            if (GateParser.Load(neighbour, files).Value is { } other)
            {
                gates.Add(other);
            }
            else
            {
                unreadable.Add(Text(neighbour, files));
            }
        }

        return new FolderGates(gates, unreadable);
    }

    /// <summary>
    /// Does a gate name the artifact, or may it? A gate file with a mistake in it may name whatever its text mentions, and anything when it
    /// builds on a policy.
    /// </summary>
    public bool MayName(Artifact artifact) =>
        named.Contains(artifact.Id)
        || unreadable.Any(text =>
            text.Contains(artifact.Name, StringComparison.Ordinal)
            || text.StartsWith("extends:", StringComparison.Ordinal)
            || text.Contains("\nextends:", StringComparison.Ordinal)
        );

    private static string Text(string name, IGateFiles files)
    {
        try
        {
            return files.Read(name, commit: null) ?? "";
        }
        catch (PathOutsideException)
        {
            // A link, which is refused as a gate file.
            return "";
        }
    }

    private static bool IsYaml(string name) => Path.GetExtension(name).ToUpperInvariant() is ".YML" or ".YAML";
}
