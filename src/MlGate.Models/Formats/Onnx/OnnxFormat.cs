using System.Diagnostics;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Models.Formats.Onnx;

/// <summary>ONNX files. Only <see cref="Open"/> runs code of ONNX Runtime.</summary>
internal sealed class OnnxFormat : IScoredFormat
{
    // Read from the file: loading the engine here would be loading it in the parent.
    private static readonly Lazy<string> Version = new(() =>
        FileVersionInfo.GetVersionInfo(Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.OnnxRuntime.dll")).ProductVersion ?? ""
    );

    public ModelFormat Format => ModelFormats.Onnx;

    public string EngineVersion => Version.Value;

    public bool IsRecognised(string path) =>
        Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase) && Read(path) is { File: not null };

    public Refusal? Prepare(IReadOnlyList<ArtifactFile> files, string copy, ArchiveCaps caps, CancellationToken cancel) =>
        files.Count != 1
            ? OnnxRefusal.NotAModel(FormattableString.Invariant($"the path names {files.Count} files"))
            : ModelCopy.Create(files[0], copy, caps, cancel) ?? Check(copy);

    public IModelLoader Open(ScoringRequest request, TestSetColumns data) => new OnnxLoader(request, data);

    public ModelDescription? Describe(RequestedModel requested) =>
        Read(requested.Location).File is not { } file
            ? null
            : new ModelDescription
            {
                Task =
                    file.Classes.Count > 2 ? ModelTask.MulticlassClassification
                    : file.Classes.Count == 2 ? ModelTask.BinaryClassification
                    : null,
                Inputs = [.. file.Inputs.Select(input => input.Name)],
                Columns = [.. file.Inputs.Select(input => input.Name)],
            };

    private static Refusal? Check(string copy)
    {
        var bytes = File.ReadAllBytes(copy);
        var (_, refusal) = OnnxReader.Read(bytes);
        var kind = FileMagic.NameOf(bytes.AsSpan(0, Math.Min(bytes.Length, 64)));

        // What it is by its first bytes says more than where reading stopped.
        return
            refusal is { Diagnostic: var code }
            && code == Findings.Diagnostics.NotAModel
            && kind != "an ONNX model"
            && !kind.StartsWith("a file of another", StringComparison.Ordinal)
            ? OnnxRefusal.NotAModel(kind)
            : refusal;
    }

    private static (OnnxFile? File, Refusal? Refusal) Read(string path)
    {
        try
        {
            return OnnxReader.Read(RegularFile.ReadBytes(path, new ArchiveCaps().Bytes));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or UnsafeFileException)
        {
            return (null, OnnxRefusal.NotAModel("not readable"));
        }
    }
}
