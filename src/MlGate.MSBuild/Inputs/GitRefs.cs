using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// Reads refs from the files of a git repository: loose and packed ones, also from a linked worktree. No library and no process, because it
/// happens in
/// every build. It need not understand every repository: what it records must only differ when a ref does.
/// </summary>
internal sealed class GitRefs
{
    private const int MostHops = 5;
    private const long Largest = 64 << 20;
    private readonly string ownFolder;
    private readonly string commonFolder;

    private GitRefs(string gitFolder)
    {
        ownFolder = gitFolder;
        var common = FirstLine(Path.Combine(gitFolder, "commondir"));
        commonFolder = common is null ? gitFolder : Path.GetFullPath(Path.Combine(gitFolder, common));
    }

    /// <summary>The files that hold what was answered so far.</summary>
    public ISet<string> Files { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>The repository around a folder; null outside of one.</summary>
    public static GitRefs? Around(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git))
            {
                return new GitRefs(git);
            }

            if (FirstLine(git) is { } line && line.StartsWith("gitdir:", StringComparison.Ordinal))
            {
                return new GitRefs(Path.GetFullPath(Path.Combine(at.FullName, line.Substring("gitdir:".Length).Trim())));
            }
        }

        return null;
    }

    /// <summary>One line that differs when the ref does: where it leads, or that there is none.</summary>
    public string Resolve(string name)
    {
        // Refs that are kept as tables are not read; a change of any of them counts as a change of each.
        var tables = Path.Combine(commonFolder, "reftable", "tables.list");
        if (File.Exists(tables))
        {
            Files.Add(tables);
            return string.Join(" ", Lines(tables));
        }

        var trail = new List<string>();
        var next = Candidates(name.Split('~', '^', ':')[0].Split(["@{"], StringSplitOptions.None)[0])
            .Select(candidate => (Name: candidate, Value: Value(candidate)))
            .FirstOrDefault(found => found.Value is not null)
            .Value;
        while (next is not null && trail.Count < MostHops)
        {
            trail.Add(next);
            next = next.StartsWith("ref:", StringComparison.Ordinal) ? Value(next.Substring("ref:".Length).Trim()) : null;
        }

        return trail.Count == 0 ? "absent" : string.Join(" ", trail);
    }

    /// <summary>One line that differs when a shallow clone gets more history, which can move a merge base under refs that stay.</summary>
    public string Shallow()
    {
        var path = Path.Combine(commonFolder, "shallow");
        Files.Add(path);
        return FileStat.From(path).Text;
    }

    // The order in which git itself completes a short name.
    private static IEnumerable<string> Candidates(string name) =>
        [name, "refs/" + name, "refs/tags/" + name, "refs/heads/" + name, "refs/remotes/" + name, "refs/remotes/" + name + "/HEAD"];

    private string? Value(string name)
    {
        if (name.Split('/', '\\').Contains("..") || Path.IsPathRooted(name))
        {
            return null;
        }

        foreach (var folder in new[] { ownFolder, commonFolder })
        {
            var loose = Path.Combine(folder, name);
            Files.Add(loose);
            if (FirstLine(loose) is { } value)
            {
                return value;
            }
        }

        var packed = Path.Combine(commonFolder, "packed-refs");
        Files.Add(packed);
        return Lines(packed).FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal))?.Split(' ')[0];
    }

    private static string? FirstLine(string path) => Lines(path).FirstOrDefault()?.Trim();

    // None of a file that is missing, or that is none.
    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return RegularFile.Exists(path, followLink: true)
                ? RegularFile.ReadText(path, Largest, followLink: true).TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r'))
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
