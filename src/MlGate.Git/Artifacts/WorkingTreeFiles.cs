using System.Security.Cryptography;
using LibGit2Sharp;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;

namespace MlGate.Git.Artifacts;

/// <summary>The files of the working tree that git tracks or would track.</summary>
internal static class WorkingTreeFiles
{
    /// <summary>Files under a folder, sorted; those that are tracked but gone are left out by whoever looks at them.</summary>
    /// <param name="root">Absolute path of the repository's root, or of the gate file's folder outside of repositories.</param>
    /// <param name="repository">Null outside of repositories: then every file counts.</param>
    /// <param name="folder">Relative to the root.</param>
    /// <param name="cancel">Stops the listing.</param>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public static IReadOnlyList<WorkingFile> Under(string root, GitRepository? repository, string folder, CancellationToken cancel)
    {
        // The native hashes take as long to load as git takes to list the files.
        var loading = Task.Run(() => SHA256.HashData([]), CancellationToken.None);
        var files = repository switch
        {
            null => Walk(root, folder).Select(path => new WorkingFile(path, null)),
            { Program: { } git } => Ask(git, folder, cancel),
            _ => AskLibGit2(repository, root, folder),
        };
        WorkingFile[] sorted = [.. files.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)];
        _ = loading.GetAwaiter().GetResult();
        return sorted;
    }

    private static IEnumerable<WorkingFile> Ask(GitProgram git, string folder, CancellationToken cancel)
    {
        var output = git.Run(
            ["ls-files", "-z", "-s", "-c", "-o", "--exclude-standard", "--", folder.Length == 0 ? "." : folder],
            default,
            cancel
        );
        return output.Exit == 0 ? output.Parts.Select(Parse) : throw new GitFailedException(output.Errors);
    }

    // Tracked: mode SP id SP stage TAB path; others: path
    private static WorkingFile Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var parts = tab < 0 ? [] : line[..tab].Split(' ');
        return parts.Length == 3 && parts[0].Length == 6 && parts[1].Length is 40 or 64 && parts[0].All(char.IsAsciiDigit)
            ? new WorkingFile(line[(tab + 1)..], parts[0])
            : new WorkingFile(line, null);
    }

    private static IEnumerable<WorkingFile> AskLibGit2(GitRepository repository, string root, string folder)
    {
        try
        {
            using var opened = new Repository(repository.Folders.WorkTree);
            return
            [
                .. Walk(root, folder)
                    .Select(path => (Path: path, Entry: opened.Index[path]))
                    .Where(file => file.Entry is not null || !opened.Ignore.IsPathIgnored(file.Path))
                    .Select(file => new WorkingFile(file.Path, file.Entry?.Mode == Mode.ExecutableFile ? TreeFile.Executable : null)),
            ];
        }
        catch (LibGit2SharpException problem)
        {
            throw new GitFailedException(problem.Message);
        }
    }

    // Links are listed and not followed: whoever looks at them refuses them.
    private static IEnumerable<string> Walk(string root, string folder)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
        {
            var path = SafePath.Join(folder, entry.Name);
            if (entry is not DirectoryInfo || entry.LinkTarget is not null)
            {
                yield return path;
            }
            else if (entry.Name != ".git")
            {
                foreach (var inner in Walk(root, path))
                {
                    yield return inner;
                }
            }
        }
    }
}

/// <summary>A file of the working tree.</summary>
/// <param name="Path">Relative to the root. A nested repository ends with a slash.</param>
/// <param name="IndexMode">The mode in git's index; null when it is not tracked.</param>
internal sealed record WorkingFile(string Path, string? IndexMode);
