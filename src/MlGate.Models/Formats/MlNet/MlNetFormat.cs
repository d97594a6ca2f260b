using System.Diagnostics;
using System.IO.Compression;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Models.Formats.MlNet;

/// <summary>Archives that ML.NET wrote. Only <see cref="Open"/> and <see cref="Describe"/> run code of ML.NET.</summary>
internal sealed class MlNetFormat : IScoredFormat
{
    // Read from the file: loading ML.NET here would be loading it in the parent.
    private static readonly Lazy<string> Version = new(() =>
        FileVersionInfo.GetVersionInfo(Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.Data.dll")).ProductVersion ?? ""
    );

    public ModelFormat Format => ModelFormats.MlNet;

    public string EngineVersion => Version.Value;

    // Reads the directory of the archive only; whether the model is sound is for the preflight to say.
    public bool IsRecognised(string path)
    {
        if (!Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            using var file = RegularFile.OpenRead(path, long.MaxValue, followLink: true);
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return archive.Entries.Any(entry => entry.FullName.Replace('\\', '/').EndsWith("Model.key", StringComparison.Ordinal));
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public Refusal? Prepare(IReadOnlyList<ArtifactFile> files, string copy, ArchiveCaps caps, CancellationToken cancel) =>
        files.Count != 1
            ? Refusal.NotAModel(FormattableString.Invariant($"the path names {files.Count} files"))
            : ModelCopy.Create(files[0], copy, caps, cancel) ?? ArchivePreflight.Check(copy, caps, cancel);

    public IModelLoader Open(ScoringRequest request, TestSetColumns data) => new MlNetLoader(request, data);

    public ModelDescription? Describe(RequestedModel requested) => MlNetDescription.From(requested);
}
