using System.Runtime.CompilerServices;
using System.Text;
using MlGate.Findings;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Git.Waivers;
using MlGate.Testing;
using MlGate.Versions;
using MlGate.Waivers;
using NJsonSchema;

namespace MlGate.Git.Tests;

/// <summary>Waivers on disk and in commits: written whole, read strictly.</summary>
public sealed class WaiverTests
{
    private static Waiver Sample { get; } =
        new()
        {
            Gate = "churn",
            Check = "models.churn.segments.contract=Two year.recall.min",
            Code = "MLG4101",
            Reason = "étiquettes \"fausses\" <b>",
            Owner = "Jane <jane@example.org>",
            Until = new DateOnly(2026, 12, 31),
            Versions =
            [
                new(
                    "models.churn",
                    new ArtifactVersion(LockRecords.Digits(1, 40), LockRecords.Digits(2, 64), 3),
                    new ArtifactVersion(LockRecords.Digits(4, 40), LockRecords.Digits(5, 64), 6)
                ),
                new("datasets.test", null, new ArtifactVersion(LockRecords.Digits(7, 40), LockRecords.Digits(8, 64), 9)),
            ],
        };

    private static string Path { get; } = WaiverFiles.PathOf(Sample.Gate, Sample.Check.Text);

    private static byte[] Bytes => WaiverWriter.ToBytes(Sample);

    private static Finding Problem(byte[] content, string? path = null) => Assert.Single(WaiverReader.Read(content, path ?? Path).Problems);

    private static Finding ProblemOf(string text) => Problem(Encoding.UTF8.GetBytes(text));

