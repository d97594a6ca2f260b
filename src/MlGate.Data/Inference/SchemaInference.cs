using System.Collections;
using System.Globalization;
using MlGate.Data.Caching;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Inference;

/// <summary>Infers from all values of a dataset what its columns are.</summary>
internal sealed class SchemaInference(EngineOptions options)
{
    private const int MostCategories = 200;
    private const int RowsPerCategory = 5;

    // Fewer can stand in order by chance.
    private const int FewestOfCounter = 20;

    private const long SmallBytes = 64 << 20;
    private static readonly ColumnType[] Candidates =
    [
        ColumnType.Boolean,
        ColumnType.Integer,
        ColumnType.Number,
        ColumnType.Date,
        ColumnType.Timestamp,
    ];

    /// <returns>The schema; or findings of 20xx where the data cannot be read.</returns>
    public Result<InferredDataset> Infer(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        try
        {
            return InSession(files, cancel);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var name = files.Count == 0 ? "data" : files[0].Name;
            return DataFinding.Create(
                FileFailure.DiagnosticOf(exception),
                name,
                name,
                "a readable file, and a temporary folder with space for the engine",
                FileFailure.Describe(exception),
                FileFailure.Fix
            );
        }
    }

    private Result<InferredDataset> InSession(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        var id = files.Count == 0 ? "data" : files[0].Name;
        using var session = EngineSession.Open(options, files.Select(file => file.Location));
        var opened = SourceOpener.Open(session, id, files, MissingMarks.None, cancel);
        if (opened.Value is not { } source)
        {
            return Result.Failed<InferredDataset>(opened.Problems);
        }

        try
        {
            var marks = MarkSearch.Find(session, source, cancel);
            source =
                marks.Count == 0
                    ? source
                    : SourceOpener.Open(session, id, files, new MissingMarks { Default = marks }, cancel).Value ?? source;
            return Infer(session, id, source, marks, cancel);
        }
        catch (DuckDB.NET.Data.DuckDBException exception)
        {
            return EngineFailure.Explain(session, id, source, exception, cancel);
        }
    }

    private static Result<InferredDataset> Infer(
        EngineSession session,
        CheckId id,
        DataSource source,
        IReadOnlyList<string> marks,
        CancellationToken cancel
    )
    {
        var stacked = source.Columns.Select(column => StackedColumn.From(column, null)).ToList();
        var scan = StackedScan.Over(session, source, stacked, asStored: true, cancel);
        var isSmall = source.Size <= SmallBytes;
        var query = new AggregateQuery();
        var figures = scan is null
            ? source.Columns.Select(column => Ask(query, column, column, isSmall, isSmall)).ToList()
            : [.. stacked.Zip(source.Columns, (own, column) => Ask(own.Query, column, own.Column.Column, isSmall, sorts: true))];
        if (scan is null)
        {
            query.Fill(session.Row($"SELECT {query.Select} FROM {source.From}", cancel));
        }
        else
        {
            scan.Fill(stacked);
        }

        var count = figures[0].Query.IsFilled ? figures[0].Query.Count(figures[0].Rows) : 0;
        if (count == 0)
        {
            return DataFinding.Create(
                Diagnostics.DataEmpty,
                id,
                source.Files[0].Name,
                "at least one row",
                "a header without rows",
                "Write the data again, or check the path"
            );
        }

        var domains = scan is null ? null : Domains(scan, stacked, figures);
        var columns = figures.ConvertAll(figure =>
            Read(figure, count, () =>
                domains?.GetValueOrDefault(figure.Column.Index, [])
                ?? Values(session, source, figure.Column, figure.Query.Count(figure.Distinct), cancel)
            )
        );
        return new InferredDataset(count, RoleGuess.Assign(columns)) { MissingMarks = marks };
    }

    /// <param name="query">What one scan computes.</param>
    /// <param name="of">The column.</param>
    /// <param name="column">The column that stands for it in SQL.</param>
    /// <param name="exact">Count its distinct values exactly?</param>
    /// <param name="sorts">Sort its values for the quantiles?</param>
    private static AskedFigures Ask(AggregateQuery query, SourceColumn of, SourceColumn column, bool exact, bool sorts)
    {
        var text = CastSql.For(column, ColumnType.Text).Text;
        var number = CastSql.For(column, ColumnType.Number).Value;
        return new AskedFigures(
            of,
            query,
            query.Add("count(*)"),
            query.Add($"count({text})"),
            [.. Candidates.Select(type => query.Add($"count({CastSql.For(column, type).Value})"))],
            query.Add(exact ? $"count(DISTINCT {text})" : $"approx_count_distinct({text})"),
            query.Add($"min({number})"),
            query.Add($"max({number})"),
            query.Add($"{(sorts ? "quantile_disc" : "approx_quantile")}({number}, [0.001, 0.01, 0.99, 0.999])"),
            query.Add(IsText(column) ? $"count(*) FILTER (WHERE regexp_full_match({text}, '-?0[0-9]+'))" : "0"),
            query.Add(NestedSql(column)),
            exact
        );
    }

