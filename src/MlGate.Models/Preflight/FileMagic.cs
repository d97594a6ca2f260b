namespace MlGate.Models.Preflight;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal static class FileMagic
{
    /// <summary>First bytes of a zip file with at least one entry.</summary>
    public static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>First bytes of a Git LFS pointer.</summary>
    public static ReadOnlySpan<byte> LfsPointer => "version https://git-lfs"u8;

    /// <summary>A name for people, with an article.</summary>
    public static string NameOf(ReadOnlySpan<byte> head) =>
        head.Length == 0 ? "an empty file"
        : head is [0x80, >= 2 and <= 5, ..] ? "a Python pickle"
        : head.StartsWith("(lp"u8) || head.StartsWith("(dp"u8) || head.StartsWith("ccopy_reg"u8) ? "a Python pickle"
        : head.StartsWith("PK\u0005\u0006"u8) ? "an empty zip file"
        : head is [0x1f, 0x8b, ..] ? "a gzip file"
        : head is [0x78, 0x01 or 0x5e or 0x9c or 0xda, ..] ? "a zlib stream, as joblib writes it"
        : head.StartsWith("BZh"u8) ? "a bzip2 file"
        : head is [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] ? "an xz file"
        : head is [0x89, (byte)'H', (byte)'D', (byte)'F', ..] ? "an HDF5 file, as Keras writes it"
        : head.StartsWith("\u0093NUMPY"u8) || head is [0x93, (byte)'N', (byte)'U', (byte)'M', ..] ? "a NumPy array"
        : head is [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] ? "a Parquet file"
        : head is [0x08, <= 0x20, 0x12 or 0x1a or 0x22 or 0x3a, ..] ? "an ONNX model"
        : head.IndexOfAnyExceptInRange((byte)'\t', (byte)'~') < 0 ? "a text file"
        : "a file of another kind";

    /// <summary>What a zip file is by the names of its entries, if it is a known one of another kind.</summary>
    public static string? NameOfArchive(IEnumerable<string> entries)
    {
        foreach (var name in entries)
        {
            var file = name[(name.LastIndexOf('/') + 1)..];
            var known =
                file.EndsWith(".pkl", StringComparison.OrdinalIgnoreCase) ? "a PyTorch archive with a Python pickle inside"
                : file.EndsWith(".npy", StringComparison.OrdinalIgnoreCase) ? "a NumPy archive"
                : name == "[Content_Types].xml" ? "an Office document"
                : name == "model.weights.h5" ? "a Keras model"
                : null;
            if (known is not null)
            {
                return known;
            }
        }

        return null;
    }
}
