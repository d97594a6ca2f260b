using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>Parquet: columns have types of their own.</summary>
internal static class ParquetSource
{
    public static async Task<Result<DataSource>> OpenAsync(
        DuckDbEngine engine,
        CheckId id,
        IReadOnlyList<ArtifactFile> files,
        CancellationToken cancel
    )
    {
        List<SourceColumn>? columns = null;
        foreach (var file in files)
        {
            if (!FileHead.Read(file.Location, 4).IsParquet)
            {
                return DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    "a Parquet file",
                    "something else",
                    "Correct the file extension, or write the file again"
                );
            }

            List<SourceColumn> own;
            try
            {
                own = await DescribeAsync(engine, file, cancel).ConfigureAwait(false);
            }
            catch (EngineException)
            {
                return Damaged(id, file);
            }

            columns ??= own;
            if (!columns.SequenceEqual(own))
            {
                return DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    $"the columns and types of {files[0].Name}",
                    "others",
                    "Give all files of a dataset the same columns in the same order"
                );
            }
        }

        if (columns!.Count > TextCaps.Columns)
        {
            return DataFinding.Create(
                Diagnostics.DataTooLarge,
                id,
                files[0].Name,
                FormattableString.Invariant($"at most {TextCaps.Columns} columns"),
                FormattableString.Invariant($"{columns.Count} columns"),
                "Keep only the columns that are used"
            );
        }

        if (Headers.Evaluate(id, files[0].Name, [.. columns.Select(column => column.Name)]) is { } problem)
        {
            return problem;
        }

        var names = string.Join(", ", columns.Select(column => column.Sql));
        return new DataSource
        {
            Dialect = engine.Dialect,
            Format = SourceFormat.Parquet,
            Files = files,
            Columns = columns,
            Reading = (_, _) => $"{Reader(engine, files)} AS source({names})",
            ReadingFile = file => Reader(engine, [file]),
        };
    }

    private static string Reader(DuckDbEngine engine, IReadOnlyList<ArtifactFile> files)
    {
        var paths = files.Select(file => DuckDbSql.Text(engine.Folder.PathOf(file.Location)));
        return $"read_parquet({DuckDbSql.List(paths)}, hive_partitioning = false)";
    }

    /// <summary>The first file whose content cannot be read; null if all can be.</summary>
    public static async Task<Finding?> FirstFaultAsync(DuckDbEngine engine, CheckId id, DataSource source, CancellationToken cancel)
    {
        foreach (var file in source.Files)
        {
            try
            {
                // A hash needs every value: a count could be answered by the file's own statistics.
                var hashes = source.Columns.Select(column => $"bit_xor(hash({column.Sql}))");
                var names = source.Columns.Select(column => column.Sql);
                var query = $"SELECT {string.Join(", ", hashes)} FROM {Reader(engine, [file])} AS source({string.Join(", ", names)})";
                await engine.RunAsync(query, cancel).ConfigureAwait(false);
            }
            catch (EngineException)
            {
                return Damaged(id, file);
            }
        }

        return null;
    }

    private static Finding Damaged(CheckId id, ArtifactFile file) =>
        DataFinding.Create(Diagnostics.DataNotReadable, id, file.Name, "a Parquet file", "a damaged Parquet file", "Write the file again");

    // The engine renames columns that differ in case only; the file's own schema has the true names: the children of its root.
    private static async Task<List<SourceColumn>> DescribeAsync(DuckDbEngine engine, ArtifactFile file, CancellationToken cancel)
    {
        var path = DuckDbSql.Text(engine.Folder.PathOf(file.Location));
        var types = new List<string>();
        var described = $"DESCRIBE SELECT * FROM read_parquet({path}, hive_partitioning = false)";
        await foreach (var row in engine.ReadAsync(described, cancel).ConfigureAwait(false))
        {
            types.Add(row.Text(1));
        }

        var schema = new List<(string Name, long Children)>();
        var own = $"SELECT name, coalesce(num_children, 0)::BIGINT FROM parquet_schema({path})";
        await foreach (var row in engine.ReadAsync(own, cancel).ConfigureAwait(false))
        {
            schema.Add((row.Text(0), row.Integer(1)));
        }

        var names = new List<string>();
        for (var at = 1; at < schema.Count; at = SkipOver(schema, at))
        {
            names.Add(schema[at].Name);
        }

        return [.. types.Select((type, index) => new SourceColumn(index, names[index], DuckDbTypes.Parse(type)) { HasOwnType = true })];
    }

    private static int SkipOver(List<(string Name, long Children)> schema, int at)
    {
        var next = at + 1;
        for (var child = 0L; child < schema[at].Children; child++)
        {
            next = SkipOver(schema, next);
        }

        return next;
    }
}
