using System.Globalization;
using DuckDB.NET.Data;
using MlGate.Gates;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>DuckDB's SQL.</summary>
internal sealed class DuckDbDialect : ISqlDialect
{
    public static readonly DuckDbDialect Instance = new();

    private DuckDbDialect() { }

    /// <inheritdoc/>
    public string Engine { get; } = "DuckDB " + typeof(DuckDBConnection).Assembly.GetName().Version;

    /// <inheritdoc/>
    public string Text(string value) => DuckDbSql.Text(value);

    /// <inheritdoc/>
    public string Number(double value) => DuckDbSql.Number(value);

    /// <inheritdoc/>
    public string Single(double value) => DuckDbSql.Single(value);

    /// <inheritdoc/>
    public string Moment(DateTime utc) => DuckDbSql.Moment(utc);

    /// <inheritdoc/>
    public CastValue Cast(SourceColumn column, ColumnType type) => DuckDbCasts.For(column, type);

    /// <inheritdoc/>
    public PlainValue? ReadPlain(SourceColumn column, ColumnType type) => DuckDbCasts.Plain(column, type);

    /// <inheritdoc/>
    public string Null(SourceColumn column, ColumnType type) => "NULL::" + DuckDbCasts.TypeOf(column, type);

    /// <inheritdoc/>
    public string AsDouble(string number) => $"{number}::DOUBLE";

    /// <inheritdoc/>
    public string AsSingle(string number) => $"TRY_CAST({number} AS FLOAT)";

    /// <inheritdoc/>
    public string AsText(string value) => $"{value}::VARCHAR";

    /// <inheritdoc/>
    public string Unscaled(string text) => $"TRY_CAST(replace({text}, '.', '') AS HUGEINT)";

    /// <inheritdoc/>
    public string WholeText(string value) => $"TRY_CAST({value} AS HUGEINT)::VARCHAR";

    /// <inheritdoc/>
    public string ContentText(SourceColumn column) =>
        column.Stored.Family == StoredFamily.Bytes
            ? $"md5({column.Sql})"
            : $"CASE WHEN {column.Sql} IS NOT NULL THEN to_json({column.Sql})::VARCHAR END";

    /// <inheritdoc/>
    public string NumberText(string text, FieldShapes shapes, bool leadingZeros, bool single) =>
        DuckDbNumberText.From(text, shapes, leadingZeros, single);

    /// <inheritdoc/>
    public string NumberText(string number, bool single) => DuckDbNumberText.OfStored(number, single);

    /// <inheritdoc/>
    public string Matches(string text, string pattern) => $"regexp_full_match({text}, {Text(pattern)})";

    /// <inheritdoc/>
    public string? IsOneOf(SourceColumn column, IReadOnlyList<string> texts)
    {
        var literals = texts.Select(Text);
        var numbers = texts
            .Select(MarkedNumber)
            .OfType<double>()
            .Where(double.IsFinite)
            .Select(number => column.Stored.Family == StoredFamily.Single ? Single(number) : Number(number))
            .ToList();
        string?[] conditions = column.Stored switch
        {
            { Family: StoredFamily.Json } =>
            [
                Sql.In($"({column.Sql} ->> '$')", literals),
                numbers.Count == 0 ? null : Sql.In($"TRY_CAST({column.Sql} ->> '$' AS DOUBLE)", numbers),
            ],
            { IsText: true } => [Sql.In(column.Sql, literals)],
            { IsNumber: true } =>
            [
                numbers.Count == 0 ? null
                : column.Stored.Family == StoredFamily.Single ? Sql.In(column.Sql, numbers)
                : Sql.In(AsDouble(column.Sql), numbers),
                column.Stored.Family is StoredFamily.Single or StoredFamily.Double && texts.Any(text => MarkedNumber(text) is double.NaN)
                    ? $"isnan({column.Sql})"
                    : null,
            ],
            { IsNested: false } => [Sql.In(AsText(column.Sql), literals)],
            _ => [],
        };
        var used = conditions.OfType<string>().ToList();
        return used.Count == 0 ? null : string.Join(" OR ", used);
    }

    /// <inheritdoc/>
    public string Length(string text) => $"length({text})";

    /// <inheritdoc/>
    public string CountIf(string condition) => $"count_if({condition})";

    /// <inheritdoc/>
    public string CountDistinct(IReadOnlyList<string> values, string condition) =>
        $"count(DISTINCT ({string.Join(", ", values)})) FILTER (WHERE {condition})";

    /// <inheritdoc/>
    public string EstimateDistinct(string value) => $"approx_count_distinct({value})";

    /// <inheritdoc/>
    public string SumOfWhole(string number) => $"sum(TRY_CAST({number} AS BIGINT))";

    /// <inheritdoc/>
    public string Quantiles(string number, IReadOnlyList<double> shares, QuantileMethod method)
    {
        var (function, literal) = method switch
        {
            QuantileMethod.Interpolated => ("quantile_cont", Number),
            QuantileMethod.OneOfValues => ("quantile_disc", Number),
            _ => ("approx_quantile", (Func<double, string>)Single),
        };
        return $"{function}({number}, {DuckDbSql.List(shares.Select(literal))})";
    }

    /// <inheritdoc/>
    public string Histogram(string number, IReadOnlyList<double> edges) => $"histogram({number}, {DuckDbSql.List(edges.Select(Number))})";

    /// <inheritdoc/>
    public string Frequencies(string text) => $"histogram({text})";

    /// <inheritdoc/>
    public string FrequenciesOf(string text, IEnumerable<string> values) =>
        $"histogram_exact({text}, {DuckDbSql.List(values.Order(StringComparer.Ordinal).Select(Text))})";

    /// <inheritdoc/>
    // The length before each value: no two lists of values give one text. A missing value has no length.
    public string RowHash(IEnumerable<string> texts) =>
        $"md5_number(concat({string.Join(", ", texts.Select(text => $"strlen({text}), ':', {text}"))}))";

    /// <inheritdoc/>
    public string RowNumber => "row_number() OVER ()";

    private static double? MarkedNumber(string mark) =>
        mark.Equals("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN
        : double.TryParse(mark, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
