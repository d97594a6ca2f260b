using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Rules;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Computes a profile: one scan for almost everything, further ones only for what the first one could not settle.</summary>
internal sealed class ProfileScan(
    ISqlEngine engine,
    DataSource source,
    DatasetSchema schema,
    IReadOnlyList<ViolationQuery> queries,
    CancellationToken cancel
)
{
    // Below it everything is exact: what has to be held is at most the data itself.
    private const long SmallBytes = 16 << 20;

    // A plan grows with its aggregates, and an exact one holds a table of its own; a very wide table is scanned in strips.
    private const int StripColumns = 400;
    private const int ExactStripColumns = 50;

    private readonly IReadOnlyList<TypedColumn> columns = TypedColumn.From(source, schema, queries);

    /// <param name="wantsProfile">False if only the queries are to be answered.</param>
    public async Task<DatasetScan> RunAsync(bool wantsProfile = true)
    {
        var plan = await QueryPlan.FromAsync(engine, columns, schema, queries, cancel).ConfigureAwait(false);
        var exact = source.Size <= SmallBytes;
        var sample =
            wantsProfile || source.Wide is not null ? await Sample.TakeAsync(engine, source, columns, cancel).ConfigureAwait(false) : null;
        var stacked = sample is null
            ? null
            : await StackedProfiles.FromAsync(engine, source, columns, sample, exact, plan.OfColumns, cancel).ConfigureAwait(false);
        var open = stacked?.Open ?? [.. plan.OfColumns.Select(check => check.Constraint)];
        var ofColumn = open.ToLookup(check => check.Uses[0].Column.Index);
        var found = new Found(sample, exact) { Rows = stacked?.Rows ?? 0 };
        found.Columns.AddRange(stacked?.Columns ?? []);
        found.Counted.AddRange(stacked?.Counted ?? []);
        foreach (var strip in columns.Chunk(source.Wide?.WidthOfPart ?? (exact ? ExactStripColumns : StripColumns)))
        {
            // What is asked of whole rows comes with the first columns: most tables are of one strip.
            var own = strip.SelectMany(column => ofColumn[column.Column.Index]);
            var isFirst = stacked is null && ReferenceEquals(strip[0], columns[0]);
            await ScanAsync(
                    found,
                    stacked is null && wantsProfile ? strip : [],
                    isFirst ? own.Concat(plan.OfRows) : own,
                    isFirst ? plan.Keys : []
                )
                .ConfigureAwait(false);
        }

        if (stacked is not null)
        {
            await ScanAsync(found, [], plan.OfRows, plan.Keys).ConfigureAwait(false);
        }

        var violations = found.Violations;
        foreach (var (id, rows) in await WithRowsAsync(found.Counted).ConfigureAwait(false))
        {
            violations[id] = rows;
        }

        violations = await RowPlaces.AddToAsync(violations, engine, source, cancel).ConfigureAwait(false);
        return new DatasetScan
        {
            Profile = new DatasetProfile { Rows = found.Rows, Columns = found.Columns },
            Violations = violations,
            NotUsable = plan.NotUsable,
        };
    }

    private async Task ScanAsync(
        Found found,
        IReadOnlyList<TypedColumn> strip,
        IEnumerable<RowConstraint> checks,
        IReadOnlyList<(string Id, IReadOnlyList<TypedColumn> Columns)> keys
    )
    {
        var query = new AggregateQuery(source.Dialect);
        List<ColumnStatistics> own =
        [
            .. strip.Select(column => new ColumnStatistics(
                query,
                column,
                found.Sample!,
                found.IsExact,
                values: ValuesInMemory.From(source, column)
            )),
        ];
        var unique = keys.Select(key => new KeyStatistics(query, key.Id, key.Columns)).ToList();
        var mine = checks.Select(check => new ConstraintCount(query, check)).ToList();
        if (query.IsEmpty)
        {
            return;
        }

        var all = query.Add("count(*)");
        var uses = strip
            .Concat(mine.SelectMany(check => check.Constraint.Uses))
            .Concat(unique.SelectMany(key => key.Columns))
            .DistinctBy(column => column.Column.Index);
        await FillAsync(query, uses).ConfigureAwait(false);
        found.Rows = query.Count(all);
        found.Columns.AddRange(await ReadAsync(own, query).ConfigureAwait(false));
        found.Counted.AddRange(mine.Select(check => (check.Constraint, check.Read(query))));
        foreach (var key in unique)
        {
            var (id, violations) = await key.ReadAsync(query, engine, source, cancel).ConfigureAwait(false);
            found.Violations[id] = violations;
        }
    }

    private async Task FillAsync(AggregateQuery query, IEnumerable<TypedColumn> uses)
    {
        var all = $"SELECT {query.Select} FROM {TypedColumn.Relation(source, uses)}";
        query.Fill(await engine.FirstAsync(all, cancel).ConfigureAwait(false));
    }

    private async Task<List<ColumnProfile>> ReadAsync(List<ColumnStatistics> statistics, AggregateQuery query)
    {
        var moments = new Dictionary<ColumnStatistics, NumberProfile?>();
        var (asked, answers) = (
            statistics.Where(column => column.Numbers is not null).Select(column => (Column: column, Numbers: column.Numbers!)).ToList(),
            query
        );
        while (asked.Count > 0)
        {
            var next = new AggregateQuery(source.Dialect);
            var again = new List<(ColumnStatistics Column, NumericStatistics Numbers)>();
            foreach (var (column, numbers) in asked)
            {
                (moments[column], var isUnfinished) = await numbers.ReadAsync(answers).ConfigureAwait(false);
                if (isUnfinished)
                {
                    again.Add((column, numbers.Again(next)));
                }
            }

            if (!next.IsEmpty)
            {
                await FillAsync(next, again.Select(pair => pair.Column.Column)).ConfigureAwait(false);
            }

            (asked, answers) = (again, next);
        }

        var profiles = new List<ColumnProfile>();
        foreach (var column in statistics)
        {
            profiles.Add(
                await column
                    .ReadAsync(query, moments.GetValueOrDefault(column), categories => categories.GroupAsync(engine, source, cancel))
                    .ConfigureAwait(false)
            );
        }

        return profiles;
    }

    private async Task<IEnumerable<(string Id, Violations Violations)>> WithRowsAsync(
        List<(RowConstraint Constraint, Violations Violations)> counted
    )
    {
        var broken = counted.Where(check => check.Violations.Count > 0).ToList();
        var first = await OffendingRows
            .FirstAsync(engine, source, [.. broken.Select(check => (check.Constraint, check.Violations.Count))], cancel)
            .ConfigureAwait(false);
        var rows = broken
            .Select((check, at) => (check.Constraint.Id, Rows: first[at]))
            .ToDictionary(pair => pair.Id, pair => pair.Rows, StringComparer.Ordinal);
        var notes = new Dictionary<string, string?>(StringComparer.Ordinal);
        var explained = broken.Select(check => check.Constraint).Where(check => check.Notes.Count > 0);
        foreach (var part in explained.GroupBy(check => check.PartIn(source)))
        {
            await AddNotesAsync(notes, [.. part]).ConfigureAwait(false);
        }

        return counted.Select(check =>
            (
                check.Constraint.Id,
                check.Violations with
                {
                    FirstRows = rows.GetValueOrDefault(check.Constraint.Id) ?? [],
                    Note = notes.GetValueOrDefault(check.Constraint.Id),
                }
            )
        );
    }

    // Only sought where something is broken: patterns over every value of every column would cost more than all the rest.
    private async Task AddNotesAsync(Dictionary<string, string?> notes, IReadOnlyList<RowConstraint> broken)
    {
        var query = new AggregateQuery(source.Dialect);
        var asked = broken
            .SelectMany(check =>
                check.Notes.Select(note =>
                    (check, Note: note, Count: query.Add(source.Dialect.CountIf($"{check.Breaks} AND {note.Condition}")))
                )
            )
            .ToList();
        await FillAsync(query, broken.SelectMany(check => check.Uses).DistinctBy(column => column.Column.Index)).ConfigureAwait(false);
        foreach (var notesOf in asked.GroupBy(note => note.check))
        {
            var said = new List<(long Count, string Words)>();
            foreach (var (check, note, count) in notesOf.Where(note => query.Count(note.Count) > 0))
            {
                said.Add((query.Count(count), await WithReasonAsync(check, note).ConfigureAwait(false)));
            }

            notes[notesOf.Key.Id] = Words(said);
        }
    }

    private async Task<string> WithReasonAsync(RowConstraint check, (string Condition, string Words) note) =>
        check.Predicate is not null
        && await RuleFailures.ReasonAsync(engine, source, check, note.Condition, cancel).ConfigureAwait(false) is { } reason
            ? $"{note.Words}: {reason}"
            : note.Words;

    private static string? Words(IEnumerable<(long Count, string Words)> notes)
    {
        var said = notes.Select(note => note.Count.ToString(CultureInfo.InvariantCulture) + " of them " + note.Words).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private sealed class Found(Sample? sample, bool isExact)
    {
        public Sample? Sample => sample;

        public bool IsExact => isExact;

        public long Rows { get; set; }

        public List<ColumnProfile> Columns { get; } = [];

        public List<(RowConstraint Constraint, Violations Violations)> Counted { get; } = [];

        public SortedDictionary<string, Violations> Violations { get; } = new(StringComparer.Ordinal);
    }
}
