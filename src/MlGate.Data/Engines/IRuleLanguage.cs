using System.Text.Json.Nodes;

namespace MlGate.Data.Engines;

/// <summary>
/// How an engine understands rules: expressions of SQL over one row, as the gate file documents them. Nothing of a rule's text reaches a
/// query: it is written anew from the tree.
/// </summary>
internal interface IRuleLanguage
{
    /// <summary>The parse tree of <c>SELECT … FROM t</c> as DuckDB writes it in JSON, whose nodes an allow-list knows.</summary>
    Task<JsonObject> ParseAsync(string statement, CancellationToken cancel);

    /// <summary>The expression of a tree, in the engine's dialect.</summary>
    Task<string> WriteAsync(JsonObject tree, CancellationToken cancel);

    /// <summary>Is the expression a boolean one? Columns without rows are enough to tell.</summary>
    /// <param name="predicate">The expression.</param>
    /// <param name="columns">A table expression of the columns that it uses, with one row of NULL.</param>
    /// <param name="cancel">Stops it.</param>
    Task<bool> IsBooleanAsync(string predicate, string columns, CancellationToken cancel);

    /// <summary>
    /// SQL that is 1 where a predicate holds, 0 where it does not, 2 where it is unknown because a value is missing, and NULL where it
    /// cannot be computed.
    /// </summary>
    string Answer(string predicate);
}
