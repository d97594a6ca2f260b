using System.Text;
using MlGate.Gates;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git;

/// <summary>Texts of gates from the working tree, or from a commit.</summary>
internal sealed class GitGateFiles : IGateFiles, IDisposable
{
    // Gates are refused at a megabyte; a reader needs to see only that there is more.
    private const int Largest = 16 * 1024 * 1024;

    private readonly GitRepository? repository;
    private readonly GateFolder gate;
    private readonly GateFolder inCommits;
    private readonly string? earlierName;

    public GitGateFiles(GitSettings settings)
    {
        repository = settings.OpenRepository();
        (gate, inCommits) = GateFolder.Both(settings, repository);
        earlierName = settings.EarlierName;
    }

    /// <inheritdoc/>
    public string FolderAt(string? commit) => In(commit).Prefix;

    /// <inheritdoc/>
    public string NameAt(string name, string? commit) => commit is null ? name : earlierName ?? name;

    /// <inheritdoc/>
    public string? Read(string path, string? commit)
    {
        if (SafePath.WhyNot(path, mayClimb: true) is not null || In(commit).InRoot(path) is not { } inRoot)
        {
            throw new PathOutsideException(path);
        }

        return commit is null ? ReadHere(path, inRoot) : ReadAt(inRoot, commit);
    }

    /// <summary>A path as seen from the repository's root; from the gate file's folder where there is no repository.</summary>
    public string FromRoot(string path) => gate.InRoot(path) ?? path;

    public void Dispose() => repository?.Dispose();

    private GateFolder In(string? commit) => commit is null ? gate : inCommits;

    private string? ReadHere(string written, string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            Refuse(path[..slash], written);
        }

        Refuse(path, written);
        if (Entry.KindOf(gate.Absolute(path), followLink: false) != EntryKind.File)
        {
            return null;
        }

        using var stream = RegularFile.OpenRead(gate.Absolute(path), long.MaxValue);
        return Text(stream);
    }

    private string? ReadAt(string path, string commit)
    {
        var history = repository?.History ?? throw new GitFailedException("the gate file is not in a git repository");
        if (history.Item(commit, path) is not { Mode: TreeFile.Plain or TreeFile.Executable } item)
        {
            return null;
        }

        var content = new MemoryStream();
        history.Copy(item.Id, content, CancellationToken.None);
        content.Position = 0;
        return Text(content);
    }

    private void Refuse(string path, string written)
    {
        if (Entry.KindOf(gate.Absolute(path), followLink: false) == EntryKind.Link)
        {
            throw new PathOutsideException(written);
        }
    }

    private static string Text(Stream stream)
    {
        var content = new byte[(int)Math.Min(stream.Length, Largest)];
        return Encoding.UTF8.GetString(content, 0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }
}
