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

    /// <summary>The segments of one declaration, in ordinal order of their names; null for more than <see cref="Most"/>.</summary>
    /// <param name="declared">The columns.</param>
    /// <param name="columns">Their values.</param>
    /// <param name="test">The test set, whose declared values of a column are segments without rows, too.</param>
    public static IReadOnlyList<Segment>? From(SegmentColumns declared, IReadOnlyDictionary<string, RowValues> columns, DatasetGate? test)
    {
        var parts = declared
            .Columns.Select(column => Part(column, columns[column.Name], test?.Columns.FirstOrDefault(known => known.Name == column.Name)))
            .ToList();
        var rows = new Dictionary<long, List<int>>();
        var sizes = parts.ConvertAll(part => (long)part.Names.Count);
        for (var row = 0; row < parts[0].Codes.Length; row++)
        {
            var code = 0L;
            for (var at = 0; at < parts.Count; at++)
            {
                code = (code * sizes[at]) + parts[at].Codes[row];
            }

            if (!rows.TryGetValue(code, out var some))
            {
                if (rows.Count == Most)
                {
                    return null;
                }

                rows.Add(code, some = []);
            }

            some.Add(row);
        }

        List<Segment> found = [.. rows.Select(pair => new Segment(Name(parts, sizes, pair.Key), [.. pair.Value]))];

        // Of a combination that no row has nobody knows whether it should exist.
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

    private static string Name(List<(IReadOnlyList<string> Names, int[] Codes)> parts, List<long> sizes, long code)
    {
        var names = new string[parts.Count];
        for (var at = parts.Count - 1; at >= 0; at--)
        {
            (names[at], code) = (parts[at].Names[(int)(code % sizes[at])], code / sizes[at]);
        }

        return string.Join(", ", names);
    }

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
            [.. texts.Select(text => $"{column.Name}={text}"), values.Codes.Contains(-1) ? $"{column.Name} is missing" : ""],
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
                bin == 0 ? $"{column.Name}<{Number(edges[0])}"
                : bin == edges.Count ? $"{column.Name}≥{Number(edges[^1])}"
                : $"{Number(edges[bin - 1])}≤{column.Name}<{Number(edges[bin])}"
            );
        return ([.. names, codes.Contains(missing) ? $"{column.Name} is missing" : ""], codes);
    }

    private static int BinOf(string text, IReadOnlyList<double> edges) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value)
            ? edges.Count(edge => value >= edge)
            : edges.Count + 1;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
