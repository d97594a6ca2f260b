using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;

namespace MlGate.Data.Rules;

/// <summary>Why a rule cannot be computed on some rows: an overflow, a cast that fails.</summary>
internal static class RuleFailures
{
    /// <summary>The engine's reason on the first of these rows; null if it has none.</summary>
    public static async Task<string?> ReasonAsync(
        ISqlEngine engine,
        DataSource source,
        RowConstraint rule,
        string uncomputed,
        CancellationToken cancel
    )
    {
        // Where rows have no order, any row will do.
        var numbered = TypedColumn.Relation(source, rule.Uses, $"{source.Dialect.RowNumber ?? "1"} AS row");
        var failing = $"(SELECT * FROM {numbered} AS numbered WHERE {uncomputed} ORDER BY row LIMIT 1)";
        try
        {
            await engine.RunAsync($"SELECT {rule.Predicate} FROM {failing} AS failing", cancel).ConfigureAwait(false);
            return null;
        }
        catch (EngineException exception)
        {
            return EngineReason.OfRow(exception, rule.Uses);
        }
    }
}
