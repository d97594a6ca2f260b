using System.Text.Json;
using MlGate.Data.Engine;
using MlGate.Predictions;

namespace MlGate.Data.PredictionFiles;

/// <summary>Keeps predictions as Parquet: keys, labels, weights, groups and scores as columns, the rest as its metadata.</summary>
internal static class PredictionsFile
{
    private const int Format = 1;

    /// <summary>Writes predictions; the file is there as a whole or not at all.</summary>
    public static void Write(EngineOptions options, string path, PredictionSet predictions, CancellationToken cancel)
    {
        using var session = EngineSession.Open(options, [], staging: true);
        var columns = Columns(predictions).ToList();
        session.Run($"CREATE TABLE predictions ({string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"))})", cancel);
        using (var appender = session.Connection.CreateAppender("predictions"))
        {
            for (var at = 0; at < predictions.Rows; at++)
            {
                var row = appender.CreateRow();
                row.AppendValue((ulong)(predictions.Keys[at] >> 64)).AppendValue((ulong)predictions.Keys[at]).AppendValue(predictions.Labels[at]);
                _ = predictions.Weights is null ? row : row.AppendValue(predictions.Weights[at]);
                _ = predictions.Groups is null ? row : row.AppendValue(predictions.Groups[at]);
                foreach (var scores in Models(predictions))
                {
                    for (var score = 0; score < scores.Columns; score++)
                    {
                        row.AppendValue(scores.Values[(at * scores.Columns) + score]);
                    }
                }

                row.EndRow();
            }
        }

        var made = Path.Combine(session.Folder, "predictions.parquet");
        session.Run($"COPY predictions TO {Sql.Text(made)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{mlgate: {Sql.Text(JsonSerializer.Serialize(Head.Of(predictions)))}}})", cancel);
        MoveInto(made, path);
    }

    /// <summary>Reads predictions back.</summary>
    /// <exception cref="InvalidDataException">The file holds no predictions of this format.</exception>
    public static PredictionSet Read(EngineOptions options, string path, CancellationToken cancel)
    {
        using var session = EngineSession.Open(options, [path]);
        try
        {
            var text = session.Row($"SELECT decode(value) FROM parquet_kv_metadata({Sql.Text(path)}) WHERE decode(key) = 'mlgate'", cancel);
            var head = text is [string json] ? JsonSerializer.Deserialize<Head>(json) : null;
            return head is { Format: Format } ? Read(session, path, head, cancel) : throw new InvalidDataException("The file holds no predictions of this format.");
        }
        catch (Exception exception) when (exception is DuckDB.NET.Data.DuckDBException or JsonException)
        {
            throw new InvalidDataException("The file holds no predictions of this format.", exception);
        }
    }

    private static PredictionSet Read(EngineSession session, string path, Head head, CancellationToken cancel)
    {
        var (keys, labels, weights, groups) = (new UInt128[head.Rows], new double[head.Rows], new double[head.Weighted ? head.Rows : 0], new int[head.Grouped ? head.Rows : 0]);
        var candidate = new double[head.Rows * head.Candidate.Columns];
        var baseline = new double[head.Rows * (head.Baseline?.Columns ?? 0)];
        var at = 0;
        foreach (var row in session.Rows($"SELECT * FROM read_parquet({Sql.Text(path)})", cancel, streaming: true))
        {
            var field = 2;
            keys[at] = new UInt128((ulong)row.GetValue(0), (ulong)row.GetValue(1));
            labels[at] = row.GetDouble(field++);
            if (head.Weighted)
            {
                weights[at] = row.GetDouble(field++);
            }

            if (head.Grouped)
            {
                groups[at] = row.GetInt32(field++);
            }

            Scores(candidate, head.Candidate.Columns);
            Scores(baseline, head.Baseline?.Columns ?? 0);
            at++;

            void Scores(double[] values, int columns)
            {
                for (var score = 0; score < columns; score++)
                {
                    values[(at * columns) + score] = row.GetDouble(field++);
                }
            }
        }

        return at != head.Rows ? throw new InvalidDataException("The file has another number of rows than it says.") : new PredictionSet
        {
            Keys = keys,
            Classes = head.Classes,
            Labels = labels,
            Weights = head.Weighted ? weights : null,
            Groups = head.Grouped ? groups : null,
            Candidate = new Scores(candidate, head.Candidate.Columns, head.Candidate.Calibrated),
            Baseline = head.Baseline is null ? null : new Scores(baseline, head.Baseline.Columns, head.Baseline.Calibrated),
        };
    }

    private static IEnumerable<(string Name, string Type)> Columns(PredictionSet predictions)
    {
        IEnumerable<(string, string)> columns = [("key_high", "UBIGINT"), ("key_low", "UBIGINT"), ("label", "DOUBLE")];
        columns = predictions.Weights is null ? columns : columns.Append(("weight", "DOUBLE"));
        columns = predictions.Groups is null ? columns : columns.Append(("cluster", "INTEGER"));
        columns = columns.Concat(Enumerable.Range(0, predictions.Candidate.Columns).Select(score => ($"candidate_{score}", "DOUBLE")));
        return columns.Concat(Enumerable.Range(0, predictions.Baseline?.Columns ?? 0).Select(score => ($"baseline_{score}", "DOUBLE")));
    }

    private static Scores[] Models(PredictionSet predictions) => predictions.Baseline is null ? [predictions.Candidate] : [predictions.Candidate, predictions.Baseline];

    // The private folder may be on another disk, where a rename is a copy.
    private static void MoveInto(string made, string path)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var from = File.OpenRead(made))
            using (var to = new FileStream(temporary, FileMode.CreateNew))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private sealed record Head(int Format, int Rows, IReadOnlyList<string> Classes, bool Weighted, bool Grouped, ScoredBy Candidate, ScoredBy? Baseline)
    {
        public static Head Of(PredictionSet predictions) => new(
            PredictionsFile.Format,
            predictions.Rows,
            predictions.Classes,
            predictions.Weights is not null,
            predictions.Groups is not null,
            new ScoredBy(predictions.Candidate.Columns, predictions.Candidate.Calibrated),
            predictions.Baseline is null ? null : new ScoredBy(predictions.Baseline.Columns, predictions.Baseline.Calibrated));
    }

    private sealed record ScoredBy(int Columns, bool Calibrated);
}
