using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Rules;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Computes a profile: one scan for almost everything, further ones only for what the first one could not settle.</summary>
internal sealed class ProfileScan(EngineSession session, DataSource source, DatasetGate gate, CancellationToken cancel)
{
    // Below it everything is exact: what has to be held is at most the data itself.
    private const long SmallBytes = 16 << 20;

    // A plan grows with its aggregates, and an exact one holds a table of its own; a very wide table is scanned in strips.
    private const int StripColumns = 400;
    private const int ExactStripColumns = 50;

    private readonly IReadOnlyList<TypedColumn> columns = TypedColumn.From(source, gate);

    public IReadOnlyList<TypedColumn> Columns => columns;

    /// <param name="rules">The compiled rules.</param>
    /// <param name="notUsable">Per id of a check why it is left out.</param>
    public DatasetProfile Run(IReadOnlyList<RowConstraint> rules, IReadOnlyDictionary<string, NotUsable> notUsable)
    {
        var exact = source.Size <= SmallBytes;
        var sample = Sample.Take(session, source, columns, cancel);
        var checks = columns.SelectMany(ColumnChecks.For).Where(check => !notUsable.ContainsKey(check.Id)).Concat(rules).ToList();
        var stacked = StackedProfiles.From(session, source, columns, sample, exact, checks, cancel);
        var open = stacked?.Open ?? checks;
        var ofColumn = open.Where(check => check.Predicate is null && check.Uses.Count == 1).ToLookup(check => check.Uses[0].Column.Index);
        var ofRow = open.Where(check => check.Predicate is not null || check.Uses.Count != 1).ToList();
        var keys = KeyStatistics.Declared(gate, columns).ToList();
        var found = new Found { Rows = stacked?.Rows ?? 0 };
        found.Columns.AddRange(stacked?.Columns ?? []);
        found.Counted.AddRange(stacked?.Counted ?? []);
        foreach (var strip in columns.Chunk(source.Wide?.WidthOfPart ?? (exact ? ExactStripColumns : StripColumns)))
        {
            var own = strip.SelectMany(column => ofColumn[column.Column.Index]);
            if (stacked is not null)
            {
                Scan(found, [], _ => [], own, []);
                continue;
            }

            // What is asked of whole rows comes with the first columns: most tables are of one strip.
            var isFirst = ReferenceEquals(strip[0], columns[0]);
            List<ColumnStatistics> Statistics(AggregateQuery query) =>
                [
                    .. strip.Select(column => new ColumnStatistics(
                        query,
                        column,
                        sample,
                        exact,
                        values: ValuesInMemory.From(source, column)
                    )),
                ];
            Scan(found, strip, Statistics, isFirst ? own.Concat(ofRow) : own, isFirst ? keys : []);
        }

        if (stacked is not null)
        {
            Scan(found, [], _ => [], ofRow, keys);
        }

        var violations = found.Violations;
        foreach (var (id, rows) in WithRows(found.Counted))
        {
            violations[id] = rows;
        }

        violations = RowPlaces.AddTo(violations, session, source, cancel);
        return new DatasetProfile
        {
            Rows = found.Rows,
            Columns = found.Columns,
            Violations = violations,
            NotUsable = notUsable,
        };
    }

    private void Scan(
        Found found,
        IReadOnlyList<TypedColumn> strip,
        Func<AggregateQuery, List<ColumnStatistics>> statistics,
        IEnumerable<RowConstraint> checks,
        IReadOnlyList<(string Id, IReadOnlyList<TypedColumn> Columns)> keys
    )
    {
        var query = new AggregateQuery();
        var own = statistics(query);
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
        Fill(query, uses);
        found.Rows = query.Count(all);
        found.Columns.AddRange(Read(own, query));
        found.Counted.AddRange(mine.Select(check => (check.Constraint, check.Read(query))));
        foreach (var (id, violations) in unique.Select(key => key.Read(query, session, source, cancel)))
        {
            found.Violations[id] = violations;
        }
    }

