namespace MlGate.Data.Engines.DuckDb;

/// <summary>
/// SQL of one text per number: <c>7</c>, <c>7.0</c> and <c>7e0</c> give <c>7</c>. Integers of any length keep all their digits.
/// </summary>
internal static class DuckDbNumberText
{
    private const string PlainInteger = "-?(0|[1-9][0-9]*)";
    private const string PlainNumber = "-?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    /// <summary>A text that is written like a number, in one form; any other text as it is.</summary>
    /// <param name="text">SQL of the text.</param>
    /// <param name="shapes">How all of them are written, where that is known.</param>
    /// <param name="leadingZeros">Is <c>007</c> a number? Without a declared type it is a code.</param>
    /// <param name="single">Compare in single precision, because one side stores no more.</param>
    public static string From(string text, FieldShapes shapes, bool leadingZeros, bool single)
    {
        var number = OfStored($"TRY_CAST({text} AS {(single ? "FLOAT" : "DOUBLE")})", single);
        var integer = single ? number : $"coalesce(TRY_CAST({text} AS HUGEINT)::VARCHAR, {text})";
        return (shapes & ~(FieldShapes.Integer | FieldShapes.Number)) switch
        {
            _ when shapes == FieldShapes.Integer && !single => leadingZeros
                ? $"TRY_CAST({text} AS BIGINT)::VARCHAR"
                : $"CASE WHEN {text} = '-0' THEN '0' ELSE {text} END",
            FieldShapes.None when leadingZeros => $"CASE WHEN contains({text}, '.') THEN {number} ELSE {integer} END",
            FieldShapes.None =>
                $"CASE WHEN regexp_matches({text}, '^-?0[0-9]') THEN {text} WHEN contains({text}, '.') THEN {number} ELSE {integer} END",
            _ => $"CASE WHEN regexp_full_match({text}, '{(leadingZeros ? ValuePatterns.Integer : PlainInteger)}') THEN {integer} "
                + $"WHEN regexp_full_match({text}, '{(leadingZeros ? ValuePatterns.Number : PlainNumber)}') THEN {number} ELSE {text} END",
        };
    }

    /// <summary>A stored number in the same form; NaN is missing.</summary>
    public static string OfStored(string number, bool single)
    {
        var value = single ? $"({number})::FLOAT" : $"({number})::DOUBLE";
        return $"CASE WHEN {value} = trunc({value}) AND abs({value}) < 1e18 THEN ({value})::BIGINT::VARCHAR "
            + $"WHEN {value} = trunc({value}) AND abs({value}) < 1e38 THEN ({value})::HUGEINT::VARCHAR WHEN NOT isnan({value}) THEN "
            + $"({value})::VARCHAR END";
    }
}
