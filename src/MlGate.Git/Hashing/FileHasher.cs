using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>Reads files once, for both digests, and notices when they change meanwhile.</summary>
/// <param name="format">The hash of git ids.</param>
/// <param name="whileOpen">Called with the path of every file that was just opened; tests change the file then.</param>
internal sealed class FileHasher(ObjectFormat format, Action<string>? whileOpen = null)
{
    /// <summary>Files up to this size are read whole.</summary>
    public const int Small = 1024 * 1024;

    // Times of files advance in ticks of the kernel, some 10 ms: a write in the very tick of the last one would not show.
    private const long Tick = 40_000_000;

    /// <summary>Hashes a file.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="name">What findings call it.</param>
    /// <param name="id">The check that findings belong to.</param>
    /// <param name="mayConvert">Is the id after CRLF became LF wanted too?</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="mayShare">May the file have more than one name?</param>
    /// <param name="seen">Its stamp, where it was just read.</param>
    public Result<HashedFile> Hash(
        string path,
        string name,
        CheckId id,
        bool mayConvert,
        CancellationToken cancel,
        bool mayShare = false,
        FileStamp? seen = null
    )
    {
        try
        {
            var before = Settled(path, seen ?? FileStamps.Read(path));
            if (Refused(mayShare ? before with { Links = 1 } : before, name, id, path) is { } refused)
            {
                return refused;
            }

            using var file = LinuxFile.IsHere
                ? LinuxFile.Open(path)
                : File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            whileOpen?.Invoke(path);
            var hashed = before.Size <= Small ? HashSmall(file, before, mayConvert) : HashLarge(file, before, mayConvert, cancel);

            // Where inodes are known, the open file is the path's; losing its name to another file changes its stamp.
            return
                hashed is not null
                && hashed.Size == before.Size
                && IsSame(before, FileStamps.Read(file, path))
                && (before.Inode != 0 || IsSame(before, FileStamps.Read(path)))
                ? hashed
                : Changed(name, id);
        }
        catch (FileNotFoundException)
        {
            return Changed(name, id);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Unreadable(problem, path, name, id);
        }
    }

    /// <summary>Why a path is no file that can be read; null when it is one.</summary>
    /// <param name="stamp">The path's.</param>
    /// <param name="name">What findings call it.</param>
    /// <param name="id">The check that findings belong to.</param>
    /// <param name="path">Absolute.</param>
    public static Finding? Refused(in FileStamp stamp, string name, CheckId id, string path) =>
        stamp switch
        {
            { Kind: EntryKind.Missing } => GitFinding.Create(
                Diagnostics.FileNotFound,
                id,
                name,
                "file not found",
                "a file or a folder",
                NearFile.Find(path, name) is { } near
                    ? $"Did you mean '{GitFinding.Shown(near)}'?"
                    : "Correct the path in the gate file, or restore the file"
            ),
            { Kind: EntryKind.Link } => GitFinding.Create(
                Diagnostics.NotARegularFile,
                id,
                name,
                "a symbolic link (git stores only its text)",
                "a regular file",
                "Replace the link with the file, or use the path of its target in the gate file"
            ),
            { Kind: not EntryKind.File } => GitFinding.Create(
                Diagnostics.NotARegularFile,
                id,
                name,
                $"a {stamp.Kind.ToString().ToLowerInvariant()}",
                "a regular file",
                "Replace it with a regular file"
            ),
            { Links: > 1 } => GitFinding.Create(
                Diagnostics.NotARegularFile,
                id,
                name,
                FormattableString.Invariant($"{stamp.Links} hard links: its bytes can be changed under another name"),
                "a file with one name",
                "Replace it with a copy" + (ShellWord.Quote(name) is { } word ? $": cp -- {word} copy && mv -- copy {word}" : "")
            ),
            _ => null,
        };

    public static Finding Changed(string name, CheckId id) =>
        GitFinding.Create(
            Diagnostics.ChangedWhileRead,
            id,
            name,
            "changed while it was read",
            "a file that is not being written",
            "Run again when the file is complete"
        );

