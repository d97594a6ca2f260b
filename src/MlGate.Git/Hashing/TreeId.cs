using System.Text;

namespace MlGate.Git.Hashing;

/// <summary>The id of the tree that git would store for a set of files.</summary>
internal static class TreeId
{
    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>The id of a tree.</summary>
    /// <param name="format">Hash of the repository.</param>
    /// <param name="files">Path from the tree's folder, mode and blob id of each file; in any order.</param>
    public static string Of(ObjectFormat format, IEnumerable<TreeFile> files)
    {
        var root = new Folder();
        foreach (var file in files)
        {
            var segments = file.Path.Split('/');
            var folder = segments[..^1].Aggregate(root, (at, segment) => at.Inner(segment));
            folder.Files[segments[^1]] = file;
        }

        return Of(format, root);
    }

    private static string Of(ObjectFormat format, Folder folder)
    {
        // Git sorts a folder as if its name ended with a slash.
        var entries = new SortedList<byte[], (string Mode, string Name, string Id)>(ByBytes);
        foreach (var (name, file) in folder.Files)
        {
            entries.Add(Encoding.UTF8.GetBytes(name), (file.Mode, name, file.Id));
        }

        foreach (var (name, inner) in folder.Folders)
        {
            entries.Add(Encoding.UTF8.GetBytes(name + "/"), ("40000", name, Of(format, inner)));
        }

        var content = new MemoryStream();
        foreach (var (mode, name, id) in entries.Values)
        {
            content.Write(Encoding.UTF8.GetBytes(mode + " " + name + "\0"));
            content.Write(Convert.FromHexString(id));
        }

        return format.TreeId(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private sealed class Folder
    {
        public Dictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, TreeFile> Files { get; } = new(StringComparer.Ordinal);

        public Folder Inner(string name)
        {
            if (!Folders.TryGetValue(name, out var inner))
            {
                Folders.Add(name, inner = new Folder());
            }

            return inner;
        }
    }
}

/// <summary>One file of a tree.</summary>
/// <param name="Path">With forward slashes.</param>
/// <param name="Mode">As git writes it: <c>100644</c>, <c>100755</c>, <c>120000</c>, <c>160000</c>.</param>
/// <param name="Id">Object id.</param>
internal sealed record TreeFile(string Path, string Mode, string Id)
{
    public const string Plain = "100644";
    public const string Executable = "100755";
    public const string Link = "120000";
    public const string Submodule = "160000";
}
