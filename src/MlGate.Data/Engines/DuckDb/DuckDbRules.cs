using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>Rules are written in DuckDB's SQL: it parses them itself, and writes the tree anew.</summary>
internal sealed class DuckDbRules(ISqlEngine engine) : IRuleLanguage
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 4_096 };

    /// <inheritdoc/>
    public async Task<JsonObject> ParseAsync(string statement, CancellationToken cancel) =>
        JsonNode
            .Parse(
                await TextAsync($"SELECT json_serialize_sql({DuckDbSql.Text(statement)})::VARCHAR", cancel).ConfigureAwait(false),
                documentOptions: Deep
            )!
            .AsObject();

    /// <inheritdoc/>
    public async Task<string> WriteAsync(JsonObject tree, CancellationToken cancel)
    {
        var query = $"SELECT json_deserialize_sql({DuckDbSql.Text(tree.ToJsonString())}::JSON)";
        return (await TextAsync(query, cancel).ConfigureAwait(false))["SELECT ".Length..^" FROM t".Length];
    }

    /// <inheritdoc/>
    public async Task<bool> IsBooleanAsync(string predicate, string columns, CancellationToken cancel) =>
        (await engine.FirstAsync($"DESCRIBE SELECT {predicate} AS rule FROM {columns}", cancel).ConfigureAwait(false))[1] is "BOOLEAN";

    /// <inheritdoc/>
    public string Answer(string predicate) => $"TRY(coalesce(({predicate})::TINYINT, 2))";

    private async Task<string> TextAsync(string query, CancellationToken cancel) =>
        (string)(await engine.FirstAsync(query, cancel).ConfigureAwait(false))[0]!;
}
