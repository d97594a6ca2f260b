namespace MlGate.App.Location;

/// <summary>
/// Where a folder is when all symbolic links on the way to it are followed, as the system names the folder that a process was started in.
/// </summary>
internal static class RealFolder
{
    // As many as Linux follows, in all.
    private const int MostLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The folder's own absolute path; null where the links lead in a circle or cannot be read.</summary>
    /// <param name="path">Absolute; what is not there stays as it is written.</param>
    public static string? From(string path)
    {
        try
        {
            return Follow(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // One step after the other: what .. means is known only when the links before it have been followed.
    private static string? Follow(string path)
    {
        var (real, links) = (Path.GetPathRoot(path)!, 0);
        var steps = new Stack<string>(Steps(path));
        while (steps.TryPop(out var step))
        {
            if (step is "." or "..")
            {
                real = step == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var own = Path.Combine(real, step);
            if (new DirectoryInfo(own).LinkTarget is not { } target)
            {
                real = own;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var next in Steps(target))
            {
                steps.Push(next);
            }
        }

        return real;
    }

    private static IEnumerable<string> Steps(string path) =>
        path[Path.GetPathRoot(path)!.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
