using DuckDB.NET.Data;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Sources;

namespace MlGate.Data.Rules;

/// <summary>Why a rule cannot be computed on some rows: an overflow, a cast that fails.</summary>
internal static class RuleFailures
{
    /// <summary>The engine's reason on the first of these rows; null if it has none.</summary>
    public static string? Reason(EngineSession session, DataSource source, RowConstraint rule, string uncomputed, CancellationToken cancel)
    {
        var numbered = TypedColumn.Relation(source, rule.Uses, "row_number() OVER () AS row");
        try
        {
            session.Run($"SELECT {rule.Predicate} FROM (SELECT * FROM {numbered} WHERE {uncomputed} ORDER BY row LIMIT 1)", cancel);
            return null;
        }
        catch (DuckDBException exception)
        {
            return EngineReason.OfRow(exception, rule.Uses);
        }
    }
}
