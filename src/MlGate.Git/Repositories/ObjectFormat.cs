using System.Buffers.Text;
using System.Security.Cryptography;

namespace MlGate.Git.Repositories;

/// <summary>The hash that names a repository's objects.</summary>
internal sealed class ObjectFormat
{
    public static readonly ObjectFormat Sha1 = new(HashAlgorithmName.SHA1, 20);

    public static readonly ObjectFormat Sha256 = new(HashAlgorithmName.SHA256, 32);

    /// <summary>Room for <c>blob N NUL</c>.</summary>
    public const int LongestHeader = 32;

    private readonly HashAlgorithmName algorithm;

    private ObjectFormat(HashAlgorithmName algorithm, int bytes) => (this.algorithm, Bytes) = (algorithm, bytes);

    /// <summary>Bytes of an id.</summary>
    public int Bytes { get; }

    /// <summary>A hash that is fed piece by piece.</summary>
    public IncrementalHash Start() => IncrementalHash.CreateHash(algorithm);

    /// <summary>The hash of a whole object, header included.</summary>
    public void Hash(ReadOnlySpan<byte> headerAndContent, Span<byte> id)
    {
        // Object ids are SHA-1 by git's definition; trust rests on the SHA-256 beside it.
#pragma warning disable CA5350
        _ = this == Sha1 ? SHA1.HashData(headerAndContent, id) : SHA256.HashData(headerAndContent, id);
#pragma warning restore CA5350
    }

    /// <summary>The id of a blob that is at hand.</summary>
    public string BlobId(ReadOnlySpan<byte> content) => IdOf("blob "u8, content);

    /// <summary>The id of a tree that is at hand.</summary>
    public string TreeId(ReadOnlySpan<byte> content) => IdOf("tree "u8, content);

    /// <summary>Writes <c>blob N NUL</c> and says how long it is.</summary>
    public static int BlobHeader(long size, Span<byte> to) => Header("blob "u8, size, to);

    private static int Header(ReadOnlySpan<byte> type, long size, Span<byte> to)
    {
        type.CopyTo(to);
        _ = Utf8Formatter.TryFormat(size, to[type.Length..], out var digits);
        to[type.Length + digits] = 0;
        return type.Length + digits + 1;
    }

    private string IdOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[LongestHeader];
        using var hash = Start();
        hash.AppendData(header[..Header(type, content.Length, header)]);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
