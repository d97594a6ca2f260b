using System.Collections.Immutable;
using MlGate.Data.Sources;
using MlGate.Data.Tables;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>CSV and TSV: every field is read as text; an empty field is missing.</summary>
internal static class DelimitedSource
{
    public static async Task<Result<DataSource>> OpenAsync(
        DuckDbEngine engine,
        CheckId id,
        IReadOnlyList<ArtifactFile> files,
        SourceFormat format,
        MissingMarks marks,
        TableRequest? request,
        CancellationToken cancel
    )
    {
        var read = new List<ArtifactFile>(files.Count);
        IReadOnlyList<string>? names = null;
        FieldSettings? settings = null;
        FieldScan? fields = null;
        ReadText? known = null;
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
                return DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    $"the header of {files[0].Name}",
                    "another header",
                    "Give all files of a dataset the same columns in the same order",
                    1
                );
            }

            if (fields is null)
            {
                settings = SettingsFor(format, names, marks, request);
                fields = new FieldScan(settings);
                known = request?.Store.Find(files, settings);
            }

            if (known is not null)
            {
                read.Add(file);
                continue;
            }

            var whole = await ReadAsync(id, file, format, fields, names.Count, cancel).ConfigureAwait(false);
            if (whole.Problem is { } problem)
            {
                return problem;
            }

            read.Add(whole.HasMixedLineEnds ? LineEnds.Unify(engine.Folder, file, format.Delimiter(), cancel) : file);
        }

        var columns = known?.Columns
            ?? names!
                .Select(
                    (name, index) =>
                        new SourceColumn(index, name, DuckDbTypes.Text) { Shapes = fields!.Shapes(index), Climbs = fields.Climbs(index) }
                )
                .ToList();
        var table = known?.Table ?? TableOf(settings!, fields!, read, cancel);
        if (request is { Keep: true } && known is null && table is not null && read.SequenceEqual(files))
        {
            request.Store.Add(files, settings!, new ReadText(columns, table));
        }

        var function = table is null ? null : engine.Register(table);
        return Source(columns, "\"") with
        {
            Table = table,
            WithQuotes = () => Source([.. columns.Select(column => column with { Shapes = FieldShapes.Other, Climbs = false })], ""),
        };

        DataSource Source(IReadOnlyList<SourceColumn> fields, string quote)
        {
            var settings = Settings(format, quote, header: true);
            var wide =
                fields.Count <= WideText.FewColumns || quote.Length == 0
                    ? null
                    : new WideText(engine.Folder, read, format.Delimiter(), fields.Count, ReaderOfCopy, cancel);
            string? TableOf(IReadOnlyDictionary<int, ColumnType> types, IReadOnlyCollection<int>? used) =>
                table is not null
                && table.Has(
                    (used ?? [.. fields.Select(column => column.Index)]).Select(index =>
                        (index, types.GetValueOrDefault(index, ColumnType.Text))
                    )
                )
                    ? function
                    : null;
            string ReaderOfCopy(string location, int longest, IReadOnlyList<(int Index, ColumnType? Type)> types) =>
                Copy(location, Settings(format, quote, header: false, longest), types);

            return new()
            {
                Dialect = engine.Dialect,
                Format = format,
                Files = read,
                Columns = fields,
                Wide = wide,
                Reading = (types, used) =>
                    (quote.Length == 0 ? null : TableOf(types, used))
                    ?? (used is null ? null : wide?.Reading(used, types))
                    ?? Reader(engine, read, settings, fields, types),
                ReadingFile = file => Reader(engine, [file], settings, fields, ImmutableDictionary<int, ColumnType>.Empty),
            };
        }
    }

    private static FieldSettings SettingsFor(SourceFormat format, IReadOnlyList<string> names, MissingMarks marks, TableRequest? request) =>
        new(format.Delimiter(), [.. names.Select(marks.For)])
        {
            // An empty line is a row where there is one column only, and a wide table is read in another way.
            Types =
                request is null || names.Count is < 2 or > WideText.FewColumns
                    ? null
                    :
                    [
                        .. names.Select(name =>
                            request.TypeOf(name) is { } type ? (ColumnType?)(marks.For(name).Count > 0 ? ColumnType.Text : type) : null
                        ),
                    ],
            MostBytes = request?.MostBytes ?? 0,
        };

    // What is not of the type that was hoped for is kept as text, which takes one more reading.
    private static TypedTable? TableOf(
        FieldSettings settings,
        FieldScan fields,
        IReadOnlyList<ArtifactFile> files,
        CancellationToken cancel
    )
    {
        if (fields.Table() is not { } table)
        {
            return null;
        }

        var texts = settings
            .Types!.Select((type, index) => type is not null && table.Columns[index] is null ? ColumnType.Text : (ColumnType?)null)
            .ToList();
        if (texts.TrueForAll(type => type is null))
        {
            return table;
        }

        var again = new FieldScan(settings.Keeping(texts, settings.MostBytes - table.Size));
        foreach (var file in files)
        {
            again.Read(file.Location, cancel);
        }

        return again.Table() is { } more ? table.With(more) : null;
    }

    private static string Copy(string location, string settings, IReadOnlyList<(int Index, ColumnType? Type)> columns)
    {
        var typed = columns.Select(column => $"'c{Sql.Number(column.Index)}': '{DuckDbTypes.NameOf(column.Type ?? ColumnType.Text)}'");
        return $"read_csv([{DuckDbSql.Text(location)}], {settings}, columns = {{{string.Join(", ", typed)}}})";
    }

    private static string Reader(
        DuckDbEngine engine,
        IReadOnlyList<ArtifactFile> files,
        string settings,
        IReadOnlyList<SourceColumn> columns,
        IReadOnlyDictionary<int, ColumnType> types
    )
    {
        var paths = DuckDbSql.List(files.Select(file => DuckDbSql.Text(engine.Folder.PathOf(file.Location))));
        var typed = columns.Select(column =>
            $"'{column.Sql}': '{DuckDbTypes.NameOf(types.GetValueOrDefault(column.Index, ColumnType.Text))}'"
        );
        return $"read_csv({paths}, {settings}, columns = {{{string.Join(", ", typed)}}})";
    }

    // Both read the whole file, so they read it side by side.
    private static async Task<(Finding? Problem, bool HasMixedLineEnds)> ReadAsync(
        CheckId id,
        ArtifactFile file,
        SourceFormat format,
        FieldScan fields,
        int count,
        CancellationToken cancel
    )
    {
        var shapes = Task.Run(() => fields.Read(file.Location, cancel), cancel);
        try
        {
            return (TextPreflight.Whole(id, file, format.Delimiter(), count, out var hasMixedLineEnds, cancel), hasMixedLineEnds);
        }
        finally
        {
            await shapes.ConfigureAwait(false);
        }
    }

    // Nothing is left to be detected: what is detected from a sample can change a verdict.
    private static string Settings(SourceFormat format, string quote, bool header, int longest = TextCaps.Row) =>
        $"auto_detect = false, header = {(header ? "true" : "false")}, delim = {DuckDbSql.Text(format.Delimiter().ToString())}, quote = "
        + $"'{quote}', escape = '{quote}', "
        + $"nullstr = '', strict_mode = true, max_line_size = {Sql.Number(longest)}, buffer_size = {Sql.Number(2L * longest)}";
}
