using LibGit2Sharp;
using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>History through libgit2, without starting a process; what libgit2 cannot do goes to git.</summary>
internal sealed class LibGit2History(Repository repository, IHistory? git) : IHistory
{
    // libgit2 holds a whole blob in memory, and takes 27 times as long as git for 200 MB.
    private const long Large = 8 * 1024 * 1024;

    public string? Commit(string revision)
    {
        try
        {
            return repository.Lookup<Commit>(revision + "^{commit}")?.Sha;
        }
        catch (Exception problem) when (problem is LibGit2SharpException or ArgumentException)
        {
            return git?.Commit(revision);
        }
    }

    public string? MergeBase(string one, string other) =>
        Try(() => repository.ObjectDatabase.FindMergeBase(Found(one), Found(other))?.Sha, instead => instead.MergeBase(one, other));

    public IEnumerable<string> NotShared(string one, string other) =>
        Try(() => Only(one, other).Concat(Only(other, one)).ToList(), instead => instead.NotShared(one, other));

    public string? Parent(string commit) => Try(() => Found(commit).Parents.FirstOrDefault()?.Sha, instead => instead.Parent(commit));

    public IEnumerable<string> Changes(string commit, string path) =>
        Try(() => ChangesHere(commit, path).ToList(), instead => instead.Changes(commit, path));

    public TreeFile? Item(string commit, string path) =>
        Try(
            () =>
                path.Length == 0 ? new TreeFile("", "40000", Found(commit).Tree.Sha)
                : Find(commit, path) is { } entry ? new TreeFile(path, Mode(entry.Mode), entry.Target.Sha)
                : null,
            instead => instead.Item(commit, path)
        );

    public IReadOnlyList<TreeFile> Files(string commit, string folder) =>
        Try(
            () =>
            {
                var tree =
                    folder.Length == 0 ? Found(commit).Tree
                    : Find(commit, folder) is { TargetType: TreeEntryTargetType.Tree } entry ? FoundTree(entry)
                    : null;
                return tree is null ? (IReadOnlyList<TreeFile>)[] : [.. FilesOf(tree, folder)];
            },
            instead => instead.Files(commit, folder)
        );

    public void Copy(string blob, Stream to, CancellationToken cancel) =>
        Try(
            () =>
            {
                var id = new ObjectId(blob);
                if (git is not null && repository.ObjectDatabase.RetrieveObjectMetadata(id).Size > Large)
                {
                    git.Copy(blob, to, cancel);
                    return true;
                }

                using var content = (repository.Lookup<Blob>(id) ?? throw new NotFoundException()).GetContentStream();
                content.CopyTo(to);
                return true;
            },
            instead =>
            {
                instead.Copy(blob, to, cancel);
                return true;
            }
        );

    public void Dispose()
    {
        repository.Dispose();
        git?.Dispose();
    }

    private Commit Found(string commit) => repository.Lookup<Commit>(commit) ?? throw new NotFoundException();

    // Libgit2 answers "no such entry" for a whole path also where the tree of a folder on the way is missing: what cannot be read would
    // look like what never was.
    private TreeEntry? Find(string commit, string path)
    {
        var tree = Found(commit).Tree;
        var segments = path.Split('/');
        foreach (var segment in segments[..^1])
        {
            if (tree[segment] is not { TargetType: TreeEntryTargetType.Tree } folder)
            {
                return null;
            }

            tree = FoundTree(folder);
        }

        return tree[segments[^1]];
    }

    private Tree FoundTree(TreeEntry folder) => repository.Lookup<Tree>(folder.Target.Id) ?? throw new NotFoundException();

    private IEnumerable<string> Only(string of, string without) =>
        repository
            .Commits.QueryBy(new CommitFilter { IncludeReachableFrom = Found(of), ExcludeReachableFrom = Found(without) })
            .Select(commit => commit.Sha);

    private IEnumerable<string> ChangesHere(string commit, string path)
    {
        for (var at = Found(commit); at is not null; )
        {
            var parent = at.Parents.FirstOrDefault();
            if (at[path]?.Target.Sha != parent?[path]?.Target.Sha)
            {
                yield return at.Sha;
            }

            at = parent;
        }
    }

    private IEnumerable<TreeFile> FilesOf(Tree tree, string folder)
    {
        foreach (var entry in tree)
        {
            var path = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
            if (entry.TargetType == TreeEntryTargetType.Tree)
            {
                foreach (var file in FilesOf(FoundTree(entry), path))
                {
                    yield return file;
                }
            }
            else
            {
                yield return new TreeFile(path, Mode(entry.Mode), entry.Target.Sha);
            }
        }
    }

    private static string Mode(Mode mode) =>
        mode switch
        {
            LibGit2Sharp.Mode.Directory => "40000",
            LibGit2Sharp.Mode.ExecutableFile => TreeFile.Executable,
            LibGit2Sharp.Mode.SymbolicLink => TreeFile.Link,
            LibGit2Sharp.Mode.GitLink => TreeFile.Submodule,
            _ => TreeFile.Plain,
        };

    // Objects are missing in partial clones, where git fetches them.
    private T Try<T>(Func<T> here, Func<IHistory, T> there)
    {
        try
        {
            return here();
        }
        catch (LibGit2SharpException problem)
        {
            return git is null ? throw new GitFailedException(problem.Message) : there(git);
        }
    }
}
