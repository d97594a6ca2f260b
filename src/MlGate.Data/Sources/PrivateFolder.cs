using MlGate.Data.Engines;

namespace MlGate.Data.Sources;

/// <summary>
/// A folder that only this process's user may enter, for copies of files and what an engine spills. It is gone when disposed.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private long copies;

    private PrivateFolder(DirectoryInfo folder) => this.folder = folder;

    public string Path => folder.FullName;

    public static PrivateFolder Create(string root)
    {
        var path = System.IO.Path.Combine(root, "mlgate-data-" + Guid.NewGuid().ToString("N"));
        return new PrivateFolder(
            OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path)
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
        );
    }

    /// <summary>A path that an engine takes for one file: it would read <c>*</c>, <c>?</c> and <c>[</c> of a name as a glob.</summary>
    public string PathOf(string file)
    {
        if (file.AsSpan().IndexOfAny("*?[") < 0)
        {
            return file;
        }

        var link = System.IO.Path.Combine(Path, Sql.Number(links.Count) + System.IO.Path.GetExtension(file));
        if (links.TryAdd(file, link))
        {
            File.CreateSymbolicLink(link, file);
        }

        return links[file];
    }

    /// <summary>A path in the folder that no file has.</summary>
    /// <param name="ending">How its name ends, with the dot.</param>
    public string NewFile(string ending) => System.IO.Path.Combine(Path, "copy-" + Sql.Number(copies++) + ending);

    public void Dispose()
    {
        folder.Refresh();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }
}
