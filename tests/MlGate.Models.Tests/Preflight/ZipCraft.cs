using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace MlGate.Models.Tests.Preflight;

/// <summary>Writes zip files byte by byte, so that a test can lie in any field.</summary>
internal sealed record ZipCraft
{
    public List<CraftedEntry> Entries { get; init; } = [];

    public byte[] Before { get; init; } = [];

    public byte[] BeforeDirectory { get; init; } = [];

    public byte[] After { get; init; } = [];

    public int? DeclaredCount { get; init; }

    /// <summary>The entries of a real archive, to be changed.</summary>
    public static ZipCraft Of(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return new ZipCraft { Entries = [.. archive.Entries.Select(entry => new CraftedEntry(entry.FullName, Bytes(entry)))] };
    }

    public ZipCraft With(params CraftedEntry[] more) => this with { Entries = [.. Entries, .. more] };

    public ZipCraft Edit(string suffix, Func<CraftedEntry, CraftedEntry> edit) =>
        this with
        {
            Entries = [.. Entries.Select(entry => entry.Name.EndsWith(suffix, StringComparison.Ordinal) ? edit(entry) : entry)],
        };

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using var directory = new MemoryStream();
        file.Write(Before);
        foreach (var entry in Entries)
        {
            var at = (uint)file.Length;
            var packed = entry.Packed;
            var size = entry.DeclaredSize ?? (uint)entry.Content.Length;
            var crc = entry.DeclaredCrc ?? Crc32.HashToUInt32(entry.Content);
            var name = entry.RawName ?? Encoding.UTF8.GetBytes(entry.Name);
            file.Write([
                .. U32(0x04034b50),
                .. U16(20),
                .. U16(entry.Flags),
                .. U16(entry.Method),
                .. U32(0),
                .. U32(crc),
                .. U32((uint)packed.Length),
                .. U32(entry.LocalSize ?? size),
                .. U16(name.Length),
                .. U16(0),
            ]);
            file.Write(entry.LocalName is null ? name : Encoding.UTF8.GetBytes(entry.LocalName));
            file.Write(packed);
            directory.Write([
                .. U32(0x02014b50),
                .. U16(20),
                .. U16(20),
                .. U16(entry.Flags),
                .. U16(entry.Method),
                .. U32(0),
                .. U32(crc),
                .. U32((uint)packed.Length),
                .. U32(size),
                .. U16(name.Length),
                .. U16(0),
                .. U16(0),
                .. U16(0),
                .. U16(0),
                .. U32(entry.UnixMode << 16),
                .. U32(entry.HeaderAt ?? at),
                .. name,
            ]);
        }

        file.Write(BeforeDirectory);
        var count = DeclaredCount ?? Entries.Count;
        var start = (uint)file.Length;
        directory.WriteTo(file);
        file.Write([
            .. U32(0x06054b50),
            .. U16(0),
            .. U16(0),
            .. U16(Math.Min(count, 0xffff)),
            .. U16(Math.Min(count, 0xffff)),
            .. U32((uint)directory.Length),
            .. U32(start),
            .. U16(0),
        ]);
        file.Write(After);
        return file.ToArray();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] U16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}

/// <summary>One entry, and what it claims of itself.</summary>
internal sealed record CraftedEntry(string Name, byte[] Content)
{
    public int Flags { get; init; }

    public int Method { get; init; } = 8;

    public uint? DeclaredSize { get; init; }

    public uint? LocalSize { get; init; }

    public uint? DeclaredCrc { get; init; }

    public uint? HeaderAt { get; init; }

    public uint UnixMode { get; init; }

    public string? LocalName { get; init; }

    public byte[]? RawName { get; init; }

    public byte[] Packed => Method == 8 ? Deflate(Content) : Content;

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }
}
