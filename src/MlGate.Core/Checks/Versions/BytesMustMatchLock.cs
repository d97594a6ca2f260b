using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>
/// The bytes in the working tree are those that the lock records: for one file its SHA-256, for a folder the SHA-256 of each file, and no
/// file that the lock does not
/// list. Names, sizes, times and permissions are never taken for bytes. An artifact without a lock warns, and so do line endings that a
/// checkout converted.
/// Other bytes are an integrity error where lock and commit agree and the working tree must hold what is committed
/// (<see cref="LockedArtifact.MustBeAsCommitted"/>);
/// else the lock is out of date, as after a retraining.
/// </summary>
internal static class BytesMustMatchLock
{
    // A folder may hold a million files; the first few show what happened.
    private const int MostFiles = 20;

    private const string Restore = "Restore it from git, or record the change with 'mlgate lock' if it is intended";

    /// <summary>Judges an artifact.</summary>
    /// <returns>One passed finding, or one per file that differs (the first 20), or the one that says that there is no lock.</returns>
    public static IReadOnlyList<Finding> Evaluate(LockedArtifact artifact)
    {
        if (artifact.Lock is not { } locked)
        {
            return
            [
                Create(
                    artifact,
                    Diagnostics.LockMissing,
                    Outcome.Failed,
                    artifact.Candidate.Artifact.Id.Text,
                    "a lock that records the version",
                    "no lock",
                    "Run 'mlgate lock' and commit .mlgate/lock"
                ) with
                {
                    Severity = Severity.Warn,
                },
            ];
        }

        var version = artifact.Candidate.Version;
        if (version.Sha256 == locked.Version.Sha256)
        {
            return
            [
                Create(
                    artifact,
                    Diagnostics.NotWhatTheLockSays,
                    Outcome.Passed,
                    artifact.Candidate.Artifact.Id.Text,
                    Recorded(locked.Version),
                    "bytes match the lock",
                    null
                ),
            ];
        }

        var differences = IsComparedAsWhole(artifact.Candidate, locked) ? [] : Files(artifact, locked).ToList();
        if (differences.Count == 0)
        {
            differences = [Differs(artifact, artifact.Candidate.Artifact.Path, locked.Version, version)];
        }

        if (differences.TrueForAll(finding => finding.Code == Diagnostics.LineEndingsChanged.Code) || IsTampered(artifact, locked))
        {
            return differences.Count <= MostFiles
                ? differences
                : [.. differences.Take(MostFiles - 1), Rest(artifact, differences.Count - MostFiles + 1)];
        }

        return [OutOfDate(artifact, locked, differences)];
    }

    /// <summary>
    /// True if the version as a whole is compared, not each file: the same git id for other bytes is a conversion on checkout, of a
    /// folder's files alike.
    /// </summary>
    internal static bool IsComparedAsWhole(ArtifactBytes candidate, LockRecord locked) =>
        locked.Files.Count == 0 || candidate.Version.GitObjectId == locked.Version.GitObjectId;

    // Commit and lock are two records of one version: bytes that contradict both were changed after the checkout. Where they contradict
    // each other, the lock was not written again.
    // Other bytes of one object id and of one size were made to collide.
    private static bool IsTampered(LockedArtifact artifact, LockRecord locked) =>
        (artifact.Candidate.Version.GitObjectId == locked.Version.GitObjectId && !artifact.Candidate.Version.IsContentOf(locked.Version))
        || (
            artifact.MustBeAsCommitted
            && artifact.Committed is { Lock: { } committed } commit
            && committed.Version == locked.Version
            && commit.GitObjectId != artifact.Candidate.Version.GitObjectId
        );

    private static Finding OutOfDate(LockedArtifact artifact, LockRecord locked, List<Finding> differences)
    {
        var (of, now) = (artifact.Candidate.Artifact, artifact.Candidate.Version);
        var files =
            locked.Files.Count == 0
                ? ""
                : $" in {differences.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} of its files, first "
                    + differences[0].Subject;
        return Create(
            artifact,
            Diagnostics.LockOutOfDate,
            Outcome.Failed,
            of.Path,
            Recorded(locked.Version),
            $"lock out of date: sha256 {now.Sha256}{files}{Sizes(locked.Version.Size, now.Size)}",
            $"Run 'mlgate lock' and commit {LockRecord.PathOf(of)}"
        ) with
        {
            Severity = artifact.StaleSeverity,
        };
    }

