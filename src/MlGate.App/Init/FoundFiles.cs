using MlGate.Models.Formats;
using MlGate.Platform;

namespace MlGate.App.Init;

/// <summary>The data and model files below a folder, relative to it, with forward slashes, sorted.</summary>
/// <param name="Data">CSV, TSV, Parquet and JSON lines; the formats of text also compressed with gzip.</param>
/// <param name="Models">Files that a format of models recognises.</param>
internal sealed record FoundFiles(IReadOnlyList<string> Data, IReadOnlyList<string> Models)
{
    private const int Deepest = 4;

    private static readonly HashSet<string> DataEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csv",
        ".tsv",
        ".parquet",
        ".jsonl",
        ".ndjson",
    };

    private static readonly HashSet<string> TextEndings = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".jsonl", ".ndjson" };

    private static readonly HashSet<string> NotSearched = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "node_modules",
        "artifacts",
        "packages",
        "TestResults",
    };

    public static FoundFiles Below(string folder)
    {
        var files = Walk(folder, 0)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new FoundFiles(
            [.. files.Where(path => IsData(path))],
            [.. files.Where(path => KnownFormats.All.IsModel(Path.Combine(folder, path)))]
        );
    }

    /// <summary>The name of a file without folder and endings.</summary>
    public static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(IsCompressed(path) ? Path.GetFileNameWithoutExtension(path) : path);

    private static bool IsData(string path) =>
        IsCompressed(path)
            ? TextEndings.Contains(Path.GetExtension(Path.GetFileNameWithoutExtension(path)))
            : DataEndings.Contains(Path.GetExtension(path));

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Walk(string folder, int depth)
    {
        // A pipe, a device or a link can have any name.
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => RegularFile.Exists(file, followLink: false)))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (
                depth < Deepest
                && !name.StartsWith('.')
                && !NotSearched.Contains(name)
                && !File.GetAttributes(child).HasFlag(FileAttributes.ReparsePoint)
            )
            {
                foreach (var file in Walk(child, depth + 1))
                {
                    yield return file;
                }
            }
        }
    }
}
