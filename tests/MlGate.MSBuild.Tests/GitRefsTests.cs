using MlGate.MSBuild.Inputs;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class GitRefsTests : IDisposable
{
    private static readonly string One = new('1', 40);
    private static readonly string Two = new('2', 40);
    private static readonly string Three = new('3', 40);
    private readonly TempFolder folder = new();

    public GitRefsTests()
    {
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/refs/heads/main", One + "\n");
        folder.Write(".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/main\n");
        folder.Write(
            ".git/packed-refs",
            $"# pack-refs with: peeled fully-peeled sorted\n{Two} refs/heads/main\n{Two} refs/remotes/origin/main\n{Three} "
                + $"refs/tags/v1\n^{One}\n"
        );
        Directory.CreateDirectory(folder["a/b"]);
    }

    [Theory]
    [InlineData("HEAD", "ref: refs/heads/main {1}")]
    [InlineData("main", "{1}")]
    [InlineData("refs/heads/main", "{1}")]
    [InlineData("refs/remotes/origin/HEAD", "ref: refs/remotes/origin/main {2}")]
    [InlineData("origin", "ref: refs/remotes/origin/main {2}")]
    [InlineData("origin/main", "{2}")]
    [InlineData("origin/main~3", "{2}")]
    [InlineData("v1^{commit}", "{3}")]
    [InlineData("gone", "absent")]
    [InlineData("../../secret", "absent")]
    [InlineData("--upload-pack=x", "absent")]
    public void Refs_are_loose_packed_or_symbolic(string name, string expected) =>
        Assert.Equal(
            expected
                .Replace("{1}", One, StringComparison.Ordinal)
                .Replace("{2}", Two, StringComparison.Ordinal)
                .Replace("{3}", Three, StringComparison.Ordinal),
            GitRefs.Around(folder["a/b"])!.Resolve(name)
        );

    [Fact]
    public void A_linked_worktree_has_a_head_of_its_own_and_shares_the_rest()
    {
        folder.Write("tree/.git", "gitdir: ../.git/worktrees/tree\n");
        folder.Write(".git/worktrees/tree/commondir", "../..\n");
        folder.Write(".git/worktrees/tree/HEAD", Three + "\n");

        var refs = GitRefs.Around(folder["tree"])!;

        Assert.Equal((Three, One), (refs.Resolve("HEAD"), refs.Resolve("main")));
    }

    [Fact]
    public void Refs_in_tables_count_as_one()
    {
        var tables = folder.Write(".git/reftable/tables.list", "0x1-0x1-abc.ref\n");
        var before = GitRefs.Around(folder.Path)!.Resolve("main");

        File.WriteAllText(tables, "0x1-0x2-def.ref\n");

        Assert.NotEqual(before, GitRefs.Around(folder.Path)!.Resolve("main"));
    }

    [Fact]
    public void More_history_in_a_shallow_clone_is_a_change()
    {
        var shallow = folder.Write(".git/shallow", One + "\n");
        var before = GitRefs.Around(folder.Path)!.Shallow();

        File.Delete(shallow);

        Assert.NotEqual(before, GitRefs.Around(folder.Path)!.Shallow());
    }

    [Fact]
    public void Refs_that_lead_in_a_circle_end()
    {
        folder.Write(".git/refs/heads/a", "ref: refs/heads/b\n");
        folder.Write(".git/refs/heads/b", "ref: refs/heads/a\n");

        Assert.StartsWith("ref: refs/heads/b ref: refs/heads/a", GitRefs.Around(folder.Path)!.Resolve("a"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
