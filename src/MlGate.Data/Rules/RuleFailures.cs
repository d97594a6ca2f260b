using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Data.Rules;

/// <summary>Finds the rules that cannot be computed on some row (an overflow, a cast that fails) after a scan broke.</summary>
internal static class RuleFailures
{
    public static List<Finding> Of(EngineSession session, DataSource source, DatasetGate gate, IReadOnlyList<Check> rules, CancellationToken cancel)
    {
        var failures = new List<Finding>();
        if (rules.Count == 0 || !Runs("SELECT count(*) FROM " + source.From))
        {
            return failures;
        }

        foreach (var rule in rules)
        {
            if (!Runs($"SELECT count(*) FILTER (WHERE {rule.Breaks}) FROM {TypedColumn.Relation(source, rule.Uses)}"))
            {
                failures.Add(RuleCompiler.NotUsable(gate.Rules.First(declared => declared.Expect.Id == rule.Id), "an expression that cannot be computed on some row"));
            }
        }

        return failures;

        bool Runs(string sql)
        {
            try
            {
                session.Run(sql, cancel);
                return true;
            }
            catch (DuckDBException)
            {
                return false;
            }
        }
    }
}
