using System.Collections.Concurrent;
using System.Text;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;

namespace MlGate.Git.Hashing;

/// <summary>Says what git does to files before it stores them. Git itself is asked only where something may apply at all.</summary>
internal sealed class Conversions(GitRepository repository, GitSettings settings)
{
    private static readonly string[] Asked = ["text", "crlf", "eol", "filter", "working-tree-encoding", "ident"];

    private static readonly string[] Telling = ["autocrlf", "attributesfile", "[include"];

    private readonly Lazy<Fingerprint> everywhere = new(() => new Fingerprint(FingerprintOfSettings(repository, settings)));
    private readonly ConcurrentDictionary<string, Fingerprint> byFolder = new(StringComparer.Ordinal);
    private readonly Lazy<string> autoCrlf = new(() =>
        repository.Program!.Run(["config", "--get", "core.autocrlf"], default, default).Text.Trim().ToLowerInvariant()
    );

    /// <summary>
    /// Changes with every setting and attribute that may bear on a folder's files; zero when there are none, and bytes are stored as they
    /// are.
    /// </summary>
    /// <param name="folder">Relative to the repository's root.</param>
    public ulong FingerprintOf(string folder)
    {
        if (!byFolder.TryGetValue(folder, out var fingerprint))
        {
            var above = folder.Length == 0 ? everywhere.Value.Value : FingerprintOf(folder[..Math.Max(0, folder.LastIndexOf('/'))]);
            fingerprint = new Fingerprint(Mixed(above, Path.Combine(repository.Folders.WorkTree, folder, ".gitattributes")));
            byFolder[folder] = fingerprint;
        }

        return fingerprint.Value;
    }

    /// <summary>What happens to each file.</summary>
    /// <param name="paths">Relative to the repository's root.</param>
    /// <param name="cancel">Stops git.</param>
    /// <exception cref="GitFailedException">Git is needed and cannot be asked.</exception>
    public IReadOnlyDictionary<string, Conversion> For(IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        var asked = paths.Where(path => FingerprintOf(path[..Math.Max(0, path.LastIndexOf('/'))]) != 0).ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<string, Conversion>();
        }

        var git = repository.Program
            ?? throw new GitFailedException("git not found on the PATH; it is needed for .gitattributes and core.autocrlf");
        var output = git.Run(["check-attr", "-z", "--stdin", .. Asked], Encoding.UTF8.GetBytes(string.Join('\0', asked) + "\0"), cancel);
        return output.Exit != 0
            ? throw new GitFailedException(output.Errors)
            : output
                .Parts.Chunk(3)
                .GroupBy(part => part[0], StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => For(group.ToDictionary(part => part[1], part => part[2])),
                    StringComparer.Ordinal
                );
    }

    /// <summary>Which of the files have CRLF in git's index: those <c>text=auto</c> leaves alone.</summary>
    public IReadOnlySet<string> WithReturnsInIndex(IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        var output = repository.Program!.Run(["ls-files", "-z", "--eol", "--", .. paths], default, cancel);
        return output.Exit != 0
            ? throw new GitFailedException(output.Errors)
            : output
                .Parts.Where(line =>
                    line.StartsWith("i/crlf", StringComparison.Ordinal) || line.StartsWith("i/mixed", StringComparison.Ordinal)
                )
                .Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])
                .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The id that git itself gives a file, filters included.</summary>
    public string Ask(string path, CancellationToken cancel)
    {
        var output = repository.Program!.Run(["hash-object", "--", path], default, cancel);
        return output.Exit == 0 ? output.Text.Trim() : throw new GitFailedException(output.Errors);
    }

    // A class: collections of it are compiled ahead with the runtime, those of a number are not.
    private sealed record Fingerprint(ulong Value);

    // gitattributes(5): `text` decides, the older `crlf` stands in for it, `eol` implies it, core.autocrlf comes last.
    private Conversion For(Dictionary<string, string> attributes)
    {
        var filter = attributes["filter"];
        if (filter == "lfs")
        {
            return Conversion.Lfs;
        }

        if (IsNamed(filter) || IsNamed(attributes["working-tree-encoding"]) || attributes["ident"] == "set")
        {
            return Conversion.Program;
        }

        var text = Text(attributes["text"]) ?? Text(attributes["crlf"]);
        return text
            ?? (
                attributes["eol"] is "lf" or "crlf" ? Conversion.Text
                : autoCrlf.Value is "true" or "input" or "yes" or "on" or "1" ? Conversion.Auto
                : Conversion.None
            );
    }

    private static Conversion? Text(string value) =>
        value switch
        {
            "set" or "input" => Conversion.Text,
            "unset" => Conversion.None,
            "auto" => Conversion.Auto,
            _ => null,
        };

    private static bool IsNamed(string value) => value is not ("unspecified" or "unset" or "set");

    private static ulong FingerprintOfSettings(GitRepository repository, GitSettings settings)
    {
        var folders = repository.Folders;
        var fingerprint = settings.HasHiddenConfig ? 1UL : 0;
        string[] configs =
        [
            .. settings.ConfigFiles,
            Path.Combine(folders.CommonFolder, "config"),
            Path.Combine(folders.GitFolder, "config.worktree"),
        ];
        foreach (var text in configs.Select(RepositoryFolders.Text).OfType<string>())
        {
            fingerprint = Telling.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? Mixed(fingerprint, Encoding.UTF8.GetBytes(text))
                : fingerprint;
        }

        return settings.AttributesFiles.Append(Path.Combine(folders.CommonFolder, "info", "attributes")).Aggregate(fingerprint, Mixed);
    }

    private static ulong Mixed(ulong fingerprint, string file) =>
        RepositoryFolders.Text(file) is { Length: > 0 } text ? Mixed(fingerprint, Encoding.UTF8.GetBytes(text)) : fingerprint;

    private static ulong Mixed(ulong fingerprint, ReadOnlySpan<byte> content)
    {
        // FNV-1a: it tells changes apart, and guards nothing.
        var mixed = fingerprint ^ 14695981039346656037UL;
        foreach (var value in content)
        {
            mixed = (mixed ^ value) * 1099511628211UL;
        }

        return mixed | 1;
    }
}
