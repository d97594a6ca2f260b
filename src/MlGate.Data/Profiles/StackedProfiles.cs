using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>The profiles of all columns of a wide table, and of its checks those that the same scan settles.</summary>
/// <param name="Rows">Data rows.</param>
/// <param name="Columns">In the data's order.</param>
/// <param name="Counted">Checks that are settled.</param>
/// <param name="Open">The other checks of one column.</param>
internal sealed record StackedProfiles(
    long Rows,
    IReadOnlyList<ColumnProfile> Columns,
    IReadOnlyList<(RowConstraint Constraint, Violations Violations)> Counted,
    IReadOnlyList<RowConstraint> Open
)
{
    /// <summary>Computes them; null for a table that is not wide, that is too large, or that only the engine can read.</summary>
    public static async Task<StackedProfiles?> FromAsync(
        ISqlEngine engine,
        DataSource source,
        IReadOnlyList<TypedColumn> columns,
        Sample sample,
        bool exact,
        IReadOnlyList<ColumnQuery> checks,
        CancellationToken cancel
    )
    {
        if (source.Wide is not { HasSmallParts: true })
        {
            return null;
        }

        var ofColumn = checks.ToLookup(check => check.Column.Column.Index);
        var asked = columns.Select(column => new Asked(column, sample, exact, ofColumn[column.Column.Index])).ToList();
        if (StackedScan.Over(engine, source, asked.ConvertAll(column => column.Stacked), asStored: false, cancel) is not { } scan)
        {
            return null;
        }

        await scan.FillAsync(asked.Select(column => column.Stacked)).ConfigureAwait(false);
        if (!asked[0].Stacked.Query.IsFilled)
        {
            return new StackedProfiles(0, [], [], []);
        }

        var again = await UnfinishedAsync(asked).ConfigureAwait(false);
        while (again.Count > 0)
        {
            await scan.FillAsync(again.Select(column => column.Stacked)).ConfigureAwait(false);
            again = await UnfinishedAsync(again).ConfigureAwait(false);
        }

        var profiles = new List<ColumnProfile>();
        foreach (var column in asked)
        {
            profiles.Add(await column.ProfileAsync(engine, source, cancel).ConfigureAwait(false));
        }

        var byIndex = asked.Zip(profiles).ToDictionary(pair => pair.First.Stacked.Index);
        var counted = new List<(RowConstraint Constraint, Violations Violations)>();
        var open = new List<RowConstraint>();
        foreach (var check in checks)
        {
            var (column, profile) = byIndex[check.Column.Column.Index];
            if (column.Settled(check.Constraint, profile) is { } violations)
            {
                counted.Add((check.Constraint, violations));
            }
            else
            {
                open.Add(check.Constraint);
            }
        }

        return new StackedProfiles(profiles[0].Present + profiles[0].Missing, profiles, counted, open);
    }

    private static async Task<List<Asked>> UnfinishedAsync(List<Asked> columns)
    {
        var unfinished = new List<Asked>();
        foreach (var column in columns)
        {
            if (await column.IsUnfinishedAsync().ConfigureAwait(false))
            {
                unfinished.Add(column);
            }
        }

        return unfinished;
    }

    /// <summary>What is asked of one column.</summary>
    private sealed class Asked
    {
        private readonly TypedColumn column;
        private readonly AggregateQuery first;
        private readonly ColumnStatistics statistics;
        private readonly int values;

        // Only checks that are the same SQL for all columns: others would have to be asked column by column.
        private readonly List<ConstraintCount> checks;
        private NumericStatistics? numbers;
        private NumberProfile? moments;

        public Asked(TypedColumn column, Sample sample, bool exact, IEnumerable<ColumnQuery> asked)
        {
            this.column = column;
            Stacked = StackedColumn.From(column.Dialect, column.Column, column.Declared);
            first = Stacked.Query;
            statistics = new ColumnStatistics(first, Stacked.Column, sample.As(column, Stacked.Column), exact, stacked: true);
            values = first.Add($"count({Stacked.Column.V})");
            checks =
            [
                .. asked
                    .Where(check => check.Query is Gates.NotOfType or Gates.MissingValues)
                    .Select(check => new ConstraintCount(first, ColumnChecks.For(check.Query, Stacked.Column)!)),
            ];
            numbers = statistics.Numbers;
            Stacked.Values = numbers?.Values;
        }

        public StackedColumn Stacked { get; }

        /// <summary>Must more be asked? Then the column asks for it.</summary>
        public async Task<bool> IsUnfinishedAsync()
        {
            if (numbers is null)
            {
                return false;
            }

            var answers = Stacked.Query;
            (moments, var isUnfinished) = await numbers.ReadAsync(answers).ConfigureAwait(false);
            if (!isUnfinished)
            {
                return false;
            }

            Stacked.Query = new AggregateQuery(column.Dialect);
            numbers = numbers.Again(Stacked.Query);
            Stacked.Values = numbers.Values;
            return true;
        }

        public Task<ColumnProfile> ProfileAsync(ISqlEngine engine, DataSource source, CancellationToken cancel) =>
            statistics.ReadAsync(first, moments, _ =>
                new CategoryStatistics(new AggregateQuery(column.Dialect), column, [], exact: true).GroupAsync(engine, source, cancel)
            );

        /// <summary>What the scan says of a check; null if it must be counted.</summary>
        public Violations? Settled(RowConstraint check, ColumnProfile profile) =>
            checks.Find(counted => counted.Constraint.Id == check.Id)?.Read(first)
            ?? (IsKept(check, profile) ? new Violations(0, first.Count(values), []) : null);

        private bool IsKept(RowConstraint check, ColumnProfile profile) =>
            profile.Present == 0 || check.Declared?.IsKeptBy(profile, column.Type) == true;
    }
}
