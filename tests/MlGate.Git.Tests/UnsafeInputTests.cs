using System.Diagnostics;
using System.Net.Sockets;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class UnsafeInputTests
{
    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/abs")]
    [InlineData("C:\\x")]
    [InlineData("C:/x")]
    [InlineData("\\\\srv\\x")]
    [InlineData("CON")]
    [InlineData("data/con.csv")]
    [InlineData("COM1")]
    [InlineData("lpt9.txt")]
    [InlineData("dot.")]
    [InlineData("space ")]
    [InlineData("a./b")]
    [InlineData("nul\0")]
    [InlineData("f:stream")]
    [InlineData("a//b")]
    [InlineData(".git/config")]
    [InlineData(".GIT/config")]
    [InlineData("")]
    [InlineData("new\nline")]
    public async Task A_path_that_is_no_plain_path_is_refused(string path)
    {
        using var repository = new TestRepository();

        var problem = await repository.Problem(path);

        Assert.Equal("MLG3001", problem.Code);
        Assert.Equal(ExitCode.Unsafe, Verdict.ExitOf(problem));
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public async Task A_file_name_that_windows_cannot_hold_is_refused_inside_a_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the file cannot be made here");
        using var repository = new TestRepository();
        _ = repository.Write("d/a:b", "x");

        Assert.Equal("MLG3001", (await repository.Problem("d")).Code);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("folder/f")]
    [InlineData("in")]
    public async Task A_link_is_refused(string path)
    {
        using var outside = new TestRepository(init: false);
        using var repository = new TestRepository();
        _ = outside.Write("f", "secret");
        _ = repository.Write("real", "x");
        _ = File.CreateSymbolicLink(repository["link"], outside["f"]);
        _ = File.CreateSymbolicLink(repository["in"], "real");
        _ = Directory.CreateSymbolicLink(repository["folder"], outside.Path);

        var problem = await repository.Problem(path);

        Assert.Equal("MLG3002", problem.Code);
        Assert.Contains("symbolic link", problem.Found, StringComparison.Ordinal);
        Assert.Equal(path == "folder/f", problem.Found.Contains("outside the repository", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_in_a_folder_is_refused()
    {
        using var repository = new TestRepository();
        _ = repository.Write("d/f", "x");
        _ = File.CreateSymbolicLink(repository["d/link"], "f");

        Assert.Equal("MLG3002", (await repository.Problem("d")).Code);
    }

    [Fact]
    public async Task A_file_with_two_names_is_refused_and_explained()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "link counts are read on Linux");
        using var repository = new TestRepository();
        _ = repository.Write("f", "x");
        Start("ln", repository["f"], repository["g"]);

        var problem = await repository.Problem("f");

        Assert.Equal("MLG3002", problem.Code);
        Assert.Contains("2 hard links", problem.Found, StringComparison.Ordinal);
        Assert.Contains("cp", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f")]
    [InlineData("it's $(touch owned) x; `touch owned`")]
    [InlineData("-f")]
    public async Task What_is_proposed_for_a_file_with_two_names_does_that_and_nothing_else(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "link counts are read on Linux");
        using var repository = new TestRepository();
        _ = repository.Write(name, "x");
        Start("ln", "--", repository[name], repository["g"]);

        var fix = (await repository.Problem(name)).Fix!;
        Start("sh", "-c", $"cd '{repository.Path}' && {fix[(fix.IndexOf(": ", StringComparison.Ordinal) + 2)..]}");

        Assert.Equal("x", File.ReadAllText(repository[name]));
        Assert.NotEqual(LockRecords.Digits(0, 40), (await repository.Version(name)).GitObjectId);
        Assert.False(File.Exists(repository["owned"]));
    }

    [Fact]
    public async Task A_pipe_is_refused_without_being_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are made on Linux");
        using var repository = new TestRepository();
        Start("mkfifo", repository["pipe"]);

        // A reader would wait here for ever.
        Assert.Equal("MLG3002", (await repository.Problem("pipe")).Code);
        Assert.Contains("pipe", (await repository.Problem("pipe")).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_a_folder_without_a_repository_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are made on Linux");
        using var folder = new TestRepository(init: false);
        _ = folder.Write("d/f", "x");
        Start("mkfifo", folder["d/pipe"]);

        Assert.Equal("MLG3002", (await folder.Problem("d")).Code);
    }

    [Fact]
    public async Task A_socket_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sockets are files on Linux");
        using var repository = new TestRepository();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(repository["s"]));

        Assert.Equal("MLG3002", (await repository.Problem("s")).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_remembers_when_its_hashed_content_was_written(bool trust)
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        var artifact = new Artifact(ArtifactKind.Model, "m", "model.bin");
        File.WriteAllText(repository["model.bin"], "content");
        var written = new DateTime(2025, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1234567);
        File.SetLastWriteTimeUtc(repository["model.bin"], written);
        using var versions = repository.Versions();

        var file = (await versions.ReadCandidateAsync(artifact, trust, CancellationToken.None)).Value!.Files[0];

        Assert.Equal(written, file.Written);
    }

    [Fact]
    public async Task A_missing_file_is_a_finding_of_its_own()
    {
        using var repository = new TestRepository();
        _ = Directory.CreateDirectory(repository["empty"]);

        Assert.Equal("MLG7001", (await repository.Problem("absent")).Code);
        Assert.Equal("MLG7001", (await repository.Problem("empty")).Code);
        Assert.Equal("MLG7001", (await repository.Problem("absent/*.csv")).Code);
    }

    [Fact]
    public async Task A_submodule_is_refused()
    {
        using var other = new TestRepository();
        using var repository = new TestRepository();
        _ = other.Write("f", "x");
        _ = other.Commit();
        _ = repository.Write("d/f", "x");
        _ = repository.Run("submodule", "add", "-q", other.Path, "d/sub");

        Assert.Equal("MLG3002", (await repository.Problem("d")).Code);
    }

    public static TheoryData<string, int> Changes
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var size in new[] { 1000, 3_000_000 })
            {
                data.AddRange(
                    ("overwritten", size),
                    ("overwritten, its time restored", size),
                    ("truncated", size),
                    ("extended", size),
                    ("replaced", size),
                    ("deleted", size)
                );
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_file_that_changes_while_it_is_read_is_a_finding(string change, int size)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && change is "replaced" or "deleted", "open files stay there on Windows");
        using var repository = new TestRepository(init: false);
        var path = repository.Write("f", new byte[size]);
        var hasher = new Hashing.FileHasher(Repositories.ObjectFormat.Sha1, Change);

        var result = hasher.Hash(path, "f", "x", false, default);

        Assert.Equal("MLG1007", Assert.Single(result.Problems).Code);

        void Change(string opened)
        {
            var time = File.GetLastWriteTimeUtc(opened);
            switch (change)
            {
                case "replaced":
                    File.WriteAllBytes(opened + ".new", new byte[size]);
                    File.SetLastWriteTimeUtc(opened + ".new", time);
                    File.Move(opened + ".new", opened, overwrite: true);
                    break;
                case "deleted":
                    File.Delete(opened);
                    break;
                default:
                    using (var file = File.OpenHandle(opened, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
                    {
                        RandomAccess.Write(file, new byte[] { 1 }, change == "extended" ? size : size - 1);
                        RandomAccess.SetLength(file, change == "truncated" ? size - 1 : Math.Max(size, RandomAccess.GetLength(file)));
                    }

                    if (change.EndsWith("restored", StringComparison.Ordinal))
                    {
                        File.SetLastWriteTimeUtc(opened, time);
                    }

                    break;
            }
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData(".gitignore")]
    [InlineData("data/.gitignore")]
    public async Task A_pipe_that_git_waits_for_ends_with_its_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are those of Unix.");
        using var repository = new TestRepository();
        repository.Write("data/a.csv", "x\n1\n");
        repository.Commit("data");
        Start("mkfifo", repository[name]);

        var problem = await Task.Run(async () => await repository.Problem("data"), TestContext.Current.CancellationToken);

        Assert.Contains(name + " is a named pipe", problem.Found, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, Verdict.ExitOf(problem));
    }

    private static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
