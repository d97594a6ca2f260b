using System.Diagnostics;
using MlGate.Findings;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class LockWritingTests
{
    [Fact]
    public async Task A_lock_says_that_it_was_written_in_a_repository()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");

        Assert.Contains("\"repository\": \"git\"", File.ReadAllText(repository[".mlgate/lock/models/m.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_artifact_has_a_file_of_its_own()
    {
        using var folder = new TempFolder();
        var model = LockRecords.Full with { InRepository = false };
        var data = model with { Artifact = new Artifact(ArtifactKind.Dataset, "train", "data/train.csv"), Lineage = null };

        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Full, data], default));

        Assert.Equal(LockWriter.ToBytes(model), File.ReadAllBytes(folder[".mlgate/lock/models/churn.json"]));
        Assert.Equal(LockWriter.ToBytes(data), File.ReadAllBytes(folder[".mlgate/lock/datasets/train.json"]));
    }

    [Fact]
    public async Task An_unchanged_lock_is_left_alone()
    {
        using var folder = new TempFolder();
        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Full], default));
        var disk = new FaultyDisk(new LockDisk());

        Assert.Empty(await Store(folder, disk).WriteAsync([LockRecords.Full], default));

        Assert.DoesNotContain(disk.Calls, call => call is "Create" or "Replace");
    }

    public static TheoryData<string, bool> Faults
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var fault in new[] { "ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT" })
            {
                data.AddRange((fault, false), (fault, true));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whichever_call_fails_the_lock_is_unchanged_and_nothing_is_left(string fault, bool forEver)
    {
        for (var failing = 1; ; failing++)
        {
            using var folder = new TempFolder();
            Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("m", 1)], default));
            _ = folder.Write(".mlgate/lock/models/old.json.1.tmp", "left by a killed writer");
            var disk = new FaultyDisk(new LockDisk())
            {
                FailingCall = failing,
                Fault = fault,
                ForEver = forEver,
            };

            var problems = await Store(folder, disk).WriteAsync([LockRecords.Of("m", 2)], default);

            if (disk.Calls.Count < failing)
            {
                Assert.Empty(problems);
                Assert.True(failing > 4);
                return;
            }

            Assert.Equal(("MLG7002", ExitCode.Environment), (Assert.Single(problems).Code, Verdict.ExitOf(problems[0])));
            Assert.Equal(LockWriter.ToBytes(LockRecords.Of("m", 1)), File.ReadAllBytes(folder[".mlgate/lock/models/m.json"]));
            Assert.DoesNotContain(folder.Path, problems[0].Message, StringComparison.Ordinal);

            // A disk that is broken for good keeps the temporary file until a write works again.
            Assert.True(forEver || failing <= 3 || !Left(folder));
            Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("m", 2)], default));
            Assert.False(Left(folder));
        }
    }

    [Fact]
    public async Task Writers_at_once_lose_nothing()
    {
        using var folder = new TempFolder();
        var tasks = Enumerable
            .Range(0, 50)
            .Select(writer =>
                Task.Factory.StartNew(
                        () => Store(folder).WriteAsync([LockRecords.Of("m" + writer, writer), LockRecords.Of("shared", writer)], default),
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap()
            );
        using var one = StartWriter(folder, "p1", 20);
        using var other = StartWriter(folder, "p2", 20);

        var results = await Task.WhenAll(tasks);
        await one.WaitForExitAsync(TestContext.Current.CancellationToken);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.All(results, Assert.Empty);
        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.All(Enumerable.Range(0, 50), writer =>
            Assert.Equal(
                LockWriter.ToBytes(LockRecords.Of("m" + writer, writer)),
                File.ReadAllBytes(folder[$".mlgate/lock/models/m{writer}.json"])
            )
        );
        Assert.Equal(LockWriter.ToBytes(LockRecords.Of("p1", 19)), File.ReadAllBytes(folder[".mlgate/lock/models/p1.json"]));
        Assert.Contains(
            Read(folder, "shared"),
            Enumerable.Range(0, 50).Select(round => LockWriter.ToBytes(LockRecords.Of("shared", round)))
        );
        Assert.False(Left(folder));
    }

    [Fact]
    public async Task A_held_lock_is_a_coded_finding_that_names_the_holder()
    {
        using var folder = new TempFolder();
        var (held, _) = WriterLock.Take(folder.Path, TimeSpan.Zero, default);

        var problem = Assert.Single(await Store(folder, wait: TimeSpan.Zero).WriteAsync([LockRecords.Full], default));

        Assert.Equal(("MLG7003", ExitCode.Environment), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains($"process {Environment.ProcessId} on ", problem.Found, StringComparison.Ordinal);
        held!.Dispose();
        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Full], default));
    }

    [Fact]
    public async Task What_a_dead_holder_left_means_nothing()
    {
        using var folder = new TempFolder();
        _ = folder.Write(".mlgate/cache/writer", "");
        _ = folder.Write(".mlgate/cache/writer.holder", "process 1 on elsewhere\n");

        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Full], default));
    }

    [Fact]
    public async Task A_killed_writer_leaves_old_or_new_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the writer is started through its Unix name");
        using var folder = new TempFolder();
        var valid = Enumerable
            .Range(0, 3000)
            .Select(round => LockWriter.ToBytes(LockRecords.Of("m", round)))
            .Select(Convert.ToHexString)
            .ToHashSet();
        var random = new Random(7);
        var seen = new HashSet<string>();

        for (var kill = 0; kill < 12; kill++)
        {
            using var writer = StartWriter(folder, "m", 3000);
            Assert.Equal("ready", writer.StandardOutput.ReadLine());
            _ = writer.WaitForExit(random.Next(40));
            writer.Kill();
            writer.WaitForExit();
            if (File.Exists(folder[".mlgate/lock/models/m.json"]))
            {
                Assert.Contains(Convert.ToHexString(Read(folder, "m")), valid);
                _ = seen.Add(Convert.ToHexString(Read(folder, "m")));
            }
        }

        Assert.NotEmpty(seen);
        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("m", 5000)], default));
        Assert.False(Left(folder));
        Assert.Equal(LockWriter.ToBytes(LockRecords.Of("m", 5000)), Read(folder, "m"));
    }

    [Fact]
    public async Task A_lock_that_nobody_needs_goes_with_the_writing()
    {
        using var folder = new TempFolder();
        Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("M", 1), LockRecords.Of("other", 1)], default));

        Assert.Empty(Store(folder).Write([LockRecords.Of("m", 2)], [LockRecords.Of("M", 1).Artifact], default));

        Assert.Equal(["m", "other"], Store(folder).Readable().Value!.Select(record => record.Artifact.Name));
    }

    [Theory]
    [InlineData("ENOSPC")]
    [InlineData("EACCES")]
    public async Task Whichever_call_fails_nothing_goes_before_everything_is_ready(string fault)
    {
        for (var failing = 1; ; failing++)
        {
            using var folder = new TempFolder();
            Assert.Empty(await Store(folder).WriteAsync([LockRecords.Of("old", 1), LockRecords.Of("m", 1)], default));
            var disk = new FaultyDisk(new LockDisk()) { FailingCall = failing, Fault = fault };

            var problems = Store(folder, disk).Write([LockRecords.Of("m", 2)], [LockRecords.Of("old", 1).Artifact], default);

            if (disk.Calls.Count < failing)
            {
                Assert.Contains("Delete", disk.Calls);
                return;
            }

            Assert.Equal("MLG7002", Assert.Single(problems).Code);
            Assert.Equal(LockWriter.ToBytes(LockRecords.Of("m", 1)), Read(folder, "m"));
            Assert.Equal(disk.Calls.Contains("Replace"), !File.Exists(folder[".mlgate/lock/models/old.json"]));
            Assert.False(Left(folder));
        }
    }

    [Fact]
    public async Task A_failure_between_several_locks_says_which_are_written()
    {
        LockRecord[] records = [LockRecords.Of("a", 1), LockRecords.Of("b", 1), LockRecords.Of("c", 1)];
        using var whole = new TempFolder();
        var counted = new FaultyDisk(new LockDisk());
        Assert.Empty(await Store(whole, counted).WriteAsync(records, default));
        var second = counted.Calls.FindIndex(counted.Calls.IndexOf("Replace") + 1, call => call == "Replace") + 1;
        using var folder = new TempFolder();

        var problem = Assert.Single(
            await Store(folder, new FaultyDisk(new LockDisk()) { FailingCall = second, Fault = "EIO" }).WriteAsync(records, default)
        );

        Assert.EndsWith("; 1 of 3 locks are written: .mlgate/lock/models/a.json", problem.Found, StringComparison.Ordinal);
        Assert.True(File.Exists(folder[".mlgate/lock/models/a.json"]));
        Assert.False(File.Exists(folder[".mlgate/lock/models/b.json"]));
        Assert.False(Left(folder));
    }

    private static LockStore Store(TempFolder folder, ILockDisk? disk = null, TimeSpan? wait = null) =>
        new(new GitSettings { GateFolder = folder.Path, WriterWait = wait ?? TimeSpan.FromSeconds(60) }, disk ?? new LockDisk());

    private static byte[] Read(TempFolder folder, string name) => File.ReadAllBytes(folder[$".mlgate/lock/models/{name}.json"]);

    private static bool Left(TempFolder folder) =>
        Directory.EnumerateFiles(folder[".mlgate/lock"], "*.tmp", SearchOption.AllDirectories).Any();

    private static Process StartWriter(TempFolder folder, string name, int rounds) =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [Program.Writer, folder.Path, name, rounds.ToString()])
            {
                RedirectStandardOutput = true,
            }
        )!;
}
