using MlGate.Findings;

namespace MlGate.Git.Hashing;

/// <summary>A file whose name is near that of a missing one.</summary>
internal static class NearFile
{
    private const int Most = 1000;

    /// <summary>The missing path with the step that is probably meant; null for none.</summary>
    /// <param name="path">Absolute; there is nothing.</param>
    /// <param name="name">The same path as findings show it.</param>
    public static string? Find(string path, string name)
    {
        var steps = name.Split('/');
        var folder = path;
        for (var missing = steps.Length - 1; missing >= 0; missing--)
        {
            folder = Path.GetDirectoryName(folder);
            if (folder is null)
            {
                return null;
            }

            if (Directory.Exists(folder))
            {
                return
                    Spelling.Nearest(steps[missing], Names(folder)) is { } near
                    && Path.Exists(Path.Combine([folder, near, .. steps[(missing + 1)..]]))
                    ? string.Join('/', [.. steps[..missing], near, .. steps[(missing + 1)..]])
                    : null;
            }
        }

        return null;
    }

    private static string[] Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Take(Most).Select(entry => Path.GetFileName(entry))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
