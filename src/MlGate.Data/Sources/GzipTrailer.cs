using System.Buffers.Binary;
using System.IO.Hashing;

namespace MlGate.Data.Sources;

/// <summary>
/// The last eight bytes of a gzip file (RFC 1952): checksum and length of its last member. The library reads a file that is cut off without
/// an error.
/// </summary>
internal static class GzipTrailer
{
    private const int Length = 8;
    private const int Chunk = 1 << 18;

    // The content of an empty last member, as bgzip writes one.
    private static ReadOnlySpan<byte> EmptyBlock => [3, 0];

    /// <summary>Does the trailer of a compressed file belong to an unpacked content, or to its last part?</summary>
    public static bool IsOf(string packed, string content)
    {
        Span<byte> end = stackalloc byte[Length + EmptyBlock.Length];
        using (var file = File.OpenHandle(packed))
        {
            var at = RandomAccess.GetLength(file) - end.Length;
            if (at < 0 || RandomAccess.Read(file, end, at) < end.Length)
            {
                return false;
            }
        }

        var trailer = end[EmptyBlock.Length..];

        using var unpacked = File.OpenHandle(content, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(unpacked);
        var last = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);

        // The library has compared the checksum of every member that it read to its end. A file of several members ends in the length of
        // the last one.
        if (last == 0 && length > 0)
        {
            return end.StartsWith(EmptyBlock) && trailer.IndexOfAnyExcept((byte)0) < 0;
        }

        return (uint)length == last
            || (last < length && Checksum(unpacked, length - last) == BinaryPrimitives.ReadUInt32LittleEndian(trailer));
    }

    private static uint Checksum(Microsoft.Win32.SafeHandles.SafeFileHandle file, long from)
    {
        var buffer = new byte[Chunk];
        var checksum = new Crc32();
        for (int read; (read = RandomAccess.Read(file, buffer, from)) > 0; from += read)
        {
            checksum.Append(buffer.AsSpan(0, read));
        }

        return checksum.GetCurrentHashAsUInt32();
    }
}
