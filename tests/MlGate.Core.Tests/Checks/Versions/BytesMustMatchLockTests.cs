using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Core.Tests.Checks.Versions;

public sealed class BytesMustMatchLockTests
{
    private static readonly FilePlace Place = new("mlgate.yml", 3, 5);
    private static readonly Artifact File = new(ArtifactKind.Dataset, "train", "data/train.csv");
    private static readonly Artifact Folder = new(ArtifactKind.Dataset, "train", "data");

    [Fact]
    public void The_locked_bytes_pass()
    {
        var finding = Assert.Single(Evaluate(File, Version('a', 'a'), Version('a', 'a')));

        Assert.Equal((Outcome.Passed, "MLG1001", "datasets.train.lock"), (finding.Outcome, finding.Code, finding.Id));
    }

    [Fact]
    public void A_flipped_byte_is_an_integrity_error_that_names_both_digests()
    {
        var finding = Assert.Single(Evaluate(File, Version('a', 'a'), Version('b', 'b')));

        Assert.Equal(
            (Outcome.Failed, "MLG1001", Severity.Error, "data/train.csv"),
            (finding.Outcome, finding.Code, finding.Severity, finding.Subject)
        );
        Assert.Contains(new string('a', 64), finding.Expected, StringComparison.Ordinal);
        Assert.Contains(new string('b', 64), finding.Found, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Integrity, Verdict.ExitOf(finding));
    }

