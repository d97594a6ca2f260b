using MlGate.Gates;

namespace MlGate.Data.Engines;

/// <summary>
/// How an engine writes what is asked of data. All else that is sent is SQL which DuckDB, PostgreSQL and ClickHouse read alike:
/// <c>SELECT</c>, <c>WHERE</c>, <c>GROUP BY</c>, <c>HAVING</c>, <c>ORDER BY</c> with texts by code point, <c>LIMIT</c>, sub-queries,
/// <c>UNION ALL</c>, <c>CASE</c>, <c>coalesce</c>, <c>abs</c>, <c>lower</c>, <c>count</c>, <c>sum</c>, <c>min</c>, <c>max</c>,
/// <c>count(DISTINCT x)</c>.
/// </summary>
/// <remarks>Every text from data or from a gate file comes into a query through <see cref="Text"/>.</remarks>
internal interface ISqlDialect
{
    /// <summary>Name and version, part of a profile's cache key.</summary>
    string Engine { get; }

    // Literals.

    string Text(string value);

    /// <summary>All digits of a double.</summary>
    string Number(double value);

    /// <summary>The nearest number of single precision; infinite beyond its range.</summary>
    string Single(double value);

    string Moment(DateTime utc);

    // Values.

    /// <summary>SQL of a column's text and of its value under a type: strictly, NULL for what is not of the type.</summary>
    CastValue Cast(SourceColumn column, ColumnType type);

    /// <summary>
    /// The type that a source can be read as at once, and SQL of the value from there, where no field can fail; null elsewhere.
    /// </summary>
    PlainValue? ReadPlain(SourceColumn column, ColumnType type);

    /// <summary>NULL of the type that <see cref="Cast"/> gives a column's value.</summary>
    string Null(SourceColumn column, ColumnType type);

    /// <summary>A double from a value of any type of numbers, or from the text of one.</summary>
    string AsDouble(string number);

    /// <summary>The nearest number of single precision; NULL beyond its range.</summary>
    string AsSingle(string number);

    /// <summary>A text from a value of any type.</summary>
    string AsText(string value);

    /// <summary>The digits of a decimal's text as one integer of up to 38 digits, without its point.</summary>
    string Unscaled(string text);

    /// <summary>The integer of up to 38 digits that a value is or is written as, as text; NULL for another.</summary>
    string WholeText(string value);

    /// <summary>One text of the whole content of a list, a struct, a map or bytes; equal contents give equal texts.</summary>
    string ContentText(SourceColumn column);

    /// <summary>One text per number: <c>7</c>, <c>7.0</c> and <c>7e0</c> give <c>7</c>. The same in every engine.</summary>
    /// <param name="text">Text that may be a number; any other stays as it is.</param>
    /// <param name="shapes">How all of them are written, where that is known.</param>
    /// <param name="leadingZeros">Is <c>007</c> a number? Without a declared type it is a code.</param>
    /// <param name="single">Compare in single precision, because one side stores no more.</param>
    string NumberText(string text, FieldShapes shapes, bool leadingZeros, bool single);

    /// <summary>The same text of a stored number; NaN is missing.</summary>
    string NumberText(string number, bool single);

    // Conditions: true, false, or NULL for a missing value.

    /// <summary>Does a text match a pattern of RE2 as a whole?</summary>
    string Matches(string text, string pattern);

    /// <summary>Is a stored value one of some texts, as a number where it is one? Null where its type can hold none of them.</summary>
    string? IsOneOf(SourceColumn column, IReadOnlyList<string> texts);

    /// <summary>A text's characters.</summary>
    string Length(string text);

    // Aggregates. None of them depends on the order of the rows or on the number of threads.

    string CountIf(string condition);

    /// <summary>How many combinations of values there are, among rows for which a condition holds; exact.</summary>
    string CountDistinct(IReadOnlyList<string> values, string condition);

    /// <summary>About how many distinct values there are.</summary>
    string EstimateDistinct(string value);

    /// <summary>The exact sum of numbers that are rounded to whole ones; those beyond 64 bits are left out.</summary>
    string SumOfWhole(string number);

    /// <summary>A list of quantiles.</summary>
    string Quantiles(string number, IReadOnlyList<double> shares, QuantileMethod method);

    /// <summary>
    /// Counts per upper edge of doubles at or below it and above the edge before; what is beyond the last is under another key.
    /// </summary>
    string Histogram(string number, IReadOnlyList<double> edges);

    /// <summary>Counts per text.</summary>
    string Frequencies(string text);

    /// <summary>Counts of given texts; all others together under the empty text.</summary>
    string FrequenciesOf(string text, IEnumerable<string> values);

    // Rows.

    /// <summary>128 bits of texts, which are NULL for missing values; equal lists give equal hashes, in every engine.</summary>
    string RowHash(IEnumerable<string> texts);

    /// <summary>
    /// The number of a row in the order of its source, from 1; null where the engine keeps no order: then no row is named.
    /// </summary>
    string? RowNumber { get; }
}

/// <summary>A column's text and its value under a type.</summary>
/// <param name="Text">SQL of the present value as text; NULL where it is missing.</param>
/// <param name="Value">SQL of the value; NULL where it is missing or not of the type.</param>
internal sealed record CastValue(string Text, string Value);

/// <summary>A column that is read as values of a type.</summary>
/// <param name="ReadAs">The type.</param>
/// <param name="Value">SQL of the value.</param>
internal sealed record PlainValue(ColumnType ReadAs, string Value);

/// <summary>What a quantile is where it lies between two values.</summary>
internal enum QuantileMethod
{
    /// <summary>On the line between them.</summary>
    Interpolated,

    /// <summary>One of them.</summary>
    OneOfValues,

    /// <summary>Near one of them, from a sketch.</summary>
    Estimated,
}
