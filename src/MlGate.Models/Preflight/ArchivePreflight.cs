using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace MlGate.Models.Preflight;

/// <summary>Judges a model file without loading it: one pass over its bytes in little memory, and no code of ML.NET.</summary>
internal static class ArchivePreflight
{
    private const int WindowBytes = 1 << 16;

    /// <summary>Why the file is refused; null if ML.NET may load it.</summary>
    public static Refusal? Check(string path, ArchiveCaps caps, CancellationToken cancel)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var head = new byte[512];
        var headBytes = head.AsSpan(0, RandomAccess.Read(file, head, 0));
        if (headBytes.StartsWith(FileMagic.LfsPointer))
        {
            return new Refusal(
                Findings.Diagnostics.LfsObjectMissing,
                "a Git LFS pointer instead of the model",
                "the model's bytes",
                "Run git lfs pull"
            );
        }

        if (!headBytes.StartsWith(FileMagic.Zip))
        {
            return Refusal.NotAModel("the file is " + FileMagic.NameOf(headBytes));
        }

        if (length > caps.Bytes)
        {
            return Refusal.TooLarge(Invariant($"the file has {length} bytes"), Invariant($"at most {caps.Bytes} bytes"));
        }

        var (entries, refusal) = ZipDirectory.Read(file, length, caps);
        if (refusal is not null)
        {
            return refusal;
        }

        if (FileMagic.NameOfArchive(entries.Select(entry => entry.Name)) is { } kind)
        {
            return Refusal.NotAModel("the file is " + kind);
        }

        var buffer = new byte[WindowBytes];
        var models = 0;
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (CheckEntry(file, entry, buffer, ref models) is { } bad)
            {
                return bad;
            }
        }

        return models > 0 ? null : Refusal.NotAModel("the file is a zip file without an ML.NET model");
    }

    private static Refusal? CheckEntry(SafeFileHandle file, ArchiveEntry entry, byte[] buffer, ref int models)
    {
        var scanner = new ComponentScanner(entry.Name);
        var crc = new Crc32();
        long total = 0;
        try
        {
            using var packed = new FilePart(file, entry.DataAt, entry.Packed);
            using Stream unpacked = entry.Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
            var kept = 0;
            while (unpacked.ReadAtLeast(buffer.AsSpan(kept), 4, throwOnEndOfStream: false) is var read and > 0)
            {
                if (total == 0 && buffer.AsSpan(0, kept + read).StartsWith(FileMagic.Zip))
                {
                    return Refusal.TooLarge($"'{entry.Name}' is a nested archive", "no nested archive");
                }

                crc.Append(buffer.AsSpan(kept, read));
                if (scanner.Feed(buffer.AsSpan(0, kept + read), total - kept) is { } refusal)
                {
                    return refusal;
                }

                total += read;
                if (total > entry.Size)
                {
                    return Refusal.TooLarge($"'{entry.Name}' unpacks to more bytes than it declares", Invariant($"{entry.Size} bytes"));
                }

                var overlap = Math.Min(ComponentScanner.Overlap, kept + read);
                buffer.AsSpan(kept + read - overlap, overlap).CopyTo(buffer);
                kept = overlap;
            }
        }
        catch (InvalidDataException)
        {
            return Refusal.Malformed($"'{entry.Name}' cannot be unpacked");
        }

        if (total != entry.Size || crc.GetCurrentHashAsUInt32() != entry.Crc)
        {
            return Refusal.Malformed($"'{entry.Name}' does not match its checksum or length");
        }

        var isModel = entry.Name.EndsWith("Model.key", StringComparison.OrdinalIgnoreCase);
        if (scanner.CutOff || (isModel && !scanner.StartsWithComponent))
        {
            return Refusal.NotLoadable($"the header of '{entry.Name}' is damaged");
        }

        models += isModel ? 1 : 0;
        return null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