    private static IEnumerable<Finding> Files(LockedArtifact artifact, LockRecord locked)
    {
        var now = artifact.Candidate.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        foreach (var file in locked.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (!now.Remove(file.Path, out var actual))
            {
                yield return Create(
                    artifact,
                    Diagnostics.NotWhatTheLockSays,
                    Outcome.Failed,
                    file.Path,
                    $"sha256 {file.Sha256}, as locked",
                    "file missing",
                    Restore
                );
            }
            else if (actual.Sha256 != file.Sha256 && artifact.ConvertedFiles.Contains(file.Path))
            {
                yield return LineEndings(artifact, file.Path, $"sha256 {file.Sha256}, as locked", file.Size, actual.Sha256, actual.Size);
            }
            else if (actual.Sha256 != file.Sha256)
            {
                yield return Create(
                    artifact,
                    Diagnostics.NotWhatTheLockSays,
                    Outcome.Failed,
                    file.Path,
                    $"sha256 {file.Sha256}, as locked",
                    $"sha256 {actual.Sha256}{Sizes(file.Size, actual.Size)}",
                    Restore
                );
            }
        }

        foreach (var extra in now.Values.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            yield return Create(
                artifact,
                Diagnostics.UnlistedFile,
                Outcome.Failed,
                extra.Name,
                $"only the {locked.Files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} files in the lock",
                "file not in the lock",
                "Remove the file, or record it with 'mlgate lock' if it belongs there"
            );
        }
    }

    private static Finding Differs(LockedArtifact artifact, string path, ArtifactVersion locked, ArtifactVersion actual) =>
        actual.IsContentOf(locked) || (artifact.Candidate.Files is [var file] && artifact.ConvertedFiles.Contains(file.Name))
            ? LineEndings(artifact, path, Recorded(locked), locked.Size, actual.Sha256, actual.Size)
            : Create(
                artifact,
                Diagnostics.NotWhatTheLockSays,
                Outcome.Failed,
                path,
                Recorded(locked),
                $"sha256 {actual.Sha256}{Sizes(locked.Size, actual.Size)}",
                artifact.Candidate.Artifact.Kind == ArtifactKind.Model
                    ? "Restore it from git, or run 'mlgate train' (or 'mlgate lock' without training) if the change is intended"
                    : Restore
            );

    // Of two checkouts of one object the longer one has the converted line ends.
    private static Finding LineEndings(LockedArtifact artifact, string path, string expected, long lockedSize, string sha256, long size) =>
        Create(
            artifact,
            Diagnostics.LineEndingsChanged,
            Outcome.Failed,
            path,
            expected,
            $"sha256 {sha256}{Sizes(lockedSize, size)}: only line endings differ",
            size > lockedSize
                ? $"Add '{path} -text' to .gitattributes and commit it, then delete the file and run: git checkout -- {path}"
                : $"Add '{path} -text' to .gitattributes, run 'mlgate lock' on a checkout without converted line endings, and commit both"
        ) with
        {
            Severity = Severity.Warn,
        };

    private static Finding Rest(LockedArtifact artifact, int count) =>
        Create(
            artifact,
            Diagnostics.NotWhatTheLockSays,
            Outcome.Failed,
            artifact.Candidate.Artifact.Id.Text,
            "the files in the lock",
            FormattableString.Invariant($"{count} more files differ"),
            Restore
        );

    private static string Recorded(ArtifactVersion version) => $"the bytes to be sha256 {version.Sha256}, as locked";

    private static string Sizes(long before, long now) =>
        before == now ? "" : FormattableString.Invariant($" ({before} bytes became {now})");

    private static Finding Create(
        LockedArtifact artifact,
        Diagnostic code,
        Outcome outcome,
        string subject,
        string expected,
        string found,
        string? fix
    ) =>
        new()
        {
            Code = code.Code,
            Id = artifact.Candidate.Artifact.Id.Child("lock"),
            Subject = subject,
            Outcome = outcome,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = artifact.Place,
        };
}