    [Fact]
    public void Other_line_endings_of_the_same_git_object_are_named_as_such()
    {
        var finding = Assert.Single(Evaluate(File, Version('a', 'a'), Version('a', 'b', 14)));

        Assert.Equal(("MLG1004", Severity.Warn, ExitCode.Passed), (finding.Code, finding.Severity, Verdict.ExitOf(finding)));
        Assert.Contains("data/train.csv -text", finding.Fix, StringComparison.Ordinal);
        Assert.Contains("git checkout -- data/train.csv", finding.Fix, StringComparison.Ordinal);
        Assert.Contains("(10 bytes became 14)", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_of_converted_line_endings_is_to_be_written_again()
    {
        var finding = Assert.Single(Evaluate(File, Version('a', 'a', 14), Version('a', 'b')));

        Assert.Equal(("MLG1004", Severity.Warn), (finding.Code, finding.Severity));
        Assert.Contains("run 'mlgate lock' on a checkout without converted line endings", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_collide_are_no_conversion()
    {
        var finding = Assert.Single(
            VersionChecks.Evaluate(Locked(File, Version('a', 'a'), Version('a', 'b')) with { MustBeAsCommitted = false })
        );

        Assert.Equal(("MLG1001", Severity.Error, ExitCode.Integrity), (finding.Code, finding.Severity, Verdict.ExitOf(finding)));
    }

    [Theory]
    [InlineData(true, 'a', 'a', "MLG1001")]
    [InlineData(true, 'b', 'a', "MLG1011")]
    [InlineData(true, 'a', 'b', "MLG1011")]
    [InlineData(true, null, 'a', "MLG1001")]
    [InlineData(true, 'a', null, "MLG1011")]
    [InlineData(false, 'a', 'a', "MLG1011")]
    public void Bytes_that_commit_and_lock_contradict_are_tampered_with(
        bool mustBeAsCommitted,
        char? committed,
        char? committedLock,
        string code
    )
    {
        var commit = new CommittedArtifact(
            committed is { } git ? new string(git, 40) : null,
            committedLock is { } digit ? new LockRecord { Artifact = File, Version = Version(digit, digit) } : null
        );

        var finding = Assert.Single(
            VersionChecks.Evaluate(
                Locked(File, Version('a', 'a'), Version('b', 'b')) with
                {
                    MustBeAsCommitted = mustBeAsCommitted,
                    Committed = commit,
                }
            )
        );

        Assert.Equal(code, finding.Code);
    }

    [Theory]
    [InlineData(Severity.Warn, ExitCode.Passed)]
    [InlineData(Severity.Error, ExitCode.Failed)]
    public void A_lock_that_is_out_of_date_names_the_file_to_commit(Severity severity, int exit)
    {
        var finding = Assert.Single(
            VersionChecks.Evaluate(
                Locked(Folder, Version('a', 'a'), Version('b', 'b'), [("data/1.csv", '1')], [("data/1.csv", '1'), ("data/x.csv", 'f')]) with
                {
                    Committed = null,
                    StaleSeverity = severity,
                }
            )
        );

        Assert.Equal(("MLG1011", severity, exit), (finding.Code, finding.Severity, Verdict.ExitOf(finding)));
        Assert.StartsWith("lock out of date", finding.Found, StringComparison.Ordinal);
        Assert.Contains("1 of its files, first data/x.csv", finding.Found, StringComparison.Ordinal);
        Assert.Equal("Run 'mlgate lock' and commit .mlgate/lock/datasets/train.json", finding.Fix);
    }

    [Fact]
    public void An_artifact_without_a_lock_warns()
    {
        var bytes = new ArtifactBytes(File, Version('a', 'a'), []);

        var finding = Assert.Single(VersionChecks.Evaluate(new LockedArtifact { Candidate = bytes, Place = Place }));

        Assert.Equal(("MLG1008", Severity.Warn, Outcome.Failed), (finding.Code, finding.Severity, finding.Outcome));
    }

    [Fact]
    public void Two_swapped_files_of_a_folder_are_two_findings()
    {
        var findings = Evaluate(
            Folder,
            Version('a', 'a'),
            Version('b', 'b'),
            [("data/1.csv", '1'), ("data/2.csv", '2')],
            [("data/1.csv", '2'), ("data/2.csv", '1')]
        );

        Assert.Equal(["MLG1001", "MLG1001"], findings.Select(finding => finding.Code));
        Assert.Equal(["data/1.csv", "data/2.csv"], findings.Select(finding => finding.Subject));
    }

    [Fact]
    public void A_file_that_the_lock_does_not_list_is_a_finding_of_its_own()
    {
        var findings = Evaluate(
            Folder,
            Version('a', 'a'),
            Version('b', 'b'),
            [("data/1.csv", '1')],
            [("data/1.csv", '1'), ("data/x.csv", 'f')]
        );

        var finding = Assert.Single(findings);
        Assert.Equal(("MLG1002", "data/x.csv", ExitCode.Integrity), (finding.Code, finding.Subject, Verdict.ExitOf(finding)));
    }

    [Fact]
    public void A_listed_file_that_is_gone_is_named()
    {
        var findings = Evaluate(
            Folder,
            Version('a', 'a'),
            Version('b', 'b'),
            [("data/1.csv", '1'), ("data/2.csv", '2')],
            [("data/1.csv", '1')]
        );

        var finding = Assert.Single(findings);
        Assert.Equal(("MLG1001", "data/2.csv"), (finding.Code, finding.Subject));
    }

    [Fact]
    public void Of_many_changed_files_the_first_are_shown_and_the_others_counted()
    {
        var locked = Enumerable.Range(100, 100).Select(number => ($"data/{number}.csv", '1')).ToArray();
        var now = Enumerable.Range(100, 100).Select(number => ($"data/{number}.csv", '2')).ToArray();

        var findings = Evaluate(Folder, Version('a', 'a'), Version('b', 'b'), locked, now);

        Assert.Equal(20, findings.Count);
        Assert.Contains("81 more", findings[^1].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_files_agree_but_whose_digest_does_not_still_fails()
    {
        var findings = Evaluate(Folder, Version('a', 'a'), Version('b', 'b'), [("data/1.csv", '1')], [("data/1.csv", '1')]);

        Assert.Equal(Outcome.Failed, Assert.Single(findings).Outcome);
    }

    private static IReadOnlyList<Finding> Evaluate(
        Artifact artifact,
        ArtifactVersion locked,
        ArtifactVersion now,
        (string Name, char Digest)[]? lockedFiles = null,
        (string Name, char Digest)[]? nowFiles = null
    ) => VersionChecks.Evaluate(Locked(artifact, locked, now, lockedFiles, nowFiles));

    // What is committed is what is locked, and the working tree must hold it.
    private static LockedArtifact Locked(
        Artifact artifact,
        ArtifactVersion locked,
        ArtifactVersion now,
        (string Name, char Digest)[]? lockedFiles = null,
        (string Name, char Digest)[]? nowFiles = null
    )
    {
        var record = new LockRecord
        {
            Artifact = artifact,
            Version = locked,
            Files = [.. (lockedFiles ?? []).Select(file => new LockedFile(file.Name, new string(file.Digest, 64), 1))],
        };
        return new LockedArtifact
        {
            Candidate = new ArtifactBytes(
                artifact,
                now,
                [.. (nowFiles ?? []).Select(file => new ArtifactFile(file.Name, "/" + file.Name, new string(file.Digest, 64), 1))]
            ),
            Lock = record,
            Place = Place,
            MustBeAsCommitted = true,
            Committed = new CommittedArtifact(locked.GitObjectId, record),
        };
    }

    private static ArtifactVersion Version(char git, char sha, long size = 10) => new(new string(git, 40), new string(sha, 64), size);
}
