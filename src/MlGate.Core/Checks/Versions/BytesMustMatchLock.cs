using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>
/// The bytes in the working tree are those that the lock records: for one file its SHA-256, for a folder the SHA-256 of each file, and no file that the lock does not
/// list. Names, sizes, times and permissions are never taken for bytes. An artifact without a lock warns.
/// </summary>
internal static class BytesMustMatchLock
{
    // A folder may hold a million files; the first few show what happened.
    private const int MostFiles = 20;

    private const string Restore = "Restore it from git, or record the change with 'mlgate lock' if it is meant";

    /// <summary>Judges an artifact.</summary>
    /// <returns>One passed finding, or one per file that differs (the first 20), or the one that says that there is no lock.</returns>
    public static IReadOnlyList<Finding> Judge(LockedArtifact artifact)
    {
        if (artifact.Lock is not { } locked)
        {
            return
            [
                Make(artifact, Diagnostics.LockMissing, Outcome.Failed, artifact.Candidate.Artifact.Id, "a lock that records the version", "there is none", "Run 'mlgate lock' and commit .mlgate/lock")
                    with { Severity = Severity.Warn },
            ];
        }

        var version = artifact.Candidate.Version;
        if (version.Sha256 == locked.Version.Sha256)
        {
            return [Make(artifact, Diagnostics.NotWhatTheLockSays, Outcome.Passed, artifact.Candidate.Artifact.Id, Recorded(locked.Version), "they are", null)];
        }

        // The same git id for other bytes is a conversion on checkout, of a folder's files alike.
        var differences = locked.Files.Count == 0 || version.GitObjectId == locked.Version.GitObjectId ? [] : Files(artifact, locked).ToList();
        if (differences.Count == 0)
        {
            return [Differs(artifact, artifact.Candidate.Artifact.Path, locked.Version, version)];
        }

        return differences.Count <= MostFiles
            ? differences
            : [.. differences.Take(MostFiles - 1), Rest(artifact, differences.Count - MostFiles + 1)];
    }

    private static IEnumerable<Finding> Files(LockedArtifact artifact, LockRecord locked)
    {
        var now = artifact.Candidate.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        foreach (var file in locked.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (!now.Remove(file.Path, out var actual))
            {
                yield return Make(artifact, Diagnostics.NotWhatTheLockSays, Outcome.Failed, file.Path, $"sha256 {file.Sha256}, as locked", "the file is not there", Restore);
            }
            else if (actual.Sha256 != file.Sha256 && artifact.DiffersInLineEndingsOnly(actual, file.Sha256))
            {
                yield return LineEndings(artifact, file.Path, $"sha256 {file.Sha256}, as locked", file.Size, actual.Sha256, actual.Size);
            }
            else if (actual.Sha256 != file.Sha256)
            {
                yield return Make(
                    artifact,
                    Diagnostics.NotWhatTheLockSays,
                    Outcome.Failed,
                    file.Path,
                    $"sha256 {file.Sha256}, as locked",
                    $"sha256 {actual.Sha256}{Sizes(file.Size, actual.Size)}",
                    Restore);
            }
        }

        foreach (var extra in now.Values.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            yield return Make(
                artifact,
                Diagnostics.UnlistedFile,
                Outcome.Failed,
                extra.Name,
                $"only the {locked.Files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} files that the lock lists",
                "the lock does not list the file",
                "Remove the file, or record it with 'mlgate lock' if it belongs there");
        }
    }

    private static Finding Differs(LockedArtifact artifact, string path, ArtifactVersion locked, ArtifactVersion actual) =>
        actual.GitObjectId == locked.GitObjectId || (artifact.Candidate.Files is [var file] && artifact.DiffersInLineEndingsOnly(file, locked.Sha256))
            ? LineEndings(artifact, path, Recorded(locked), locked.Size, actual.Sha256, actual.Size)
            : Make(
                artifact,
                Diagnostics.NotWhatTheLockSays,
                Outcome.Failed,
                path,
                Recorded(locked),
                $"sha256 {actual.Sha256}{Sizes(locked.Size, actual.Size)}",
                artifact.Candidate.Artifact.Kind == ArtifactKind.Model ? "Restore it from git, or run 'mlgate train' (or 'mlgate lock' without training) if the change is meant" : Restore);

    private static Finding LineEndings(LockedArtifact artifact, string path, string expected, long lockedSize, string sha256, long size) => Make(
        artifact,
        Diagnostics.LineEndingsChanged,
        Outcome.Failed,
        path,
        expected,
        $"sha256 {sha256}{Sizes(lockedSize, size)}: only line endings differ",
        $"Add '{path} -text' to .gitattributes and check the file out again");

    private static Finding Rest(LockedArtifact artifact, int count) => Make(
        artifact,
        Diagnostics.NotWhatTheLockSays,
        Outcome.Failed,
        artifact.Candidate.Artifact.Id,
        "the files that the lock lists",
        FormattableString.Invariant($"{count} more files differ"),
        Restore);

    private static string Recorded(ArtifactVersion version) => $"the bytes to be sha256 {version.Sha256}, as locked";

    private static string Sizes(long before, long now) => before == now ? "" : FormattableString.Invariant($" ({before} bytes became {now})");

    private static Finding Make(LockedArtifact artifact, Diagnostic code, Outcome outcome, string subject, string expected, string found, string? fix) => new()
    {
        Code = code.Code,
        Id = artifact.Candidate.Artifact.Id + ".lock",
        Subject = subject,
        Outcome = outcome,
        Expected = expected,
        Found = found,
        Fix = fix,
        Place = artifact.Place,
    };
}