    public static Finding Unreadable(Exception problem, string path, string name, CheckId id) =>
        GitFinding.Create(
            FileProblem.DiagnosticOf(problem),
            id,
            name,
            GitFinding.Shown(problem.Message.Replace(path, name, StringComparison.Ordinal).TrimEnd('.')),
            "a readable file",
            "Check its permissions and the disk"
        );

    private static bool IsSame(in FileStamp one, in FileStamp other) =>
        one.Kind == other.Kind
        && one.Size == other.Size
        && one.Modified == other.Modified
        && (one.Inode == 0 || other.Inode == 0 || (one.Inode == other.Inode && one.Device == other.Device && one.Changed == other.Changed));

    private static FileStamp Settled(string path, in FileStamp stamp)
    {
        var age = FileStamps.Nanoseconds(DateTime.UtcNow) - stamp.Latest;
        if (stamp.Kind != EntryKind.File || age is < 0 or >= Tick)
        {
            return stamp;
        }

        Thread.Sleep(TimeSpan.FromTicks((Tick - age) / 100) + TimeSpan.FromMilliseconds(1));
        return FileStamps.Read(path);
    }

    private HashedFile? HashSmall(SafeFileHandle file, in FileStamp stamp, bool mayConvert)
    {
        var size = (int)stamp.Size;
        var buffer = ArrayPool<byte>.Shared.Rent(ObjectFormat.LongestHeader + size + 1);
        try
        {
            // The header ends where the content begins, so that one call hashes both.
            var whole = buffer.AsSpan(0, ObjectFormat.LongestHeader + size + 1);
            var read = ReadFully(file, whole[ObjectFormat.LongestHeader..]);
            if (read != size)
            {
                return null;
            }

            var content = whole.Slice(ObjectFormat.LongestHeader, size);
            Span<byte> sha256 = stackalloc byte[32];
            _ = SHA256.HashData(content, sha256);
            var raw = BlobId(whole[..(ObjectFormat.LongestHeader + size)]);
            var converts = mayConvert && content.Contains((byte)'\r');
            return new HashedFile(
                raw,
                converts ? TextBlob.From(format, content) : null,
                Convert.ToHexStringLower(sha256),
                size,
                LfsPointer.Parse(content),
                stamp
            );
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string BlobId(Span<byte> headerRoomAndContent)
    {
        Span<byte> header = stackalloc byte[ObjectFormat.LongestHeader];
        var length = ObjectFormat.BlobHeader(headerRoomAndContent.Length - ObjectFormat.LongestHeader, header);
        var start = ObjectFormat.LongestHeader - length;
        header[..length].CopyTo(headerRoomAndContent[start..]);
        Span<byte> id = stackalloc byte[format.Bytes];
        format.Hash(headerRoomAndContent[start..], id);
        return Convert.ToHexStringLower(id);
    }

    private HashedFile HashLarge(SafeFileHandle file, in FileStamp stamp, bool mayConvert, CancellationToken cancel)
    {
        using var digests = new TwoDigests(format, mayConvert);
        var (git, sha256) = digests.Compute(file, stamp.Size, cancel);
        var text = mayConvert && digests.HasReturn && digests.Read == stamp.Size ? TextBlob.From(format, file, stamp.Size, cancel) : null;
        return new HashedFile(git, text, sha256, digests.Read, null, stamp);
    }

    internal static int Read(SafeFileHandle file, Span<byte> to, long at) =>
        LinuxFile.IsHere ? LinuxFile.Read(file, to, at) : RandomAccess.Read(file, to, at);

    // One byte more than there should be: a read that does not fill it has seen the end.
    private static int ReadFully(SafeFileHandle file, Span<byte> to)
    {
        var total = Read(file, to, 0);
        while (total > 0 && total < to.Length - 1 && Read(file, to[total..], total) is > 0 and var read)
        {
            total += read;
        }

        return total;
    }
}
