using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace MlGate.Models.Preflight;

/// <summary>
/// Reads the directory of a zip file more strictly than any unpacker does: entries must tile the file without a gap, and both of their
/// headers must agree, so that no two readers can see two different archives in the same bytes.
/// </summary>
internal static class ZipDirectory
{
    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const int EndBytes = 22;
    private const int CentralBytes = 46;
    private const int LocalBytes = 30;
    private const ushort Encrypted = 0x0001 | 0x0040 | 0x2000;
    private const ushort SizesFollow = 0x0008;

    /// <summary>The entries, in the order of the file; or why the archive is refused.</summary>
    public static (IReadOnlyList<ArchiveEntry> Entries, Refusal? Refusal) Read(SafeFileHandle file, long length, ArchiveCaps caps)
    {
        if (length < EndBytes)
        {
            return ([], Refusal.Malformed("the archive is truncated"));
        }

        var end = ReadAt(file, length - EndBytes, EndBytes);
        if (U32(end, 0) != EndSignature || U16(end, 20) != 0)
        {
            return ([], Refusal.Malformed("the archive is truncated, or data follows it"));
        }

        int count = U16(end, 10);
        if (count > caps.Entries)
        {
            return (
                [],
                Refusal.TooLarge(
                    count == 0xffff ? "65535 entries or more" : Invariant($"{count} entries"),
                    Invariant($"at most {caps.Entries} entries")
                )
            );
        }

        long directorySize = U32(end, 12);
        long directoryAt = U32(end, 16);
        if (U16(end, 4) != 0 || U16(end, 6) != 0 || U16(end, 8) != count || directoryAt + directorySize != length - EndBytes)
        {
            return ([], Refusal.Malformed("wrong position of the directory, or data before it"));
        }

        if (directorySize > (long)count * (CentralBytes + caps.NameBytes + 1024))
        {
            return ([], Refusal.Malformed("the directory is larger than its entries need"));
        }

        return Entries(file, ReadAt(file, directoryAt, (int)directorySize), count, directoryAt, caps);
    }

    private static (IReadOnlyList<ArchiveEntry> Entries, Refusal? Refusal) Entries(
        SafeFileHandle file,
        byte[] directory,
        int count,
        long directoryAt,
        ArchiveCaps caps
    )
    {
        var found = new List<(int Central, long HeaderAt)>(count);
        var names = new EntryNames(caps);
        long total = 0;
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            if (at + CentralBytes > directory.Length || U32(directory, at) != CentralSignature)
            {
                return ([], Refusal.Malformed("fewer entries in the directory than declared"));
            }

            var nameLength = U16(directory, at + 28);
            var next = at + CentralBytes + nameLength + U16(directory, at + 30) + U16(directory, at + 32);
            if (next > directory.Length)
            {
                return ([], Refusal.Malformed("the directory is truncated"));
            }

            if (names.Add(directory.AsSpan(at + CentralBytes, nameLength)) is { } badName)
            {
                return ([], badName);
            }

            if (Flaw(directory, at) is { } flaw)
            {
                return ([], Refusal.Malformed(Invariant($"entry {index + 1} {flaw}")));
            }

            long packed = U32(directory, at + 20);
            long size = U32(directory, at + 24);
            total += size;
            if (total > caps.Bytes)
            {
                return (
                    [],
                    Refusal.TooLarge(
                        Invariant($"the entries declare more than {caps.Bytes} bytes unpacked"),
                        Invariant($"at most {caps.Bytes} bytes unpacked")
                    )
                );
            }

            if (size > caps.RatioFree && size > packed * caps.Ratio)
            {
                return (
                    [],
                    Refusal.TooLarge(
                        Invariant($"entry {index + 1} unpacks to more than {caps.Ratio} times its size"),
                        Invariant($"at most {caps.Ratio} times")
                    )
                );
            }

            found.Add((at, U32(directory, at + 42)));
            at = next;
        }

        if (at != directory.Length)
        {
            return ([], Refusal.Malformed("data after the entries of the directory"));
        }

