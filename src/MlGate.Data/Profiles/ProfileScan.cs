using System.Globalization;
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

    private readonly IReadOnlyList<TypedColumn> columns = TypedColumn.Of(source, gate);

    public IReadOnlyList<TypedColumn> Columns => columns;

    /// <param name="rules">The compiled rules.</param>
    /// <param name="notUsable">Per id of a check why it is left out.</param>
    public DatasetProfile Run(IReadOnlyList<Check> rules, IReadOnlyDictionary<string, NotUsable> notUsable)
    {
        var exact = source.Size <= SmallBytes;
        var sample = Sample.Take(session, source, columns, cancel);
        var checks = columns.SelectMany(ColumnChecks.Of).Where(check => !notUsable.ContainsKey(check.Id)).Concat(rules).ToList();
        var stacked = StackedProfiles.From(session, source, columns, sample, exact, checks, cancel);
        var open = stacked?.Open ?? checks;
        var ofColumn = open.Where(check => check.Predicate is null && check.Uses.Count == 1).ToLookup(check => check.Uses[0].Column.Index);
        var ofRow = open.Where(check => check.Predicate is not null || check.Uses.Count != 1).ToList();
        var keys = UniqueFacts.Declared(gate, columns).ToList();
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
            List<ColumnFacts> Facts(FactSheet sheet) =>
                [.. strip.Select(column => new ColumnFacts(sheet, column, sample, exact, values: ValuesInMemory.From(source, column)))];
            Scan(found, strip, Facts, isFirst ? own.Concat(ofRow) : own, isFirst ? keys : []);
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
        Func<FactSheet, List<ColumnFacts>> facts,
        IEnumerable<Check> checks,
        IReadOnlyList<(string Id, IReadOnlyList<TypedColumn> Columns)> keys
    )
    {
        var sheet = new FactSheet();
        var own = facts(sheet);
        var unique = keys.Select(key => new UniqueFacts(sheet, key.Id, key.Columns)).ToList();
        var mine = checks.Select(check => new CheckFacts(sheet, check)).ToList();
        if (sheet.IsEmpty)
        {
            return;
        }

        var all = sheet.Add("count(*)");
        var uses = strip
            .Concat(mine.SelectMany(check => check.Check.Uses))
            .Concat(unique.SelectMany(key => key.Columns))
            .DistinctBy(column => column.Column.Index);
        Fill(sheet, uses);
        found.Rows = sheet.Count(all);
        found.Columns.AddRange(Read(own, sheet));
        found.Counted.AddRange(mine.Select(check => (check.Check, check.Read(sheet))));
        foreach (var (id, violations) in unique.Select(key => key.Read(sheet, session, source, cancel)))
        {
            found.Violations[id] = violations;
        }
    }

    private void Fill(FactSheet sheet, IEnumerable<TypedColumn> uses) =>
        sheet.Fill(session.Row($"SELECT {sheet.Select} FROM {TypedColumn.Relation(source, uses)}", cancel));

    private List<ColumnProfile> Read(List<ColumnFacts> facts, FactSheet sheet)
    {
        var moments = new Dictionary<ColumnFacts, NumberProfile?>();
        var (asked, answers) = (
            facts.Where(column => column.Numbers is not null).Select(column => (Column: column, Numbers: column.Numbers!)).ToList(),
            sheet
        );
        while (asked.Count > 0)
        {
            var next = new FactSheet();
            var again = new List<(ColumnFacts Column, NumberFacts Numbers)>();
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
            .. facts.Select(column =>
                column.Read(sheet, moments.GetValueOrDefault(column), categories => categories.Group(session, source, cancel))
            ),
        ];
    }

    private IEnumerable<(string Id, Violations Violations)> WithRows(List<(Check Check, Violations Violations)> counted)
    {
        var broken = counted.Where(check => check.Violations.Count > 0).ToList();
        var first = OffendingRows.First(session, source, [.. broken.Select(check => (check.Check, check.Violations.Count))], cancel);
        var rows = broken
            .Select((check, at) => (check.Check.Id, Rows: first[at]))
            .ToDictionary(pair => pair.Id, pair => pair.Rows, StringComparer.Ordinal);
        var notes = broken
            .Select(check => check.Check)
            .Where(check => check.Notes.Count > 0)
            .GroupBy(check => check.PartIn(source))
            .SelectMany(part => Notes([.. part]))
            .ToDictionary(StringComparer.Ordinal);
        return counted.Select(check =>
            (
                check.Check.Id,
                check.Violations with
                {
                    FirstRows = rows.GetValueOrDefault(check.Check.Id) ?? [],
                    Note = notes.GetValueOrDefault(check.Check.Id),
                }
            )
        );
    }

    // Only sought where something is broken: patterns over every value of every column would cost more than all the rest.
    private Dictionary<string, string?> Notes(IReadOnlyList<Check> broken)
    {
        if (broken.Count == 0)
        {
            return [];
        }

        var sheet = new FactSheet();
        var asked = broken
            .Select(check =>
                (
                    Check: check,
                    Notes: check
                        .Notes.Select(note => (Count: sheet.Add($"count_if({check.Breaks} AND {note.Condition})"), Note: note))
                        .ToList()
                )
            )
            .ToList();
        Fill(sheet, broken.SelectMany(check => check.Uses).DistinctBy(column => column.Column.Index));
        return asked.ToDictionary(
            check => check.Check.Id,
            check =>
                Words(
                    check
                        .Notes.Select(note => (Count: sheet.Count(note.Count), note.Note))
                        .Where(note => note.Count > 0)
                        .Select(note => (note.Count, WithReason(check.Check, note.Note)))
                ),
            StringComparer.Ordinal
        );
    }

    private string WithReason(Check check, (string Condition, string Words) note) =>
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

        public List<(Check Check, Violations Violations)> Counted { get; } = [];

        public SortedDictionary<string, Violations> Violations { get; } = new(StringComparer.Ordinal);
    }
}
