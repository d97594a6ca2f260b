using System.Globalization;
using System.Text;

namespace MlGate.Git.Hashing;

/// <summary>The text that git keeps in place of a large file.</summary>
/// <param name="Sha256">Of the content, 64 hex digits.</param>
/// <param name="Size">Bytes of the content.</param>
internal sealed record LfsPointer(string Sha256, long Size)
{
    /// <summary>Longer files are no pointers, says the LFS specification.</summary>
    public const int Longest = 1024;

    private const string Version = "version https://git-lfs.github.com/spec/v1";
    private const string OldVersion = "version https://hawser.github.com/spec/v1";

    /// <summary>The bytes that <c>git lfs clean</c> writes.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Version}\noid sha256:{Sha256}\nsize {Size}\n"));

    /// <summary>The pointer that the bytes are; null when they are something else.</summary>
    public static LfsPointer? Parse(ReadOnlySpan<byte> content)
    {
        if (content.Length > Longest || !content.StartsWith("version https://"u8) || content.Contains((byte)0))
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(content).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var oid = lines.Find(line => line.StartsWith("oid sha256:", StringComparison.Ordinal))?["oid sha256:".Length..];
        var size = lines.Find(line => line.StartsWith("size ", StringComparison.Ordinal))?["size ".Length..];
        return
            lines[0] is Version or OldVersion
            && oid is { Length: 64 }
            && oid.All(char.IsAsciiHexDigitLower)
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new LfsPointer(oid, bytes)
            : null;
    }
}
