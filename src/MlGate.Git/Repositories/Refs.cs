using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>Names that lead to commits, read from the repository's files, so that nothing has to be loaded or started for them.</summary>
internal sealed class Refs
{
    private const string Link = "ref: ";
    private readonly RepositoryFolders folders;
    private readonly Func<GitProgram?> git;
    private readonly Lazy<IReadOnlyDictionary<string, string>> packed;

    public Refs(RepositoryFolders folders, Func<GitProgram?> git)
    {
        (this.folders, this.git) = (folders, git);
        packed = new(() => folders.HasRefFiles ? ReadPacked() : AskGit());
    }

    /// <summary>The full name of the branch that is checked out; null when HEAD is detached.</summary>
    public string? Branch =>
        Value("HEAD") is { } head && head.StartsWith(Link, StringComparison.Ordinal) ? head[Link.Length..].Trim() : null;

    /// <summary>The id that a full name leads to, through links; null when there is no such name. A tag's id is that of the tag.</summary>
    public string? Resolve(string name)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            if (Value(name) is not { } value)
            {
                return null;
            }

            if (!value.StartsWith(Link, StringComparison.Ordinal))
            {
                return value.Length is 40 or 64 && value.All(char.IsAsciiHexDigit) ? value : null;
            }

            name = value[Link.Length..].Trim();
        }

        return null;
    }

    /// <summary>The name that a link leads to; null when it is no link.</summary>
    public string? Target(string name) =>
        Value(name) is { } value && value.StartsWith(Link, StringComparison.Ordinal) ? value[Link.Length..].Trim() : null;

    /// <summary>All full names, sorted.</summary>
    public IReadOnlyList<string> Names =>
        [.. Loose().Concat(packed.Value.Keys).Where(name => name != "HEAD").Distinct().Order(StringComparer.Ordinal)];

    private string? Value(string name)
    {
        if (!folders.HasRefFiles)
        {
            return packed.Value.GetValueOrDefault(name);
        }

        // HEAD is each worktree's own.
        var text = RepositoryFolders.Text(Path.Combine(name == "HEAD" ? folders.GitFolder : folders.CommonFolder, name));
        return text?.Trim() ?? packed.Value.GetValueOrDefault(name);
    }

    private IEnumerable<string> Loose()
    {
        var root = Path.Combine(folders.CommonFolder, "refs");
        return !folders.HasRefFiles || !Directory.Exists(root)
            ? []
            : Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => "refs/" + Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'));
    }

    private Dictionary<string, string> ReadPacked() =>
        (RepositoryFolders.Text(Path.Combine(folders.CommonFolder, "packed-refs")) ?? "")
            .Split('\n')
            .Where(line => line.Length > 41 && line[0] is not ('#' or '^'))
            .Select(line => line.Trim().Split(' ', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[1], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last()[0], StringComparer.Ordinal);

    private Dictionary<string, string> AskGit()
    {
        var program = git() ?? throw new GitFailedException("the refs of the repository are in a format that needs the git program");
        var names = program
            .Text(["for-each-ref", "--format=%(refname)%00%(objectname)%00%(symref)"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\0'))
            .ToDictionary(parts => parts[0], parts => parts[2].Length > 0 ? Link + parts[2] : parts[1], StringComparer.Ordinal);
        var branch = program.Run(["symbolic-ref", "-q", "HEAD"], default, default);
        var head = branch.Exit == 0 ? branch : program.Run(["rev-parse", "-q", "--verify", "HEAD"], default, default);
        if (head.Exit == 0)
        {
            names["HEAD"] = (branch.Exit == 0 ? Link : "") + head.Text.Trim();
        }

        return names;
    }
}
