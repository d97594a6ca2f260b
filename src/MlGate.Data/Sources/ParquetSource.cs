using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>Parquet: columns have types of their own.</summary>
internal static class ParquetSource
{
    public static Result<DataSource> Open(EngineSession session, CheckId id, IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
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
                own = Describe(session, file, cancel);
            }
            catch (DuckDBException)
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
            Format = SourceFormat.Parquet,
            Files = files,
            Columns = columns,
            Reading = (_, _) => $"{Reader(session, files)} AS source({names})",
            ReadingFile = file => Reader(session, [file]),
        };
    }

    private static string Reader(EngineSession session, IReadOnlyList<ArtifactFile> files) =>
        $"read_parquet({Sql.List(files.Select(file => Sql.Text(session.PathOf(file.Location))))}, hive_partitioning = false)";

    /// <summary>The first file whose content cannot be read; null if all can be.</summary>
    public static Finding? FirstFault(EngineSession session, CheckId id, DataSource source, CancellationToken cancel)
    {
        foreach (var file in source.Files)
        {
            try
            {
                // A hash needs every value: a count could be answered by the file's own statistics.
                var hashes = source.Columns.Select(column => $"bit_xor(hash({column.Sql}))");
                var names = source.Columns.Select(column => column.Sql);
                session.Run(
                    $"SELECT {string.Join(", ", hashes)} FROM {Reader(session, [file])} AS source({string.Join(", ", names)})",
                    cancel
                );
            }
            catch (DuckDBException)
            {
                return Damaged(id, file);
            }
        }

        return null;
    }

    private static Finding Damaged(CheckId id, ArtifactFile file) =>
        DataFinding.Create(Diagnostics.DataNotReadable, id, file.Name, "a Parquet file", "a damaged Parquet file", "Write the file again");

    // The engine renames columns that differ in case only; the file's own schema has the true names: the children of its root.
    private static List<SourceColumn> Describe(EngineSession session, ArtifactFile file, CancellationToken cancel)
    {
        var path = Sql.Text(session.PathOf(file.Location));
        var types = new List<string>();
        foreach (var row in session.Rows($"DESCRIBE SELECT * FROM read_parquet({path}, hive_partitioning = false)", cancel))
        {
            types.Add(row.GetString(1));
        }

        var schema = new List<(string Name, long Children)>();
        foreach (var row in session.Rows($"SELECT name, coalesce(num_children, 0)::BIGINT FROM parquet_schema({path})", cancel))
        {
            schema.Add((row.GetString(0), row.GetInt64(1)));
        }

        var names = new List<string>();
        for (var at = 1; at < schema.Count; at = SkipOver(schema, at))
        {
            names.Add(schema[at].Name);
        }

        return [.. types.Select((type, index) => new SourceColumn(index, names[index], type) { HasOwnType = true })];
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
