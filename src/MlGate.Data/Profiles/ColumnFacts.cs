using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>The profile of one column: what it asks a scan for, and what it makes of the answer.</summary>
internal sealed class ColumnFacts
{
    private readonly TypedColumn column;
    private readonly int rows;
    private readonly int present;
    private readonly int distinct;
    private readonly bool exact;
    private readonly (int Min, int Max)? lengths;
    private readonly CategoryFacts? categories;
    private readonly NumberFacts? numbers;

    /// <summary>Asks for the facts of a column.</summary>
    /// <param name="sheet">What one scan computes.</param>
    /// <param name="column">The column.</param>
    /// <param name="sample">Some of its values.</param>
    /// <param name="exact">Is the data small enough for exact figures?</param>
    /// <param name="stacked">Is it a column of <see cref="StackedScan"/>? Then its values can be sorted.</param>
    /// <param name="values">Its numbers, where they are in memory.</param>
    public ColumnFacts(FactSheet sheet, TypedColumn column, Sample sample, bool exact, bool stacked = false, ValuesInMemory? values = null)
    {
        (this.column, this.exact) = (column, exact);
        rows = sheet.Add("count(*)");
        present = sheet.Add($"count({column.X})");
        distinct = column.IsCategory ? -1 : sheet.Add(exact ? $"count(DISTINCT {column.V})" : $"approx_count_distinct({column.V})");
        if (column.Type is Gates.ColumnType.Text or Gates.ColumnType.Category)
        {
            lengths = (sheet.Add($"min(length({column.X}))"), sheet.Add($"max(length({column.X}))"));
        }

        categories = column.IsCategory ? new CategoryFacts(sheet, column, sample.Texts(column), exact || stacked) : null;
        numbers = column.IsNumber ? NumberFacts.Ask(sheet, column.V, sample.Numbers(column), exact || stacked, stacked, values) : null;
    }

    public TypedColumn Column => column;

    public NumberFacts? Numbers => numbers;

    public ColumnProfile Read(
        FactSheet sheet,
        NumberProfile? moments,
        Func<CategoryFacts, (IReadOnlyList<CategoryCount> Top, long Distinct)> group
    )
    {
        (IReadOnlyList<CategoryCount> Top, long Distinct)? counts = categories is null ? null : categories.Read(sheet) ?? group(categories);
        return new ColumnProfile
        {
            Name = column.Column.Name,
            StoredAs = column.Column.StoredAs,
            Present = sheet.Count(present),
            Missing = sheet.Count(rows) - sheet.Count(present),
            Distinct = counts?.Distinct ?? sheet.Count(distinct),
            IsDistinctEstimated = counts is null && !exact,
            Numbers = moments,
            Lengths =
                lengths is { } at && sheet.Raw(at.Min) is not null ? new LengthProfile(sheet.Count(at.Min), sheet.Count(at.Max)) : null,
            Top = counts?.Top ?? [],
        };
    }
}
