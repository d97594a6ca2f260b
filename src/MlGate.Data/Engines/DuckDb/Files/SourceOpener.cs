using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>Turns a dataset's files into something to select from, or says why that cannot be.</summary>
internal static class SourceOpener
{
    /// <param name="engine">May read the files.</param>
    /// <param name="id">The check's path in the gate file, for findings.</param>
    /// <param name="files">The files, in order.</param>
    /// <param name="marks">Texts that mean "no value".</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="request">Which columns are wanted in memory; null for none.</param>
    public static async Task<Result<DataSource>> OpenAsync(
        DuckDbEngine engine,
        CheckId id,
        IReadOnlyList<ArtifactFile> files,
        MissingMarks marks,
        CancellationToken cancel,
        TableRequest? request = null
    )
    {
        files = FolderFiles.WithoutHidden(files);
        var format = FormatOf(id, files);
        if (format.Problem is { } problem)
        {
            return problem;
        }

        var unpacked = CompressedFiles.Unpack(engine.Folder, id, files, cancel);
        if (unpacked.Value is null)
        {
            return Result.Failed<DataSource>(unpacked.Problems);
        }

        files = unpacked.Value;
        var opened = format.Format switch
        {
            SourceFormat.Parquet => await ParquetSource.OpenAsync(engine, id, files, cancel).ConfigureAwait(false),
            SourceFormat.JsonLines => await JsonLinesSource.OpenAsync(engine, id, files, cancel).ConfigureAwait(false),
            _ => await DelimitedSource.OpenAsync(engine, id, files, format.Format, marks, request, cancel).ConfigureAwait(false),
        };
        return opened.Value is { } source ? MarkedSource.From(source, marks) : opened;
    }

    private static (SourceFormat Format, Finding? Problem) FormatOf(CheckId id, IReadOnlyList<ArtifactFile> files)
    {
        if (files.Count == 0)
        {
            return (
                default,
                DataFinding.Create(
                    Diagnostics.DataEmpty,
                    id,
                    id.Text,
                    "at least one file",
                    "no file",
                    "Check the path, folder or glob in the gate file"
                )
            );
        }

        foreach (var file in files)
        {
            if (SourceFormats.For(file.Name) is not { } format)
            {
                return (
                    default,
                    DataFinding.Create(
                        Diagnostics.DataNotReadable,
                        id,
                        file.Name,
                        $"a file whose name ends in {SourceFormats.Known}",
                        "another file",
                        "Name the file by its format, or use a glob that leaves it out"
                    )
                );
            }

            if (file.Name.EndsWith(".parquet.gz", StringComparison.OrdinalIgnoreCase))
            {
                return (
                    default,
                    DataFinding.Create(
                        Diagnostics.DataNotReadable,
                        id,
                        file.Name,
                        "an uncompressed Parquet file",
                        "a compressed one",
                        "Unpack it: Parquet compresses its own columns"
                    )
                );
            }

            if (format != SourceFormats.For(files[0].Name))
            {
                return (
                    default,
                    DataFinding.Create(
                        Diagnostics.DataNotReadable,
                        id,
                        file.Name,
                        "files of one format in a dataset",
                        $"another format than that of {files[0].Name}",
                        "Use a glob for files of one format"
                    )
                );
            }

            var length = new FileInfo(file.Location).Length;
            if (length != file.Size)
            {
                return (
                    default,
                    DataFinding.Create(
                        Diagnostics.ChangedWhileRead,
                        id,
                        file.Name,
                        FormattableString.Invariant($"{file.Size} bytes, as when it was hashed"),
                        FormattableString.Invariant($"{length} bytes"),
                        "Run again when the file is complete"
                    )
                );
            }
        }

        return (SourceFormats.For(files[0].Name)!.Value, null);
    }
}
