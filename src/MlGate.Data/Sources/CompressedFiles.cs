using System.Buffers;
using System.IO.Compression;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>Unpacks gzip files into the private folder, up to a limit.</summary>
internal static class CompressedFiles
{
    private const long AlwaysAllowed = 256L << 20;
    private const long LargestRatio = 200;
    private const int Chunk = 1 << 18;

    /// <returns>The files, each compressed one with the location and the size of its content; or why it cannot be unpacked.</returns>
    public static Result<IReadOnlyList<ArtifactFile>> Unpack(
        PrivateFolder folder,
        CheckId id,
        IReadOnlyList<ArtifactFile> files,
        CancellationToken cancel
    )
    {
        var unpacked = new List<ArtifactFile>(files.Count);
        foreach (var file in files)
        {
            if (!SourceFormats.IsCompressed(file.Name))
            {
                unpacked.Add(file);
                continue;
            }

            var location = folder.NewFile(Path.GetExtension(file.Name[..^SourceFormats.Gzip.Length]));
            if (Unpack(id, file, location, cancel) is { } problem)
            {
                return problem;
            }

            unpacked.Add(file with { Location = location, Size = new FileInfo(location).Length, Written = null });
        }

        return unpacked;
    }

    private static Finding? Unpack(CheckId id, ArtifactFile file, string location, CancellationToken cancel)
    {
        var limit = Math.Max(AlwaysAllowed, file.Size * LargestRatio);
        try
        {
            if (!Copy(file.Location, location, limit, cancel))
            {
                return DataFinding.Create(
                    Diagnostics.DecompressedTooLarge,
                    id,
                    file.Name,
                    FormattableString.Invariant(
                        $"at most {limit >> 20} MiB of content: 256 MiB, or {LargestRatio} times the compressed size"
                    ),
                    "more",
                    "If you trust the content, unpack the file"
                );
            }

            return GzipTrailer.IsOf(file.Location, location) ? null : Damaged(id, file);
        }
        catch (InvalidDataException)
        {
            return Damaged(id, file);
        }
        catch (IOException)
        {
            return DataFinding.LimitHit(id, file.Name);
        }
    }

    // False where the content is beyond the limit.
    private static bool Copy(string from, string to, long limit, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var packed = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            using var content = new GZipStream(packed, CompressionMode.Decompress);
            using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1);
            long written = 0;
            for (int read; (read = content.Read(buffer)) > 0; )
            {
                cancel.ThrowIfCancellationRequested();
                written += read;
                if (written > limit)
                {
                    return false;
                }

                target.Write(buffer, 0, read);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Finding Damaged(CheckId id, ArtifactFile file) =>
        DataFinding.Create(
            Diagnostics.DataNotReadable,
            id,
            file.Name,
            "a gzip file",
            "a damaged or incomplete gzip file, or another format",
            "Compress the file again, or correct its file extension"
        );
}
