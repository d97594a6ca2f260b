namespace MlGate.GateFile.Sources;

/// <summary>Paths of a gate file, judged by their text alone; links are the business of whoever opens the file.</summary>
internal static class GatePath
{
    /// <summary>Does the path, seen from a folder of the repository, lead out of it? Absolute paths of any platform do.</summary>
    /// <param name="folder">The gate file's folder, relative to the repository's root; empty for the root.</param>
    /// <param name="path">As written.</param>
    public static bool LeadsOut(string folder, string path)
    {
        var steps = path.Replace('\\', '/');
        if (steps.StartsWith('/') || steps.StartsWith('~') || steps.Contains(':', StringComparison.Ordinal) || steps.Any(char.IsControl))
        {
            return true;
        }

        var depth = 0;
        foreach (var step in (folder + "/" + steps).Split('/'))
        {
            depth += step switch
            {
                "" or "." => 0,
                ".." => -1,
                _ => 1,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The folder of a file that the gate file names, relative to the repository's root; may still hold <c>..</c>.</summary>
    public static string FolderOf(string folder, string file) => folder + "/" + string.Join('/', file.Split('/').SkipLast(1));

    /// <summary>The path of a text that another file names, seen from the gate file's folder.</summary>
    public static string Beside(string file, string path)
    {
        var steps = new List<string>();
        foreach (var step in file.Split('/').SkipLast(1).Concat(path.Split('/')))
        {
            if (step == ".." && steps.Count > 0 && steps[^1] != "..")
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
