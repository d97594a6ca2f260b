using MlGate.Data.Engines;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>Infers what the columns of a source are, by one scan of all values.</summary>
internal static class DatasetInference
{
    private const int MostCategories = 200;
    private const int RowsPerCategory = 5;

    // Fewer can stand in order by chance.
    private const int FewestOfCounter = 20;

    private const long SmallBytes = 64 << 20;
    private static readonly double[] Shares = [0.001, 0.01, 0.99, 0.999];
    private static readonly ColumnType[] Candidates =
    [
        ColumnType.Boolean,
        ColumnType.Integer,
        ColumnType.Number,
        ColumnType.Date,
        ColumnType.Timestamp,
    ];

    /// <returns>The schema; or a finding where there is no row.</returns>
    public static async Task<Result<InferredDataset>> InferAsync(
        ISqlEngine engine,
        CheckId id,
        DataSource source,
        IReadOnlyList<string> marks,
        CancellationToken cancel
    )
    {
        var stacked = source.Columns.Select(column => StackedColumn.From(engine.Dialect, column, null)).ToList();
        var scan = StackedScan.Over(engine, source, stacked, asStored: true, cancel);
        var isSmall = source.Size <= SmallBytes;
        var query = new AggregateQuery(engine.Dialect);
        var figures = scan is null
            ? source.Columns.Select(column => Ask(query, column, column, isSmall, isSmall)).ToList()
            : [.. stacked.Zip(source.Columns, (own, column) => Ask(own.Query, column, own.Column.Column, isSmall, sorts: true))];
        if (scan is null)
        {
            query.Fill(await engine.FirstAsync($"SELECT {query.Select} FROM {source.From}", cancel).ConfigureAwait(false));
        }
        else
        {
            await scan.FillAsync(stacked).ConfigureAwait(false);
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

        var domains = scan is null ? null : await DomainsAsync(scan, stacked, figures).ConfigureAwait(false);
        var columns = new List<InferredColumn>();
        foreach (var figure in figures)
        {
            var values =
                TypeOf(figure) != ColumnType.Category ? []
                : domains is null
                    ? await ValuesAsync(engine, source, figure.Column, figure.Query.Count(figure.Distinct), cancel).ConfigureAwait(false)
                : domains.GetValueOrDefault(figure.Column.Index, []);
            columns.Add(Read(figure, count, values));
        }

        return new InferredDataset(count, RoleGuess.Assign(columns)) { MissingMarks = marks };
    }

    /// <param name="query">What one scan computes.</param>
    /// <param name="of">The column.</param>
    /// <param name="column">The column that stands for it in SQL.</param>
    /// <param name="exact">Count its distinct values exactly?</param>
    /// <param name="sorts">Sort its values for the quantiles?</param>
    private static AskedFigures Ask(AggregateQuery query, SourceColumn of, SourceColumn column, bool exact, bool sorts)
    {
        var dialect = query.Dialect;
        var (text, shown) = dialect.Cast(column, ColumnType.Text);
        var number = dialect.Cast(column, ColumnType.Number).Value;
        return new AskedFigures(
            of,
            query,
            query.Add("count(*)"),
            query.Add($"count({text})"),
            [.. Candidates.Select(type => query.Add($"count({dialect.Cast(column, type).Value})"))],
            query.Add(exact ? $"count(DISTINCT {text})" : dialect.EstimateDistinct(text)),
            query.Add($"min({number})"),
            query.Add($"max({number})"),
            query.Add(dialect.Quantiles(number, Shares, sorts ? QuantileMethod.OneOfValues : QuantileMethod.Estimated)),
            IsText(column) ? query.Add(dialect.CountIf(dialect.Matches(text, ValuePatterns.PaddedInteger))) : null,
            query.Add($"count({shown})"),
            exact
        );
    }

    // The values of every column that may be a category.
    private static async Task<Dictionary<int, List<(string Value, long Count)>>> DomainsAsync(
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
        var rows = scan.ReadAsync(asked, from => $"SELECT n, {text}, count(*) FROM {from} WHERE {text} IS NOT NULL GROUP BY n, {text}");
        await foreach (var row in rows.ConfigureAwait(false))
        {
            var column = (int)row.Integer(0);
            var own = values.GetValueOrDefault(column) ?? (values[column] = []);
            own.Add((row.Text(1), row.Integer(2)));
        }

        return values.Where(column => column.Value.Count <= MostCategories).ToDictionary();
    }

    private static InferredColumn Read(AskedFigures figures, long rows, List<(string Value, long Count)> values)
    {
        var query = figures.Query;
        var present = query.Count(figures.Present);
        var distinct = query.Count(figures.Distinct);
        var type = TypeOf(figures);
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
            // What has a text but is no text: a list or an object.
            IsNested = figures.Column.Stored.IsNested || query.Count(figures.Shown) < present,
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
        var padded = figures.Padded is { } at && query.Count(at) > 0;
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
        var quantiles = query.Numbers(figures.Quantiles)!;
        return new NumberSummary(
            query.Number(figures.Min)!.Value,
            quantiles[0],
            quantiles[1],
            quantiles[2],
            quantiles[3],
            query.Number(figures.Max)!.Value
        );
    }

    private static async Task<List<(string Value, long Count)>> ValuesAsync(
        ISqlEngine engine,
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

        var text = engine.Dialect.Cast(column, ColumnType.Text).Text;
        var query = $"SELECT {text}, count(*) FROM {source.From} WHERE {text} IS NOT NULL GROUP BY {text} LIMIT {MostCategories + 1}";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            values.Add((row.Text(0), row.Integer(1)));
        }

        return values.Count <= MostCategories ? values : [];
    }

    private static bool IsText(SourceColumn column) => column.Stored.Family == StoredFamily.Json || column.Stored.IsText;

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
        int? Padded,
        int Shown,
        bool Exact
    );
}
