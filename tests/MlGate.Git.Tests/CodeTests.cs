namespace MlGate.Git.Tests;

public sealed class CodeTests
{
    [Fact]
    public async Task Code_is_what_git_tracks_or_would_track()
    {
        using var repository = new TestRepository();
        _ = repository.Write(".gitignore", "bin/\n");
        _ = repository.Write("Trainer/Program.cs", "1");
        _ = repository.Commit();
        using var versions = repository.Versions();
        var committed = (await versions.ReadCodeAsync("Trainer/", default)).Value!;
        _ = repository.Write("Trainer/bin/x.dll", "2");

        Assert.Equal(repository.Run("rev-parse", "HEAD:Trainer"), committed.GitObjectId);
        Assert.Equal(committed, (await versions.ReadCodeAsync("Trainer", default)).Value);

        _ = repository.Write("Trainer/New.cs", "3");
        Assert.NotEqual(committed, (await versions.ReadCodeAsync("Trainer", default)).Value);
        Assert.Equal(1, (await versions.ReadCodeAsync("Trainer/New.cs", default)).Value!.Size);
    }

    [Fact]
    public async Task Links_and_submodules_in_code_are_taken_as_git_takes_them()
    {
        using var repository = new TestRepository();
        _ = repository.Write("c/f", "1");
        _ = File.CreateSymbolicLink(repository["c/link"], "f");
        _ = File.CreateSymbolicLink(repository["c/dead"], "/nowhere");
        _ = repository.Commit();
        using var versions = repository.Versions();

        Assert.Equal(repository.Run("rev-parse", "HEAD:c"), (await versions.ReadCodeAsync("c", default)).Value?.GitObjectId);
    }

    [Fact]
    public async Task Code_may_lie_outside_of_the_gates_folder_but_not_of_the_repository()
    {
        using var repository = new TestRepository();
        _ = repository.Write("shared/f", "1");
        _ = repository.Write("gate/f", "1");
        _ = repository.Commit();
        using var versions = repository.Versions(repository.Settings("gate"));

        Assert.Equal(repository.Run("rev-parse", "HEAD:shared"), (await versions.ReadCodeAsync("../shared", default)).Value?.GitObjectId);
        Assert.Equal("MLG3001", Assert.Single((await versions.ReadCodeAsync("../../x", default)).Problems).Code);
        Assert.Equal("MLG7001", Assert.Single((await versions.ReadCodeAsync("absent", default)).Problems).Code);
    }

    [Fact]
    public async Task Locks_are_not_part_of_code()
    {
        using var repository = new TestRepository();
        _ = repository.Write("f", "1");
        using var versions = repository.Versions();
        var before = (await versions.ReadCodeAsync(".", default)).Value;

        _ = await repository.CommitModel("x");
        File.Delete(repository["m.bin"]);

        Assert.Equal(before, (await versions.ReadCodeAsync(".", default)).Value);
    }
}