    // The values of every column that may be a category.
    private static Dictionary<int, List<(string Value, long Count)>> Domains(
        StackedScan scan,
        List<StackedColumn> columns,
        List<AskedFigures> figures
    )
    {
        var asked = columns.Where(
            (_, at) => figures[at].Query.Count(figures[at].Distinct) <= 2 * MostCategories && TypeOf(figures[at]) == ColumnType.Category
        );
        var text = columns[0].Column.Column.Sql;
        var values = new Dictionary<int, List<(string Value, long Count)>>();
        foreach (
            var row in scan.Rows(asked, from => $"SELECT n, {text} AS value, count(*) FROM {from} WHERE {text} IS NOT NULL GROUP BY ALL")
        )
        {
            var own = values.GetValueOrDefault(row.GetInt32(0)) ?? (values[row.GetInt32(0)] = []);
            own.Add((row.GetString(1), row.GetInt64(2)));
        }

        return values.Where(column => column.Value.Count <= MostCategories).ToDictionary();
    }

    private static InferredColumn Read(AskedFigures figures, long rows, Func<List<(string Value, long Count)>> domain)
    {
        var query = figures.Query;
        var present = query.Count(figures.Present);
        var distinct = query.Count(figures.Distinct);
        var type = TypeOf(figures);
        List<(string Value, long Count)> values = type == ColumnType.Category ? domain() : [];
        type =
            type == ColumnType.Category && (values.Count == 0 || values.Count * (values.Count <= 2 ? 1 : RowsPerCategory) > present)
                ? ColumnType.Text
                : type;
        var numbers = type is ColumnType.Integer or ColumnType.Number ? NumbersOf(figures) : null;
        var unique = figures.Exact && distinct == present;
        return new InferredColumn
        {
            Name = figures.Column.Name,
            Type = type,
            IsNested = query.Count(figures.Nested) > 0,
            Missing = (double)(rows - present) / rows,
            Present = present,
            Distinct = distinct,
            Unique = unique,
            IsCounter =
                type == ColumnType.Integer
                && present >= FewestOfCounter
                && (figures.Column.Climbs || (unique && numbers!.Max - numbers.Min < 2 * present)),
            Numbers = numbers,
            Domain = type == ColumnType.Category ? [.. values.Select(pair => pair.Value).Order(StringComparer.Ordinal)] : [],
            RarestCount = type == ColumnType.Category ? values.Min(pair => pair.Count) : 0,
            Singles = type == ColumnType.Category ? values.Count(pair => pair.Count == 1) : 0,
        };
    }

    private static ColumnType TypeOf(AskedFigures figures)
    {
        var query = figures.Query;
        var present = query.Count(figures.Present);
        if (present == 0)
        {
            return ColumnType.Text;
        }

        // 01234 is a code whose zero counts: as an integer it would be 1234.
        var padded = query.Count(figures.Padded) > 0;
        var fits = Candidates
            .Where((type, at) => query.Count(figures.Fits[at]) == present && !(padded && type is ColumnType.Integer or ColumnType.Number))
            .ToHashSet();

        // Zeros and ones are two categories; people write true and false where they mean a boolean.
        return fits.Contains(ColumnType.Boolean) && fits.Contains(ColumnType.Integer)
            ? ColumnType.Category
            : Candidates.Where(fits.Contains).Cast<ColumnType?>().FirstOrDefault() ?? ColumnType.Category;
    }

    private static NumberSummary NumbersOf(AskedFigures figures)
    {
        var query = figures.Query;
        var quantiles = ((IEnumerable)query.Raw(figures.Quantiles)!)
            .Cast<object>()
            .Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))
            .ToList();
        return new NumberSummary(
            query.Number(figures.Min)!.Value,
            quantiles[0],
            quantiles[1],
            quantiles[2],
            quantiles[3],
            query.Number(figures.Max)!.Value
        );
    }

    private static List<(string Value, long Count)> Values(
        EngineSession session,
        DataSource source,
        SourceColumn column,
        long distinct,
        CancellationToken cancel
    )
    {
        var values = new List<(string, long)>();
        if (distinct > 2 * MostCategories)
        {
            return values;
        }

        var text = CastSql.For(column, ColumnType.Text).Text;
        foreach (
            var row in session.Rows(
                $"SELECT {text} AS value, count(*) FROM {source.From} WHERE {text} IS NOT NULL GROUP BY 1 LIMIT {MostCategories + 1}",
                cancel
            )
        )
        {
            values.Add((row.GetString(0), row.GetInt64(1)));
        }

        return values.Count <= MostCategories ? values : [];
    }

    private static bool IsText(SourceColumn column) => column.StoredAs == "JSON" || StoredTypes.IsText(column.StoredAs);

    private static string NestedSql(SourceColumn column) =>
        column.StoredAs == "JSON" ? $"count(*) FILTER (WHERE json_type({column.Sql}) IN ('ARRAY', 'OBJECT'))"
        : StoredTypes.IsScalar(column.StoredAs) ? "0"
        : "1";

    private sealed record AskedFigures(
        SourceColumn Column,
        AggregateQuery Query,
        int Rows,
        int Present,
        IReadOnlyList<int> Fits,
        int Distinct,
        int Min,
        int Max,
        int Quantiles,
        int Padded,
        int Nested,
        bool Exact
    );
}
