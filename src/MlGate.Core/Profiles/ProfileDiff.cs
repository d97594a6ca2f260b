using System.Globalization;

namespace MlGate.Profiles;

/// <summary>What changed from one profile of a dataset to another.</summary>
public static class ProfileDiff
{
    /// <summary>
    /// The changes: rows first, then columns that went, came or moved, then each column's figures in the later profile's order. Empty when
    /// nothing changed.
    /// </summary>
    public static IReadOnlyList<ProfileChange> Between(DatasetProfile before, DatasetProfile after)
    {
        var changes = new List<ProfileChange>();
        Add(changes, "rows", before.Rows, after.Rows);
        var earlier = before.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var later = after.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(
            before
                .Columns.Where(column => !later.Contains(column.Name))
                .Select(column => new ProfileChange(column.Name, column.StoredAs, null))
        );
        foreach (var column in after.Columns)
        {
            if (earlier.TryGetValue(column.Name, out var old))
            {
                Column(changes, old, column);
            }
            else
            {
                changes.Add(new ProfileChange(column.Name, null, column.StoredAs));
            }
        }

        return changes;
    }

    private static void Column(List<ProfileChange> changes, ColumnProfile before, ColumnProfile after)
    {
        Add(changes, after.Name + ".stored-as", before.StoredAs, after.StoredAs);
        Add(changes, after.Name + ".missing", before.Missing, after.Missing);
        if (!IsWithinError(before, after))
        {
            Add(changes, after.Name + ".distinct", before.Distinct, after.Distinct);
        }

        Add(changes, after.Name + ".min", before.Numbers?.Min, after.Numbers?.Min);
        Add(changes, after.Name + ".median", Median(before), Median(after));
        Add(changes, after.Name + ".max", before.Numbers?.Max, after.Numbers?.Max);
        Add(changes, after.Name + ".mean", before.Numbers?.Mean, after.Numbers?.Mean);
        Add(changes, after.Name + ".standard-deviation", before.Numbers?.StandardDeviation, after.Numbers?.StandardDeviation);
        Add(changes, after.Name + ".longest", before.Lengths?.Max, after.Lengths?.Max);
    }

    // Two estimates of 13 % each differ by 60 % in one of a thousand columns that did not change (three standard errors of their ratio).
    private static bool IsWithinError(ColumnProfile before, ColumnProfile after) =>
        (before.IsDistinctEstimated || after.IsDistinctEstimated)
        && before.Distinct is { } one
        && after.Distinct is { } other
        && Math.Max(one, other) <= 1.6 * Math.Min(one, other);

    private static double? Median(ColumnProfile column) => column.Numbers is { Quantiles: { Count: 9 } quantiles } ? quantiles[4] : null;

    private static void Add<T>(List<ProfileChange> changes, string what, T before, T after)
    {
        if (!Equals(before, after))
        {
            changes.Add(new ProfileChange(what, Text(before), Text(after)));
        }
    }

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            double number => number.ToString("G6", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}

/// <summary>One change between two profiles.</summary>
/// <param name="What"><c>rows</c>, a column's name for one that came or went, or <c>column.figure</c>.</param>
/// <param name="Before">Null for a column that came.</param>
/// <param name="After">Null for a column that went.</param>
public sealed record ProfileChange(string What, string? Before, string? After);