        return Tile(file, directory, [.. found.OrderBy(entry => entry.HeaderAt)], names, found, directoryAt);
    }

    private static string? Flaw(byte[] directory, int at)
    {
        var (flags, method, unixMode) = (U16(directory, at + 8), U16(directory, at + 10), U32(directory, at + 38) >> 16);
        return (flags & Encrypted) != 0 ? "is encrypted"
            : method is not (0 or 8) ? "has a compression method that ML.NET does not use"
            : U16(directory, at + 34) != 0 ? "is in another file"
            : (unixMode & 0xf000) is not (0 or 0x8000 or 0x4000) ? "is not a regular file"
            : U32(directory, at + 20) == uint.MaxValue
            || U32(directory, at + 24) == uint.MaxValue
            || U32(directory, at + 42) == uint.MaxValue
                ? "has an unneeded 64-bit size field"
            : method == 0 && U32(directory, at + 20) != U32(directory, at + 24) ? "is stored, but its two sizes differ"
            : null;
    }

    // Local headers must follow each other without gaps, from the first byte of the file to the directory.
    private static (IReadOnlyList<ArchiveEntry> Entries, Refusal? Refusal) Tile(
        SafeFileHandle file,
        byte[] directory,
        List<(int Central, long HeaderAt)> byPlace,
        EntryNames names,
        List<(int Central, long HeaderAt)> byDirectory,
        long directoryAt
    )
    {
        var nameOf = byDirectory
            .Select((entry, index) => (entry.Central, Name: names.All[index]))
            .ToDictionary(entry => entry.Central, entry => entry.Name);
        var entries = new List<ArchiveEntry>(byPlace.Count);
        long position = 0;
        for (var index = 0; index < byPlace.Count; index++)
        {
            var (central, headerAt) = byPlace[index];
            var limit = index + 1 < byPlace.Count ? byPlace[index + 1].HeaderAt : directoryAt;
            if (headerAt != position || limit < headerAt + LocalBytes)
            {
                return ([], Refusal.Malformed("data before or between the entries, or overlapping entries"));
            }

            var local = ReadAt(file, headerAt, LocalBytes);
            var nameLength = U16(directory, central + 28);
            var (packed, size, crc) = (U32(directory, central + 20), U32(directory, central + 24), U32(directory, central + 16));
            var dataAt = headerAt + LocalBytes + nameLength + U16(local, 28);
            var sizesFollow = (U16(local, 6) & SizesFollow) != 0;
            var agree =
                U32(local, 0) == LocalSignature
                && U16(local, 6) == U16(directory, central + 8)
                && U16(local, 8) == U16(directory, central + 10)
                && U16(local, 26) == nameLength
                && (sizesFollow || (U32(local, 14) == crc && U32(local, 18) == packed && U32(local, 22) == size))
                && dataAt <= limit
                && ReadAt(file, headerAt + LocalBytes, nameLength)
                    .AsSpan()
                    .SequenceEqual(directory.AsSpan(central + CentralBytes, nameLength));
            if (!agree)
            {
                return ([], Refusal.Malformed(Invariant($"contradicting headers of entry {index + 1}")));
            }

            if (sizesFollow ? limit - dataAt - packed is not (12 or 16 or 20 or 24) : limit - dataAt != packed)
            {
                return ([], Refusal.Malformed(Invariant($"entry {index + 1} has a wrong size")));
            }

            entries.Add(new ArchiveEntry(nameOf[central], U16(local, 8) == 8, crc, packed, size, dataAt));
            position = limit;
        }

        return position == directoryAt ? (entries, null) : ([], Refusal.Malformed("data before the directory"));
    }

    private static byte[] ReadAt(SafeFileHandle file, long at, int count)
    {
        var bytes = new byte[count];
        var done = 0;
        while (done < count && RandomAccess.Read(file, bytes.AsSpan(done), at + done) is var read and > 0)
        {
            done += read;
        }

        return bytes;
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
