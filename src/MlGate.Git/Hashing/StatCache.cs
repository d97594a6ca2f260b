using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using MlGate.Git.Repositories;
using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>
/// Digests by path, size, times and inode. Like git's index it cannot see a change within the clock tick of the last one, so fresh files
/// are not remembered.
/// </summary>
internal sealed class StatCache
{
    /// <summary>Where it is, relative to the gate file's folder.</summary>
    public const string Location = ".mlgate/cache/stat";

    // The coarsest clock of a file system that is in use ticks every two seconds.
    private const long Fresh = 2_000_000_000;

    // Room for half a million files.
    private const long Largest = 256 << 20;

    // No entry is shorter: its stamp, three numbers and two digests.
    private const int ShortestEntry = 64;

    private static ReadOnlySpan<byte> Magic => "MLGSTAT2"u8;

    private readonly string gateFolder;
    private readonly string file;
    private readonly ulong settings;
    private readonly Dictionary<string, Entry> entries;
    private bool isChanged;

    private StatCache(string gateFolder, ulong settings, Dictionary<string, Entry> entries) =>
        (this.gateFolder, file, this.settings, this.entries) = (gateFolder, Path.Combine(gateFolder, Location), settings, entries);

    /// <summary>Reads the cache; a missing or damaged one is empty.</summary>
    /// <param name="gateFolder">Absolute path.</param>
    /// <param name="format">Digests of another object format do not count.</param>
    public static StatCache Open(string gateFolder, ObjectFormat format)
    {
        var (path, settings) = (Path.Combine(gateFolder, Location), (ulong)format.Bytes);
        try
        {
            return new StatCache(
                gateFolder,
                settings,
                RegularFile.Exists(path) ? Parse(RegularFile.ReadBytes(path, Largest), settings) : []
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return new StatCache(gateFolder, settings, []);
        }
    }

    /// <summary>The digests of an unchanged file; null when it is unknown or may have changed.</summary>
    public FileDigest? Find(string key, in FileStamp stamp, ulong conversion) =>
        entries.TryGetValue(key, out var entry) && entry.Stamp == stamp && entry.Conversion == conversion ? entry.Digest : null;

    /// <summary>Remembers the digests of a file, unless it is so fresh that a later change might not show.</summary>
    /// <param name="key">Name of the file.</param>
    /// <param name="stamp">Its stamp, the same before and after it was read.</param>
    /// <param name="conversion">What bears on its git id.</param>
    /// <param name="digest">Its digests.</param>
    /// <param name="read">When it was read at the latest, in nanoseconds since 1970.</param>
    public void Add(string key, in FileStamp stamp, ulong conversion, FileDigest digest, long read)
    {
        if (stamp.Inode != 0 && stamp.Latest + Fresh <= read && Find(key, stamp, conversion) != digest)
        {
            entries[key] = new Entry(stamp, conversion, digest);
            isChanged = true;
        }
    }

    /// <summary>Writes the cache. That it cannot be written matters to nobody.</summary>
    public void Save()
    {
        if (!isChanged)
        {
            return;
        }

        try
        {
            _ = CacheFolder.Create(gateFolder);
            RegularFile.Write(file, ToBytes());
            isChanged = false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next run reads more files than it had to.
        }
    }

    private byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(settings);
        writer.Write(entries.Count);
        foreach (var (key, entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<FileStamp>(in entry.Stamp)));
            writer.Write(entry.Conversion);
            writer.Write(Convert.FromHexString(entry.Digest.GitObjectId));
            writer.Write(Convert.FromHexString(entry.Digest.Sha256));
            writer.Write(entry.Digest.Size);
        }

        writer.Write(Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    private static Dictionary<string, Entry> Parse(byte[] content, ulong settings)
    {
        var body = content.AsSpan(0, Math.Max(0, content.Length - 4));
        if (body.Length < 20 || !body.StartsWith(Magic) || Checksum(body) != BitConverter.ToUInt32(content, body.Length))
        {
            return [];
        }

        using var reader = new BinaryReader(new MemoryStream(content, Magic.Length, body.Length - Magic.Length), Encoding.UTF8);
        if (reader.ReadUInt64() != settings)
        {
            return [];
        }

        var count = reader.ReadInt32();
        if (count > body.Length / ShortestEntry)
        {
            return [];
        }

        var entries = new Dictionary<string, Entry>(count, StringComparer.Ordinal);
        for (var next = 0; next < count; next++)
        {
            var key = reader.ReadString();
            var stamp = default(FileStamp);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(new Span<FileStamp>(ref stamp)));
            var conversion = reader.ReadUInt64();
            var digest = new FileDigest(
                Convert.ToHexStringLower(reader.ReadBytes((int)settings)),
                Convert.ToHexStringLower(reader.ReadBytes(32)),
                reader.ReadInt64()
            );
            entries.Add(key, new Entry(stamp, conversion, digest));
        }

        return entries;
    }

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var checksum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(content))
        {
            checksum = BitOperations.Crc32C(checksum, word);
        }

        foreach (var value in content[(content.Length / 8 * 8)..])
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }

    private sealed class Entry(FileStamp stamp, ulong conversion, FileDigest digest)
    {
        public readonly FileStamp Stamp = stamp;

        public ulong Conversion { get; } = conversion;

        public FileDigest Digest { get; } = digest;
    }
}
