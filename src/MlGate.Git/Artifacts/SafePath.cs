namespace MlGate.Git.Artifacts;

/// <summary>
/// Paths of gate files, locks and repositories, checked as text before anything is opened. The rules are those of all platforms at once.
/// </summary>
internal static class SafePath
{
    private const int Longest = 4096;
    private const int LongestDevice = 7;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Why a path is refused; null when it is fine.</summary>
    /// <param name="path">With forward slashes; a slash at its end is allowed.</param>
    /// <param name="mayClimb">Is <c>..</c> allowed?</param>
    public static string? WhyNot(string path, bool mayClimb = false)
    {
        if (path.Length is 0 or > Longest)
        {
            return path.Length == 0 ? "is empty" : "is too long";
        }

        var odd = FirstOdd(path);
        if (odd >= 0 || path[0] == '/')
        {
            return odd < 0 ? "is absolute"
                : path[odd] == '\\' ? "has a backslash"
                : path[odd] == ':' ? "has a colon: a drive or a hidden stream on Windows"
                : "has a control character";
        }

        return path.TrimEnd('/')
            .Split('/')
            .Select(segment => WhyNotSegment(segment, mayClimb))
            .FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Why a name cannot be a file's name; null when it can.</summary>
    public static string? WhyNotName(string name) =>
        name is "." or ".." || name.Contains('/', StringComparison.Ordinal) ? "is not a file name" : WhyNot(name);

    /// <summary>Without <c>./</c> and a slash at the end; the folder itself is the empty path. <c>..</c> is resolved as text.</summary>
    /// <returns>Null when the path climbs above its start.</returns>
    public static string? Normal(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/').Where(segment => segment is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>Joins with a slash; the empty path is the folder itself.</summary>
    public static string Join(string folder, string path) =>
        folder.Length == 0 ? path
        : path.Length == 0 ? folder
        : folder + "/" + path;

    private static int FirstOdd(string path)
    {
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] is ':' or '\\' || char.IsControl(path[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static string? WhyNotSegment(string segment, bool mayClimb)
    {
        if (segment is "." or "..")
        {
            return segment.Length == 2 && !mayClimb ? "is outside the folder of the gate file" : null;
        }

        if (segment.Length == 0 || segment[^1] is '.' or ' ')
        {
            return segment.Length == 0 ? "has an empty part" : "has a part that ends with a dot or a space";
        }

        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? segment : segment[..dot]).TrimEnd(' ');
        return stem.Length <= LongestDevice && Devices.Contains(stem) ? "is a Windows device name"
            : segment.Equals(".git", StringComparison.OrdinalIgnoreCase) ? "is in the .git folder"
            : null;
    }

    private static IEnumerable<string> Numbered(string device) => "0123456789¹²³".Select(number => device + number);
}
