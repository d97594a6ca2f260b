using MlGate.Findings;

namespace MlGate.App.Location;

/// <summary>Which gate files a command is about.</summary>
internal static class GateFileSearch
{
    public const string DefaultName = "mlgate.yml";

    private static readonly HashSet<string> NotSearched = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git",
        ".mlgate",
        "bin",
        "obj",
        "node_modules",
        "artifacts",
    };

    /// <summary>Absolute paths: those that were named, or all below the folder, or the one in it.</summary>
    public static Result<IReadOnlyList<string>> Find(string folder, IReadOnlyList<string> named, bool all)
    {
        var files = Asked(folder, named, all);
        var missing = files.Where(file => !File.Exists(file)).Select(file => NotFoundAt(folder, file)).ToList();
        return missing.Count > 0 ? Result.Failed<IReadOnlyList<string>>(missing)
            : files.Count == 0 ? Result.Failed<IReadOnlyList<string>>([NotFound(DefaultName)])
            : Result.Success(files);
    }

    /// <summary>
    /// Absolute paths, whether or not there is something: those that were named, or all below the folder that are there, or the one in it.
    /// </summary>
    public static IReadOnlyList<string> Asked(string folder, IReadOnlyList<string> named, bool all) =>
        named.Count > 0 ? [.. named.Select(name => Path.GetFullPath(name, folder))]
        : all ? [.. Below(folder).Order(StringComparer.Ordinal)]
        : [Path.Combine(folder, DefaultName)];

    /// <summary>Would a search of all below a folder find a gate file at an absolute path, if it was there?</summary>
    public static bool IsSearched(string folder, string file)
    {
        var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
        return parts[^1] == DefaultName && parts[0] != ".." && !Path.IsPathRooted(parts[0]) && !parts.Any(NotSearched.Contains);
    }

    private static IEnumerable<string> Below(string folder)
    {
        var own = Path.Combine(folder, DefaultName);
        return (File.Exists(own) ? [own] : Array.Empty<string>()).Concat(
            Directory
                .EnumerateDirectories(folder)
                .Where(child =>
                    !NotSearched.Contains(Path.GetFileName(child)) && !File.GetAttributes(child).HasFlag(FileAttributes.ReparsePoint)
                )
                .SelectMany(Below)
        );
    }

    /// <summary>A gate file is in the commit that is checked out, and not in the working tree: nobody removed it.</summary>
    public static Finding NotCheckedOut(string name) =>
        NotFound(name) with
        {
            Found = "in the commit, but not checked out",
            Fix = "Check out the whole commit, without sparse-checkout and without deleting files",
        };

    /// <summary>
    /// A gate file of the base whose folder is a link to the one that is searched, and that no gate there is known to be.
    /// </summary>
    public static Finding BehindLink(string name) =>
        NotFound(name) with
        {
            Code = Diagnostics.NotARegularFile.Code,
            Expected = "a real folder in the repository",
            Found = "the pull request replaces its folder with a symbolic link",
            Fix = "Keep the folder, or move all of it and keep the name of the gate",
        };

    // What stands in its place, or near it, is said.
    private static Finding NotFoundAt(string folder, string file)
    {
        var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
        var missing = NotFound(name);
        if (Directory.Exists(file))
        {
            var isDefault = Path.GetFileName(file) == DefaultName;
            return missing with
            {
                Found = "a folder",
                Fix =
                    isDefault ? "Rename the folder, and run mlgate init"
                    : File.Exists(Path.Combine(file, DefaultName))
                        ? $"Use the gate file in it: {(name == "." ? "" : name + "/") + DefaultName}"
                    : "Use a gate file; mlgate init writes one for a folder with data",
            };
        }

        var beside = Path.GetDirectoryName(file);
        var near = Directory.Exists(beside)
            ? Spelling.FixFor(
                Path.GetFileName(file),
                [.. Directory.EnumerateFiles(beside, "*.y*ml").Take(1000).Select(path => Path.GetFileName(path))]
            )
            : null;
        return near is null ? missing : missing with { Fix = near };
    }

    /// <summary>There is no gate file of a name.</summary>
    public static Finding NotFound(string name) =>
        new()
        {
            Code = Diagnostics.GateFileNotFound.Code,
            Id = "gate",
            Subject = name,
            Outcome = Outcome.NotMeasured,
            Expected = "a gate file",
            Found = "file not found",
            Fix = name.StartsWith('-') ? "For options, see mlgate --help" : "Run mlgate init to write one, or correct the path",
        };
}
