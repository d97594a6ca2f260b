using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>The counts of one check.</summary>
internal sealed class ConstraintCount(AggregateQuery query, RowConstraint check)
{
    private readonly int asked = query.Add(
        check.Kept ?? (check.Remaining is null ? query.Dialect.CountIf(check.Breaks) : $"count({check.Remaining})")
    );
    private readonly int judged = query.Add(check.Judged is null ? "count(*)" : $"count({check.Judged})");

    public RowConstraint Constraint => check;

    public Violations Read(AggregateQuery filled) => new(Broken(filled), filled.Count(judged), []);

    private long Broken(AggregateQuery filled) =>
        check.Kept is not null ? filled.Count(judged) - filled.Counts(asked).Where(value => value.Key.Length > 0).Sum(value => value.Value)
        : check.Remaining is not null ? filled.Count(judged) - filled.Count(asked)
        : filled.Count(asked);
}
