using System.Text.Json;
using MlGate.Platform;

namespace MlGate.Training;

/// <summary>Names and versions of the packages that training code uses, as restore recorded them.</summary>
internal static class PackageVersions
{
    private const long Largest = 64 << 20;
    private const string LockFile = "packages.lock.json";
    private const string AssetsFile = "project.assets.json";
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>
    /// Reads <c>packages.lock.json</c> beside each project under the paths, else its <c>obj/project.assets.json</c>. Files that are not
    /// what they claim to be are left out: lineage is a help, not a gate.
    /// </summary>
    /// <param name="folder">Absolute path of the gate file's folder.</param>
    /// <param name="code">Paths of code, relative to it: folders, or files.</param>
    /// <returns>Version by name, sorted; several versions of one package are joined by a comma.</returns>
    public static IReadOnlyDictionary<string, string> Read(string folder, IEnumerable<string> code)
    {
        var versions = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var roots = code.Select(path => Path.GetFullPath(Path.Combine(folder, path))).Where(Directory.Exists).ToList();
        var locks = roots.SelectMany(root => Directory.EnumerateFiles(root, LockFile, Everywhere)).ToHashSet(StringComparer.Ordinal);
        var lockedProjects = locks.Select(path => Path.GetDirectoryName(path)!).ToHashSet(StringComparer.Ordinal);
        var assets = roots
            .SelectMany(root => Directory.EnumerateFiles(root, AssetsFile, Everywhere))
            .Where(path => !lockedProjects.Contains(Path.GetDirectoryName(Path.GetDirectoryName(path)!)!));
        foreach (
            var (name, version) in locks
                .SelectMany(path => Parse(path, FromLock))
                .Concat(assets.SelectMany(path => Parse(path, FromAssets)))
        )
        {
            if (!versions.TryGetValue(name, out var known))
            {
                versions[name] = known = new SortedSet<string>(StringComparer.Ordinal);
            }

            known.Add(version);
        }

        return new SortedDictionary<string, string>(
            versions.ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value)),
            StringComparer.Ordinal
        );
    }

    private static List<(string Name, string Version)> Parse(
        string path,
        Func<JsonElement, IEnumerable<(string Name, string Version)>> read
    )
    {
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadBytes(path, Largest));
            return [.. read(document.RootElement)];
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            return [];
        }
    }

    private static IEnumerable<(string Name, string Version)> FromLock(JsonElement root) =>
        from framework in root.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (package.Name, package.Value.GetProperty("resolved").GetString()!);

    private static IEnumerable<(string Name, string Version)> FromAssets(JsonElement root) =>
        from library in root.GetProperty("libraries").EnumerateObject()
        where library.Value.GetProperty("type").GetString() == "package"
        let slash = library.Name.IndexOf('/', StringComparison.Ordinal)
        where slash > 0
        select (library.Name[..slash], library.Name[(slash + 1)..]);
}
