using System.Globalization;
using System.Text;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data;

/// <summary>How numbers and names stand in messages: one line, invariant, short.</summary>
internal static class FoundText
{
    private const int LongestName = 64;

    /// <summary>A number as people write it.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A limit of the gate file; a whole number with all its digits.</summary>
    public static string Number(GateNumber value) => value.Whole is { } whole ? Number(whole) : Number(value.Value);

    /// <summary>A share in percent; a share that is not 0 never reads as 0 %, nor one below 1 as 100 %.</summary>
    public static string Percent(double share)
    {
        var text = (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return text switch
        {
            "0" when share > 0 => "< 0.01 %",
            "100" when share < 1 => "> 99.99 %",
            _ => text + " %",
        };
    }

    /// <summary>A column's name from the data: quoted, short, without anything that a terminal or a log would obey.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder("'");
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length > LongestName)
            {
                text.Append('…');
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            var harmless =
                category
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.Surrogate
                );
            text.Append(harmless ? rune.ToString() : "�");
        }

        return text.Append('\'').ToString();
    }

    /// <summary>The first few names, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<string> names)
    {
        const int Few = 5;
        var first = string.Join(", ", names.Take(Few).Select(Name));
        return names.Count <= Few ? first : FormattableString.Invariant($"{first} and {names.Count - Few} more");
    }

    /// <summary>The first rows of a dataset of one file; none where a number alone would not say in which file.</summary>
    public static IReadOnlyList<long> RowNumbers(Violations violations) => violations.FirstPlaces.Count == 0 ? violations.FirstRows : [];

    /// <summary>The first rows that break a check; with their files where there are several.</summary>
    public static string Rows(Violations violations)
    {
        var more = violations.Count > violations.FirstRows.Count ? ", …" : "";
        if (violations.FirstPlaces.Count == 0)
        {
            return $"{Row(violations.FirstRows.Count)} {string.Join(", ", violations.FirstRows.Select(Number))}{more}";
        }

        var files = violations
            .FirstPlaces.GroupBy(place => place.File, StringComparer.Ordinal)
            .Select(file => $"{Row(file.Count())} {string.Join(", ", file.Select(place => Number(place.Row)))} of {Name(file.Key)}");
        return string.Join(", ", files) + more;
    }

    private static string Row(int count) => count == 1 ? "row" : "rows";

    /// <summary>The values that must keep a fact: all of them, or most.</summary>
    public static string Values(double mostly) => mostly < 1 ? $"at least {Percent(mostly)} of the values" : "every value";

    /// <summary>The subject of a column's findings.</summary>
    public static string Subject(DatasetGate gate, string column) => $"{gate.Id}, column {Name(column)}";
}
