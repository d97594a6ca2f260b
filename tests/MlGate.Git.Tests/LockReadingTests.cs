using System.Text;
using MlGate.Findings;
using MlGate.Git.Locks;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Git.Tests;

public sealed class LockReadingTests
{
    private static readonly string Good = Encoding.UTF8.GetString(LockWriter.ToBytes(LockRecords.Full));

    [Fact]
    public void A_lock_is_sorted_json() => Snapshot.Verify(Good, "json");

    [Fact]
    public void A_lock_is_read_as_it_was_written()
    {
        foreach (var record in new[] { LockRecords.Full, LockRecords.Of("m", 3) })
        {
            var read = LockReader.Read(LockWriter.ToBytes(record), record.Artifact);

            Assert.Empty(read.Problems.Select(problem => problem.Message));
            Assert.EquivalentWithExclusions(record, read.Value, strict: true, nameof(LockRecord.Artifact));
            Assert.Equal(record.Artifact, read.Value!.Artifact);
        }
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("garbage", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\n  \"schema\": 1,\n  \"schema\": 1\n}\n", 3, 3)]
    [InlineData("{\n  \"schema\": 1,\n  // why\n}\n", 3, 3)]
    [InlineData("{\n  \"schema\": \"1\"\n}\n", 2, 13)]
    [InlineData("{\n  \"schema\": 1,\n  \"extra\": 1\n}\n", 3, 12)]
    [InlineData("{ \"schema\": 1 } {}", 1, 17)]
    [InlineData("\uFEFF{}", 1, 1)]
    public void A_lock_that_is_none_says_where(string text, int line, int column)
    {
        var problem = Assert.Single(LockReader.Read(Encoding.UTF8.GetBytes(text), LockRecords.Full.Artifact).Problems);

        Assert.Equal(("MLG1005", ExitCode.Integrity), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Equal(new FilePlace(".mlgate/lock/models/churn.json", line, column), problem.Place);
    }

    [Fact]
    public void Every_truncation_is_coded()
    {
        var content = Encoding.UTF8.GetBytes(Good);

        for (var length = 0; length < content.Length - 2; length++)
        {
            Assert.Equal("MLG1005", Assert.Single(LockReader.Read(content.AsSpan(0, length), LockRecords.Full.Artifact).Problems).Code);
        }
    }

    [Fact]
    public void Every_flipped_byte_is_coded_or_another_record()
    {
        var content = Encoding.UTF8.GetBytes(Good);

        for (var at = 0; at < content.Length; at++)
        {
            foreach (var bit in new[] { 1, 0x20, 0x80 })
            {
                var damaged = (byte[])content.Clone();
                damaged[at] ^= (byte)bit;
                var read = LockReader.Read(damaged, LockRecords.Full.Artifact);
                Assert.True(read.Value is not null || read.Problems.All(problem => problem.Code is "MLG1005" or "MLG3001" or "MLG1010"));
            }
        }
    }

    [Fact]
    public void A_merge_conflict_has_its_own_hint()
    {
        var text = Good.Replace("  \"schema\"", "<<<<<<< HEAD\n  \"schema\"", StringComparison.Ordinal);

        var problem = Assert.Single(LockReader.Read(Encoding.UTF8.GetBytes(text), LockRecords.Full.Artifact).Problems);

        Assert.Equal("MLG1005", problem.Code);
        Assert.Contains("merge conflict", problem.Found, StringComparison.Ordinal);
        Assert.Equal(1, problem.Place!.Column);
        Assert.Equal(1 + text[..text.IndexOf('<', StringComparison.Ordinal)].Count(letter => letter == '\n'), problem.Place.Line);
    }

    [Fact]
    public void A_newer_schema_asks_for_a_newer_program()
    {
        var text = Good.Replace("\"schema\": 1", "\"schema\": 2, \"unheard-of\": true", StringComparison.Ordinal);

        var problem = Assert.Single(LockReader.Read(Encoding.UTF8.GetBytes(text), LockRecords.Full.Artifact).Problems);

        Assert.Equal(("MLG1010", ExitCode.Integrity), (problem.Code, Verdict.ExitOf(problem)));
        Assert.Contains("Update mlgate", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/abs")]
    [InlineData("C:\\\\x")]
    [InlineData("\\\\\\\\srv\\\\x")]
    [InlineData("CON")]
    [InlineData("dot.")]
    [InlineData("f:stream")]
    [InlineData("nul\\u0000")]
    public void An_unsafe_path_in_a_lock_is_refused(string path)
    {
        var text = Good.Replace("models/churn.zip", path, StringComparison.Ordinal);

        var problem = Assert.Single(LockReader.Read(Encoding.UTF8.GetBytes(text), LockRecords.Full.Artifact).Problems);

        Assert.Equal(("MLG3001", ExitCode.Unsafe), (problem.Code, Verdict.ExitOf(problem)));
    }

    [Theory]
    [InlineData("d/a", "d/a")]
    [InlineData("d/a", "d/A")]
    [InlineData("d/\u00e9", "d/e\u0301")]
    [InlineData("d/\u1ec7", "d/e\u0323\u0302")]
    [InlineData("d/\ud55c", "d/\u1112\u1161\u11ab")]
    [InlineData("d/\u212b", "d/\u00e5")]
    public void Two_files_that_are_one_somewhere_are_refused(string one, string other)
    {
        var record = LockRecords.Full with
        {
            Lineage = null,
            Files = [new(one, LockRecords.Digits(1, 64), 1), new(other, LockRecords.Digits(2, 64), 1)],
        };

        var problem = Assert.Single(LockReader.Read(LockWriter.ToBytes(record), record.Artifact).Problems);

        Assert.Equal(("MLG1006", ExitCode.Integrity), (problem.Code, Verdict.ExitOf(problem)));
    }

    [Fact]
    public async Task Two_locks_of_one_path_are_refused()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        var text = File.ReadAllText(repository[".mlgate/lock/models/m.json"]);
        _ = repository.Write(
            ".mlgate/lock/datasets/other.json",
            text.Replace("\"model\"", "\"dataset\"", StringComparison.Ordinal)
                .Replace("\"m\"", "\"other\"", StringComparison.Ordinal)
                .Replace("m.bin", "M.bin", StringComparison.Ordinal)
        );
        using var versions = repository.Versions();

        var problem = Assert.Single((await versions.ReadLockAsync(TestRepository.Model, null, CancellationToken.None)).Problems);

        Assert.Equal("MLG1006", problem.Code);
        Assert.Contains(".mlgate/lock/datasets/other.json", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_locks_whose_names_are_one_somewhere_are_refused()
    {
        using var repository = new TestRepository();
        _ = await repository.CommitModel("1");
        _ = repository.Write(".mlgate/lock/models/M.json", "{}");
        using var versions = repository.Versions();

        Assert.Equal(
            "MLG1006",
            Assert.Single((await versions.ReadLockAsync(TestRepository.Model, null, CancellationToken.None)).Problems).Code
        );
    }

    [Fact]
    public async Task A_lock_is_read_in_the_working_tree_and_at_a_commit()
    {
        using var repository = new TestRepository();
        var first = await repository.CommitModel("1");
        _ = await repository.CommitModel("22");
        using var versions = repository.Versions();

        Assert.Equal(2, (await versions.ReadLockAsync(TestRepository.Model, null, CancellationToken.None)).Value?.Version.Size);
        Assert.Equal(
            1,
            (await versions.ReadLockAsync(TestRepository.Model, new Baseline(first, "x", "x"), CancellationToken.None)).Value?.Version.Size
        );
        Assert.Equal(
            "MLG1008",
            Assert.Single((await versions.ReadLockAsync(TestRepository.Data("x"), null, CancellationToken.None)).Problems).Code
        );
        Assert.Equal(
            "MLG1008",
            Assert
                .Single(
                    (await versions.ReadLockAsync(TestRepository.Data("x"), new Baseline(first, "x", "x"), CancellationToken.None)).Problems
                )
                .Code
        );
        Assert.Equal(
            "MLG3001",
            Assert.Single((await versions.ReadLockAsync(TestRepository.Data("x", "../x"), null, CancellationToken.None)).Problems).Code
        );
    }
}
