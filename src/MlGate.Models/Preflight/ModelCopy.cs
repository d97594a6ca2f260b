using System.Security.Cryptography;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Models.Preflight;

/// <summary>
/// Copies a model to a private folder and digests what it copies: what is judged and loaded afterwards is the copy, never the original.
/// </summary>
internal static class ModelCopy
{
    /// <summary>Copies the file; says why not, when its bytes are not the version.</summary>
    public static Refusal? Create(ArtifactFile file, string target, ArchiveCaps caps, CancellationToken cancel)
    {
        var info = new FileInfo(file.Location);
        if (!info.Exists)
        {
            return new Refusal(Diagnostics.FileNotFound, "model file not found", "the model file", "Restore the file, or correct the path");
        }

        if (info.LinkTarget is not null)
        {
            return new Refusal(Diagnostics.NotARegularFile, "the model is a link", "a regular file", "Replace the link with the file");
        }

        // A pipe or a device has no length: it must be refused before it is opened, because opening a pipe waits for its writer.
        if (info.Length != file.Size)
        {
            return Changed();
        }

        if (info.Length > caps.Bytes)
        {
            return Refusal.TooLarge(
                FormattableString.Invariant($"the file has {info.Length} bytes"),
                FormattableString.Invariant($"at most {caps.Bytes} bytes")
            );
        }

        if (info.Length == 0)
        {
            return Refusal.NotAModel("the file is empty");
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var source = RegularFile.OpenRead(file.Location, caps.Bytes))
        using (var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
        {
            var buffer = new byte[1 << 17];
            long total = 0;
            while (total <= file.Size && source.Read(buffer) is var read and > 0)
            {
                cancel.ThrowIfCancellationRequested();
                digest.AppendData(buffer, 0, read);
                copy.Write(buffer, 0, read);
                total += read;
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset()) == file.Sha256 ? null : Changed();
    }

    private static Refusal Changed() =>
        new(
            Diagnostics.ChangedWhileRead,
            "the model changed after it was hashed",
            "an unchanged file",
            "Run again when the file is complete"
        );
}