    private void Fill(AggregateQuery query, IEnumerable<TypedColumn> uses) =>
        query.Fill(session.Row($"SELECT {query.Select} FROM {TypedColumn.Relation(source, uses)}", cancel));

    private List<ColumnProfile> Read(List<ColumnStatistics> statistics, AggregateQuery query)
    {
        var moments = new Dictionary<ColumnStatistics, NumberProfile?>();
        var (asked, answers) = (
            statistics.Where(column => column.Numbers is not null).Select(column => (Column: column, Numbers: column.Numbers!)).ToList(),
            query
        );
        while (asked.Count > 0)
        {
            var next = new AggregateQuery();
            var again = new List<(ColumnStatistics Column, NumericStatistics Numbers)>();
            foreach (var (column, numbers) in asked)
            {
                moments[column] = numbers.Read(answers, out var isUnfinished);
                if (isUnfinished)
                {
                    again.Add((column, numbers.Again(next)));
                }
            }

            if (!next.IsEmpty)
            {
                Fill(next, again.Select(pair => pair.Column.Column));
            }

            (asked, answers) = (again, next);
        }

        return
        [
            .. statistics.Select(column =>
                column.Read(query, moments.GetValueOrDefault(column), categories => categories.Group(session, source, cancel))
            ),
        ];
    }

    private IEnumerable<(string Id, Violations Violations)> WithRows(List<(RowConstraint Constraint, Violations Violations)> counted)
    {
        var broken = counted.Where(check => check.Violations.Count > 0).ToList();
        var first = OffendingRows.First(session, source, [.. broken.Select(check => (check.Constraint, check.Violations.Count))], cancel);
        var rows = broken
            .Select((check, at) => (check.Constraint.Id, Rows: first[at]))
            .ToDictionary(pair => pair.Id, pair => pair.Rows, StringComparer.Ordinal);
        var notes = broken
            .Select(check => check.Constraint)
            .Where(check => check.Notes.Count > 0)
            .GroupBy(check => check.PartIn(source))
            .SelectMany(part => Notes([.. part]))
            .ToDictionary(StringComparer.Ordinal);
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
    private Dictionary<string, string?> Notes(IReadOnlyList<RowConstraint> broken)
    {
        if (broken.Count == 0)
        {
            return [];
        }

        var query = new AggregateQuery();
        var asked = broken
            .Select(check =>
                (
                    Constraint: check,
                    Notes: check
                        .Notes.Select(note => (Count: query.Add($"count_if({check.Breaks} AND {note.Condition})"), Note: note))
                        .ToList()
                )
            )
            .ToList();
        Fill(query, broken.SelectMany(check => check.Uses).DistinctBy(column => column.Column.Index));
        return asked.ToDictionary(
            check => check.Constraint.Id,
            check =>
                Words(
                    check
                        .Notes.Select(note => (Count: query.Count(note.Count), note.Note))
                        .Where(note => note.Count > 0)
                        .Select(note => (note.Count, WithReason(check.Constraint, note.Note)))
                ),
            StringComparer.Ordinal
        );
    }

    private string WithReason(RowConstraint check, (string Condition, string Words) note) =>
        check.Predicate is not null && RuleFailures.Reason(session, source, check, note.Condition, cancel) is { } reason
            ? $"{note.Words}: {reason}"
            : note.Words;

    private static string? Words(IEnumerable<(long Count, string Words)> notes)
    {
        var said = notes.Select(note => note.Count.ToString(CultureInfo.InvariantCulture) + " of them " + note.Words).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private sealed class Found
    {
        public long Rows { get; set; }

        public List<ColumnProfile> Columns { get; } = [];

        public List<(RowConstraint Constraint, Violations Violations)> Counted { get; } = [];

        public SortedDictionary<string, Violations> Violations { get; } = new(StringComparer.Ordinal);
    }
}
