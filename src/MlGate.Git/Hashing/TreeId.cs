using System.Text;
using MlGate.Git.Repositories;

namespace MlGate.Git.Hashing;

/// <summary>The id of the tree that git would store for a set of files.</summary>
internal static class TreeId
{
    /// <summary>The id of a tree.</summary>
    /// <param name="format">Hash of the repository.</param>
    /// <param name="files">Path from the tree's folder, mode and blob id of each file; in any order.</param>
    public static string From(ObjectFormat format, IEnumerable<TreeFile> files)
    {
        var root = new Folder();
        foreach (var file in files)
        {
            var segments = file.Path.Split('/');
            var folder = segments[..^1].Aggregate(root, (at, segment) => at.Inner(segment));
            folder.Files[segments[^1]] = file;
        }

        return From(format, root);
    }

    private static string From(ObjectFormat format, Folder folder)
    {
        // Git sorts a folder as if its name ended with a slash.
        var entries = new List<Entry>(folder.Files.Count + folder.Folders.Count);
        foreach (var (name, file) in folder.Files)
        {
            entries.Add(new Entry(Encoding.UTF8.GetBytes(name), file.Mode, name, file.Id));
        }

        foreach (var (name, inner) in folder.Folders)
        {
            entries.Add(new Entry(Encoding.UTF8.GetBytes(name + "/"), "40000", name, From(format, inner)));
        }

        entries.Sort((one, other) => one.SortedBy.AsSpan().SequenceCompareTo(other.SortedBy));
        var content = new MemoryStream();
        foreach (var entry in entries)
        {
            content.Write(Encoding.UTF8.GetBytes(entry.Mode + " " + entry.Name + "\0"));
            content.Write(Convert.FromHexString(entry.Id));
        }

        return format.TreeId(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private sealed record Entry(byte[] SortedBy, string Mode, string Name, string Id);

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