    private static Task<JsonSchema> Schema([CallerFilePath] string here = "") =>
        JsonSchema.FromFileAsync(
            System.IO.Path.GetFullPath(
                System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "docs", "waiver.schema.json")
            )
        );

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var folder = new TempFolder();
        using var waivers = new GitWaivers(new GitSettings { GateFolder = folder.Path });

        Assert.Equal(Path, waivers.Write(Sample).Value);

        var file = Assert.Single(waivers.Read(null));
        Assert.Equal(Path, file.Path);
        Assert.Equal(Bytes, WaiverWriter.ToBytes(file.Waiver.Value!));
        Assert.Equal(["datasets.test", "models.churn"], file.Waiver.Value!.Versions.Select(bound => bound.Artifact));
    }

    [Fact]
    public async Task The_schema_is_that_of_what_is_written() => Assert.Empty((await Schema()).Validate(Encoding.UTF8.GetString(Bytes)));

    [Fact]
    public void The_file_is_one_of_every_platform_and_of_one_check()
    {
        Assert.Matches(@"^\.mlgate/waivers/models\.churn\.segments\.contract-two-year\.recall\.min\.[0-9a-f]{8}\.json$", Path);
        Assert.NotEqual(WaiverFiles.PathOf("a", "x y"), WaiverFiles.PathOf("a", "x-y"));
        Assert.NotEqual(WaiverFiles.PathOf("a", "x"), WaiverFiles.PathOf("b", "x"));
        Assert.Matches(@"^\.mlgate/waivers/[^/\\:]+$", WaiverFiles.PathOf("a", @"../../x\y:z"));
        Assert.True(WaiverFiles.PathOf("a", new string('é', 1000)).Length < 130);
    }

    [Fact]
    public void Other_ends_of_lines_are_those_of_a_checkout() =>
        Assert.NotNull(WaiverReader.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bytes).ReplaceLineEndings("\r\n")), Path).Value);

    [Theory]
    [InlineData("2026-12-31", "2027-03-31")]
    [InlineData("fausses", "vraies")]
    [InlineData("jane@", "john@")]
    [InlineData("\"size\": 9", "\"size\": 8")]
    [InlineData("MLG4101", "MLG4102")]
    [InlineData("  \"code\"", "\"code\"")]
    public void An_edited_waiver_is_found(string from, string to)
    {
        var text = Encoding.UTF8.GetString(Bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.Equal(Diagnostics.WaiverChanged.Code, ProblemOf(text.Replace(from, to, StringComparison.Ordinal)).Code);
    }

    [Fact]
    public void A_renamed_or_copied_waiver_is_found() =>
        Assert.Equal(Diagnostics.WaiverChanged.Code, Problem(Bytes, ".mlgate/waivers/other.json").Code);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{ \"schema\": 2 }")]
    [InlineData("{ \"schema\": 1, \"schema\": 1 }")]
    [InlineData("<<<<<<< HEAD\n{}")]
    public void What_is_no_waiver_is_not_readable(string text)
    {
        var problem = ProblemOf(text);

        Assert.Equal(
            (Diagnostics.WaiverNotReadable.Code, Outcome.Failed, Severity.Error),
            (problem.Code, problem.Outcome, problem.Severity)
        );
    }

    [Fact]
    public void Every_truncation_and_every_key_too_few_is_coded()
    {
        for (var length = 0; length < Bytes.Length - 1; length++)
        {
            Assert.Equal(Diagnostics.WaiverNotReadable.Code, Problem(Bytes[..length]).Code);
        }

        foreach (
            var line in Encoding
                .UTF8.GetString(Bytes)
                .Split('\n')
                .Where(line => line.StartsWith("  \"", StringComparison.Ordinal) && line.EndsWith(','))
        )
        {
            Assert.Equal(
                Diagnostics.WaiverNotReadable.Code,
                ProblemOf(Encoding.UTF8.GetString(Bytes).Replace(line + "\n", "", StringComparison.Ordinal)).Code
            );
        }
    }

    [Theory]
    [InlineData("\"reason\": \"", "\"reason\": \"\\u001b[2J\\n::error::")]
    [InlineData("\"owner\": \"Jane", "\"more\": 1, \"owner\": \"Jane")]
    [InlineData("2026-12-31", "2026-13-31")]
    [InlineData("MLG4101", "XYZ4101")]
    [InlineData("\"size\": 9", "\"size\": -9")]
    public void What_no_waiver_says_is_not_readable(string from, string to) =>
        Assert.Equal(
            Diagnostics.WaiverNotReadable.Code,
            ProblemOf(Encoding.UTF8.GetString(Bytes).Replace(from, to, StringComparison.Ordinal)).Code
        );

    [Fact]
    public void Deep_and_large_files_are_not_followed()
    {
        Assert.Equal(Diagnostics.WaiverNotReadable.Code, ProblemOf(new string('[', 10_000)).Code);
        Assert.Contains("too large", Problem(new byte[WaiverFiles.Largest + 1]).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_a_pipe_and_a_link_are_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes, and links need a privilege");
        using var repository = new TestRepository();
        _ = repository.Write(".mlgate/waivers/large.json", new byte[WaiverFiles.Largest + 1]);
        File.CreateSymbolicLink(repository[".mlgate/waivers/link.json"], "/proc/self/environ");
        System.Diagnostics.Process.Start("mkfifo", [repository[".mlgate/waivers/pipe.json"]]).WaitForExit();
        using var waivers = new GitWaivers(repository.Settings());

        Assert.Equal(["MLG0040", "MLG0040", "MLG0040"], waivers.Read(null).Select(file => Assert.Single(file.Waiver.Problems).Code));
    }

    [Fact]
    public void A_folder_that_is_a_link_is_not_entered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        using var repository = new TestRepository();
        using var elsewhere = new TempFolder();
        _ = Directory.CreateDirectory(repository[".mlgate"]);
        Directory.CreateSymbolicLink(repository[".mlgate/waivers"], elsewhere.Path);
        using var waivers = new GitWaivers(repository.Settings());

        Assert.Equal(Diagnostics.NotARegularFile.Code, Assert.Single(Assert.Single(waivers.Read(null)).Waiver.Problems).Code);
        Assert.Equal(Diagnostics.NotARegularFile.Code, Assert.Single(waivers.Write(Sample).Problems).Code);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public void Too_many_files_are_not_read()
    {
        using var folder = new TempFolder();
        for (var file = 0; file <= WaiverFiles.Most; file++)
        {
            _ = folder.Write(FormattableString.Invariant($".mlgate/waivers/{file}.json"), "");
        }

        using var waivers = new GitWaivers(new GitSettings { GateFolder = folder.Path });

        Assert.Contains("1001 files", Assert.Single(Assert.Single(waivers.Read(null)).Waiver.Problems).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_waivers_of_a_commit_are_not_those_of_the_working_tree()
    {
        using var repository = new TestRepository();
        _ = repository.Write("churn/mlgate.yml", "");
        var before = repository.Commit();
        using var waivers = new GitWaivers(repository.Settings("churn"));
        _ = waivers.Write(Sample);
        _ = repository.Write("churn/.mlgate/waivers/deep/x.json", "{}");
        _ = repository.Write("churn/.mlgate/waivers/notes.txt", "mine");
        var after = repository.Commit();
        File.Delete(repository["churn/" + Path]);

        Assert.Empty(waivers.Read(before));
        Assert.Equal(Sample.Reason, Assert.Single(waivers.Read(after)).Waiver.Value!.Reason);
        Assert.Empty(waivers.Read(null));
    }

    [Fact]
    public void Another_acceptance_takes_the_place_of_the_first()
    {
        using var folder = new TempFolder();
        using var waivers = new GitWaivers(new GitSettings { GateFolder = folder.Path });
        _ = waivers.Write(Sample);
        _ = folder.Write(Path + ".1.tmp", "left by a killed process");

        _ = waivers.Write(Sample with { Until = new DateOnly(2027, 1, 31) });

        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(waivers.Read(null)).Waiver.Value!.Until);
        Assert.Single(Directory.GetFiles(folder[".mlgate/waivers"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whichever_call_fails_the_waiver_is_as_it_was_and_nothing_is_left(bool forEver)
    {
        for (var failing = 1; ; failing++)
        {
            using var folder = new TempFolder();
            using (var before = new GitWaivers(new GitSettings { GateFolder = folder.Path }))
            {
                _ = before.Write(Sample);
            }

            var disk = new FaultyDisk(new LockDisk())
            {
                FailingCall = failing,
                Fault = "ENOSPC",
                ForEver = forEver,
            };
            using var waivers = new GitWaivers(new GitSettings { GateFolder = folder.Path }, disk);
            var written = waivers.Write(Sample with { Reason = "another" });
            if (written.Value is not null)
            {
                Assert.True(failing > 4, "every call was made to fail");
                return;
            }

            Assert.Equal(Diagnostics.FileNotAccessible.Code, Assert.Single(written.Problems).Code);
            Assert.Equal(Bytes, File.ReadAllBytes(folder[Path]));
            if (!forEver)
            {
                Assert.Single(Directory.GetFiles(folder[".mlgate/waivers"]));
            }
        }
    }

    [Fact]
    public void The_owner_is_who_git_says()
    {
        using var repository = new TestRepository();
        _ = repository.Run("config", "user.name", "Jane Doe");
        _ = repository.Run("config", "user.email", "jane@example.org");
        using var waivers = new GitWaivers(repository.Settings());

        Assert.Equal("Jane Doe <jane@example.org>", waivers.Owner());
    }
}
