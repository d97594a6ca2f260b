using System.Buffers.Binary;
using System.Text;

namespace MlGate.Models.Preflight;

/// <summary>The fixed header that every saved ML.NET component begins with. The layout is that of ML.NET's own reader.</summary>
internal readonly record struct ComponentHeader(
    uint Written,
    uint Readable,
    string Loader,
    string LoaderAlternative,
    long AssemblyNameAt,
    uint AssemblyNameBytes,
    bool Sound
)
{
    /// <summary>Bytes of a header.</summary>
    public const int Bytes = 256;

    /// <summary>The newest header that ML.NET 5 can read.</summary>
    public const uint NewestReadable = 0x00010002;

    /// <summary>The eight bytes that spell <c>ML MODEL</c>, with a zero for the space.</summary>
    public static ReadOnlySpan<byte> Signature => "ML\0MODEL"u8;

    /// <summary>Reads a header.</summary>
    public static ComponentHeader Parse(ReadOnlySpan<byte> bytes)
    {
        var written = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x08..]);
        var readable = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x0c..]);
        var modelAt = BinaryPrimitives.ReadInt64LittleEndian(bytes[0x10..]);
        var tail = BinaryPrimitives.ReadInt64LittleEndian(bytes[0x80..]);
        var limit = BinaryPrimitives.ReadInt64LittleEndian(bytes[0x88..]);
        var nameAt = BinaryPrimitives.ReadInt64LittleEndian(bytes[0x90..]);
        var nameBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[0x98..]);
        var sound =
            readable <= written
            && modelAt == Bytes
            && tail >= Bytes
            && limit == tail + 8
            && (nameAt == 0 ? nameBytes == 0 : nameAt >= Bytes && nameBytes % 2 == 0 && nameAt <= tail && nameBytes == tail - nameAt);
        return new ComponentHeader(written, readable, Ascii(bytes.Slice(0x50, 24)), Ascii(bytes.Slice(0x68, 24)), nameAt, nameBytes, sound);
    }

    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes.TrimEnd((byte)0));
}
