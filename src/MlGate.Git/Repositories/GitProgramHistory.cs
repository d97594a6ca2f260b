using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>
/// History through the git program: repositories that libgit2 cannot open, large blobs, and objects that must be fetched first.
/// </summary>
internal sealed class GitProgramHistory(GitProgram git) : IHistory
{
    private readonly GitBatch check = new(git, "--batch-check");
    private readonly GitBatch contents = new(git, "--batch");

    public string? Commit(string revision) => check.Ask(revision + "^{commit}") is { Type: "commit" } found ? found.Id : null;

    public string? MergeBase(string one, string other)
    {
        var output = git.Run(["merge-base", one, other], default, default);
        return output.Exit switch
        {
            0 => output.Text.Split('\n')[0],
            1 => null,
            _ => throw new GitFailedException(output.Errors),
        };
    }

    public IEnumerable<string> NotShared(string one, string other) =>
        git.Text(["rev-list", one + "..." + other]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string? Parent(string commit) => Commit(commit + "^1");

    public IEnumerable<string> Changes(string commit, string path) =>
        git.Text(["rev-list", "--first-parent", commit, "--", path]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public TreeFile? Item(string commit, string path) =>
        path.Length == 0
            ? check.Ask(commit + "^{tree}") is { } root
                ? new TreeFile("", "40000", root.Id)
                : null
            : List(["ls-tree", "-z", "--full-tree", commit, "--", path]).SingleOrDefault(item => item.Path == path);

    public IReadOnlyList<TreeFile> Files(string commit, string folder) =>
        List(
            folder.Length == 0
                ? ["ls-tree", "-r", "-z", "--full-tree", commit]
                : ["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder + "/"]
        );

    public void Copy(string blob, Stream to, CancellationToken cancel)
    {
        if (contents.Ask(blob) is not { } found)
        {
            throw new GitFailedException($"the object {blob} is missing from the repository");
        }

        contents.Copy(found.Size, to, cancel);
    }

    public void Dispose()
    {
        check.Dispose();
        contents.Dispose();
    }

    private List<TreeFile> List(IEnumerable<string> arguments)
    {
        var output = git.Run(arguments, default, default);
        return output.Exit == 0 ? [.. output.Parts.Select(Item)] : throw new GitFailedException(output.Errors);
    }

    // mode SP type SP id TAB path
    private static TreeFile Item(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var parts = line[..tab].Split(' ');
        return new TreeFile(line[(tab + 1)..], parts[0] == "040000" ? "40000" : parts[0], parts[2]);
    }
}
