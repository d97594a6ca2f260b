using System.Collections.Immutable;
using MlGate.Data.Engine;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>CSV and TSV: every field is read as text; an empty field is missing.</summary>
internal static class DelimitedSource
{
    public static Result<DataSource> Open(
        EngineSession session,
        string id,
        IReadOnlyList<ArtifactFile> files,
        SourceFormat format,
        MissingMarks marks,
        CancellationToken cancel
    )
    {
        var read = new List<ArtifactFile>(files.Count);
        IReadOnlyList<string>? names = null;
        FieldScan? fields = null;
        foreach (var file in files)
        {
            var header = DelimitedPreflight.Columns(id, file, format);
            if (header.Value is null)
            {
                return Result.Failed<DataSource>(header.Problems);
            }

            names ??= header.Value;
            if (!names.SequenceEqual(header.Value, StringComparer.Ordinal))
            {
                return Problem.Of(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    $"the header of {files[0].Name}",
                    "another header",
                    "Give all files of a dataset the same columns in the same order",
                    1
                );
            }

            fields ??= new FieldScan(format.Delimiter(), [.. names.Select(marks.For)]);
            if (Read(id, file, format, fields, names.Count, out var mixedLineEnds, cancel) is { } problem)
            {
                return problem;
            }

            read.Add(mixedLineEnds ? LineEnds.Unify(session, file, format.Delimiter(), cancel) : file);
        }

        var columns = names!
            .Select(
                (name, index) => new SourceColumn(index, name, "VARCHAR") { Shapes = fields!.Shapes(index), Climbs = fields.Climbs(index) }
            )
            .ToList();
        return Source(columns, "\"") with
        {
            WithQuotes = () => Source([.. columns.Select(column => column with { Shapes = FieldShapes.Other, Climbs = false })], ""),
        };

        DataSource Source(IReadOnlyList<SourceColumn> fields, string quote)
        {
            var settings = Settings(format, quote, header: true);
            var wide =
                fields.Count <= WideText.FewColumns || quote.Length == 0
                    ? null
                    : new WideText(session, read, format.Delimiter(), fields.Count, ReaderOfCopy, cancel);
            string ReaderOfCopy(string location, int longest, IReadOnlyList<(int Index, string? Type)> types) =>
                Copy(location, Settings(format, quote, header: false, longest), types);

            return new()
            {
                Format = format,
                Files = read,
                Columns = fields,
                Wide = wide,
                Reading = (types, used) =>
                    (used is null ? null : wide?.Reading(used, types)) ?? Reader(session, read, settings, fields, types),
                ReadingFile = file => Reader(session, [file], settings, fields, ImmutableDictionary<int, string>.Empty),
            };
        }
    }

    private static string Copy(string location, string settings, IReadOnlyList<(int Index, string? Type)> columns)
    {
        var typed = columns.Select(column => $"'c{Sql.Number(column.Index)}': '{column.Type ?? "VARCHAR"}'");
        return $"read_csv([{Sql.Text(location)}], {settings}, columns = {{{string.Join(", ", typed)}}})";
    }

    private static string Reader(
        EngineSession session,
        IReadOnlyList<ArtifactFile> files,
        string settings,
        IReadOnlyList<SourceColumn> columns,
        IReadOnlyDictionary<int, string> types
    )
    {
        var paths = Sql.List(files.Select(file => Sql.Text(session.PathOf(file.Location))));
        var typed = columns.Select(column => $"'{column.Sql}': '{types.GetValueOrDefault(column.Index, "VARCHAR")}'");
        return $"read_csv({paths}, {settings}, columns = {{{string.Join(", ", typed)}}})";
    }

    // Both read the whole file, so they read it side by side.
    private static Finding? Read(
        string id,
        ArtifactFile file,
        SourceFormat format,
        FieldScan fields,
        int count,
        out bool mixedLineEnds,
        CancellationToken cancel
    )
    {
        var shapes = Task.Run(() => fields.Read(file.Location, cancel), cancel);
        try
        {
            return TextPreflight.Whole(id, file, format.Delimiter(), count, out mixedLineEnds, cancel);
        }
        finally
        {
            shapes.GetAwaiter().GetResult();
        }
    }

    // Nothing is left to be detected: what is detected from a sample can change a verdict.
    private static string Settings(SourceFormat format, string quote, bool header, int longest = TextCaps.Row) =>
        $"auto_detect = false, header = {(header ? "true" : "false")}, delim = {Sql.Text(format.Delimiter().ToString())}, quote = "
        + $"'{quote}', escape = '{quote}', "
        + $"nullstr = '', strict_mode = true, max_line_size = {Sql.Number(longest)}, buffer_size = {Sql.Number(2L * longest)}";
}
