namespace MlGate.Cli.Composition;

/// <summary>Where a folder is when all symbolic links on the way to it are followed, as the system names the folder that a process was started in.</summary>
internal static class RealFolder
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The folder's own absolute path; null where the links lead in a circle or cannot be read.</summary>
    /// <param name="path">Absolute; what is not there stays as it is written.</param>
    public static string? Of(string path)
    {
        try
        {
            return Of(path, MostLinks);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Of(string path, int links)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (links == 0 || Path.GetDirectoryName(full) is not { } parent) return links == 0 ? null : full;
        if (Of(parent, links) is not { } real) return null;

        var own = Path.Combine(real, Path.GetFileName(full));
        return new DirectoryInfo(own).LinkTarget is { } target ? Of(Path.Combine(real, target), links - 1) : own;
    }
}
