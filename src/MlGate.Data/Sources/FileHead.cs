namespace MlGate.Data.Sources;

/// <summary>The first bytes of a file, and what they say it is.</summary>
internal sealed class FileHead
{
    private readonly byte[] bytes;

    private FileHead(byte[] bytes, bool whole) => (this.bytes, IsWhole) = (bytes, whole);

    /// <summary>Are these all bytes of the file?</summary>
    public bool IsWhole { get; }

    public bool IsEmpty => Text.IsEmpty;

    public bool IsParquet => bytes.AsSpan().StartsWith("PAR1"u8);

    /// <summary>A known binary format; null for none.</summary>
    public string? Binary =>
        bytes switch
        {
            [0x1F, 0x8B, ..] => "gzip",
            [(byte)'P', (byte)'K', 3 or 5, ..] => "zip",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "Parquet",
            _ => null,
        };

    /// <summary>UTF-16 shows by its byte order mark, or by a zero in every other byte.</summary>
    public bool IsUtf16 =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || (bytes.Length >= 4 && (bytes is [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..]));

    /// <summary>The bytes without a byte order mark.</summary>
    public ReadOnlySpan<byte> Text => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;

    public static FileHead Read(string path, int most)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var bytes = new byte[Math.Min(most, length)];
        var filled = 0;
        for (int read; filled < bytes.Length && (read = RandomAccess.Read(file, bytes.AsSpan(filled), filled)) > 0; )
        {
            filled += read;
        }

        return new FileHead(bytes[..filled], filled == length);
    }
}
