using System.Buffers;
using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Predictions;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Parts the rows as the gate file declares it.</summary>
internal static class Segmentation
{
    /// <summary>Most segments of one declaration: more is no way to part rows, but an id.</summary>
    public const int Most = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create(",=\"<≤≥");

    /// <summary>The segments of one declaration, in ordinal order of their names; null for more than <see cref="Most"/>.</summary>
    /// <param name="declared">The columns.</param>
    /// <param name="columns">Their values.</param>
    /// <param name="test">The test set, whose declared values of a column are segments without rows, too.</param>
    public static IReadOnlyList<Segment>? From(SegmentColumns declared, IReadOnlyDictionary<string, RowValues> columns, DatasetGate? test)
    {
        var parts = declared
            .Columns.Select(column => Part(column, columns[column.Name], test?.Columns.FirstOrDefault(known => known.Name == column.Name)))
            .ToList();
        // Combinations get numbers column by column, so that no product of sizes can overflow.
        var (codes, combined) = (parts[0].Codes, Enumerable.Range(0, parts[0].Names.Count).Select(code => parts[0].Names[code]).ToList());
        foreach (var part in parts.Skip(1))
        {
            if (Combine(codes, combined, part) is not { } next)
            {
                return null;
            }

            (codes, combined) = next;
        }

        var rows = new Dictionary<int, List<int>>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (!rows.TryGetValue(codes[row], out var some))
            {
                if (rows.Count == Most)
                {
                    return null;
                }

                rows.Add(codes[row], some = []);
            }

            some.Add(row);
        }

        List<Segment> found = [.. rows.Select(pair => new Segment(combined[pair.Key], [.. pair.Value]))];

        // Combinations without rows may be impossible: they are no segments.
        if (parts is [var single])
        {
            found.AddRange(
                single
                    .Names.Index()
                    .Where(name => name.Item.Length > 0 && !rows.ContainsKey(name.Index))
                    .Select(name => new Segment(name.Item, []))
            );
        }

        return found.Count > Most ? null : [.. found.OrderBy(segment => segment.Name, StringComparer.Ordinal)];
    }

    private static (int[] Codes, List<string> Names)? Combine(
        int[] codes,
        List<string> names,
        (IReadOnlyList<string> Names, int[] Codes) part
    )
    {
        var (numbers, joined, next) = (new Dictionary<(int, int), int>(), new List<string>(), new int[codes.Length]);
        for (var row = 0; row < codes.Length; row++)
        {
            var pair = (codes[row], part.Codes[row]);
            if (!numbers.TryGetValue(pair, out next[row]))
            {
                if (numbers.Count == Most)
                {
                    return null;
                }

                numbers.Add(pair, next[row] = numbers.Count);
                joined.Add($"{names[pair.Item1]}, {part.Names[pair.Item2]}");
            }
        }

        return (next, joined);
    }

    // A value that reads like a combination is quoted: no two segments have one name.
    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(Signs) || value != value.Trim() || value.Length == 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

    // Per row the number of its part. A part that is not expected and has no row has no name.
    private static (IReadOnlyList<string> Names, int[] Codes) Part(SegmentColumn column, RowValues values, ColumnGate? known)
    {
        if (column.Edges.Count > 0)
        {
            return Bins(column, values);
        }

        var spelling = LabelSpelling.For(known?.Type.Value, values.Texts);
        var declared = known?.Find(ColumnConstraints.In)?.Value ?? [];
        List<string> texts = [.. values.Texts, .. declared.Where(value => !values.Texts.Any(text => spelling.Same(text, value)))];
        var missing = texts.Count;
        return (
            [
                .. texts.Select(text => $"{Quoted(column.Name)}={Quoted(text)}"),
                values.Codes.Contains(-1) ? $"{Quoted(column.Name)} is missing" : "",
            ],
            [.. values.Codes.Select(code => code < 0 ? missing : code)]
        );
    }

    private static (IReadOnlyList<string> Names, int[] Codes) Bins(SegmentColumn column, RowValues values)
    {
        var edges = column.Edges;
        int[] binOf = [.. values.Texts.Select(text => BinOf(text, edges))];
        var missing = edges.Count + 1;
        int[] codes = [.. values.Codes.Select(code => code < 0 ? missing : binOf[code])];
        var names = Enumerable
            .Range(0, edges.Count + 1)
            .Select(bin =>
                bin == 0 ? $"{Quoted(column.Name)}<{Number(edges[0])}"
                : bin == edges.Count ? $"{Quoted(column.Name)}≥{Number(edges[^1])}"
                : $"{Number(edges[bin - 1])}≤{Quoted(column.Name)}<{Number(edges[bin])}"
            );
        return ([.. names, codes.Contains(missing) ? NameOfNone(column, values, codes, missing) : ""], codes);
    }

    private static string NameOfNone(SegmentColumn column, RowValues values, int[] codes, int none) =>
        codes.Zip(values.Codes).Any(pair => pair.First == none && pair.Second >= 0)
            ? $"{Quoted(column.Name)} is missing or no number"
            : $"{Quoted(column.Name)} is missing";

    private static int BinOf(string text, IReadOnlyList<double> edges) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value)
            ? edges.Count(edge => value >= edge)
            : edges.Count + 1;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
