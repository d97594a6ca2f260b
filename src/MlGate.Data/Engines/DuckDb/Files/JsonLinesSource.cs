using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>JSON lines: one object per line; the keys of all lines, in the order of their first appearance, are the columns.</summary>
internal static class JsonLinesSource
{
    public static async Task<Result<DataSource>> OpenAsync(
        DuckDbEngine engine,
        CheckId id,
        IReadOnlyList<ArtifactFile> files,
        CancellationToken cancel
    )
    {
        foreach (var file in files)
        {
            var head = FileHead.Read(file.Location, 64);
            if (TextPreflight.Head(id, file, head) is { } problem)
            {
                return problem;
            }

            if (head.Text.TrimStart((byte)' ').StartsWith("["u8))
            {
                return DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    "one JSON object per line",
                    "a JSON array",
                    "Write one object per line, for example with 'jq -c .[]'",
                    1
                );
            }

            if (TextPreflight.Whole(id, file, null, 1, out _, cancel) is { } fault)
            {
                return fault;
            }

            // The engine takes any JSON value for a row, one without values where it is no object.
            if (JsonLineCheck.FirstNotObject(file.Location, cancel) is { } line)
            {
                return NotAnObject(id, file.Name, line, "a line that is not an object");
            }
        }

        files = [.. files.Select(file => ByteOrderMark.Remove(engine.Folder, file, cancel))];

        var paths = PathsOf(engine, files);
        List<string> names;
        try
        {
            names = await NamesAsync(engine, paths, cancel).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            return FirstFault(id, files, cancel)
                ?? DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    files[0].Name,
                    "one JSON object per line",
                    "content not readable by the engine",
                    "Write the file again"
                );
        }

        if (names.Count > TextCaps.Columns)
        {
            return DataFinding.Create(
                Diagnostics.DataTooLarge,
                id,
                files[0].Name,
                FormattableString.Invariant($"at most {TextCaps.Columns} different keys"),
                "more",
                "Keep only the keys that are used"
            );
        }

        if (Headers.Evaluate(id, files[0].Name, names) is { } header)
        {
            return header;
        }

        var columns = names.Select((name, index) => new SourceColumn(index, name, DuckDbTypes.Json)).ToList();
        var from =
            $"(SELECT "
            + string.Join(", ", columns.Select(column => $"json_extract(json, {DuckDbSql.Text(Pointer(column.Name))}) AS {column.Sql}"))
            + $" FROM {Objects(paths)})";
        return new DataSource
        {
            Dialect = engine.Dialect,
            Format = SourceFormat.JsonLines,
            Files = files,
            Columns = columns,
            Reading = (_, _) => from,
            ReadingFile = file => Objects(PathsOf(engine, [file])),
        };
    }

    private static string PathsOf(DuckDbEngine engine, IReadOnlyList<ArtifactFile> files) =>
        DuckDbSql.List(files.Select(file => DuckDbSql.Text(engine.Folder.PathOf(file.Location))));

    /// <summary>The first line that is not one JSON object; null if every line is.</summary>
    public static Finding? FirstFault(CheckId id, IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            if (JsonLineCheck.FirstInvalid(file.Location, cancel) is { } line)
            {
                return NotAnObject(id, file.Name, line, "a line that is not valid JSON, or more than one value");
            }
        }

        return null;
    }

    private static Finding NotAnObject(CheckId id, string file, long line, string found) =>
        DataFinding.Create(
            Diagnostics.DataNotReadable,
            id,
            file,
            "one JSON object per line",
            FormattableString.Invariant($"{found}, in line {line}"),
            "Correct the line: every line is one complete object",
            line,
            1
        );

    private static string Objects(string paths) =>
        $"read_ndjson_objects({paths}, format = 'newline_delimited', maximum_object_size = {Sql.Number(TextCaps.Row)})";

    // JSON Pointer (RFC 6901): unlike a path it needs no quoting but of these two.
    private static string Pointer(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static async Task<List<string>> NamesAsync(DuckDbEngine engine, string paths, CancellationToken cancel)
    {
        var names = new List<string>();
        var sql =
            $"SELECT name FROM (SELECT unnest(keys) AS name, unnest(range(len(keys))) AS place, line FROM (SELECT json_keys(json) AS "
            + $"keys, row_number() OVER () AS line FROM {Objects(paths)})) "
            + $"GROUP BY name ORDER BY min(line), arg_min(place, line), name LIMIT {TextCaps.Columns + 1}";
        await foreach (var row in engine.ReadAsync(sql, cancel).ConfigureAwait(false))
        {
            names.Add(row.Text(0));
        }

        return names;
    }
}
