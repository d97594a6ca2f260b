using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>The profile of one column: what it asks a scan for, and what it makes of the answer.</summary>
internal sealed class ColumnStatistics
{
    private readonly TypedColumn column;
    private readonly int rows;
    private readonly int present;
    private readonly int distinct;
    private readonly bool exact;
    private readonly (int Min, int Max)? lengths;
    private readonly CategoryStatistics? categories;
    private readonly NumericStatistics? numbers;

    /// <summary>Asks for the statistics of a column.</summary>
    /// <param name="query">What one scan computes.</param>
    /// <param name="column">The column.</param>
    /// <param name="sample">Some of its values.</param>
    /// <param name="exact">Is the data small enough for exact figures?</param>
    /// <param name="stacked">Is it a column of <see cref="StackedScan"/>? Then its values can be sorted.</param>
    /// <param name="values">Its numbers, where they are in memory.</param>
    public ColumnStatistics(
        AggregateQuery query,
        TypedColumn column,
        Sample sample,
        bool exact,
        bool stacked = false,
        ValuesInMemory? values = null
    )
    {
        (this.column, this.exact) = (column, exact);
        rows = query.Add("count(*)");
        present = query.Add($"count({column.X})");
        distinct = column.IsCategory ? -1 : query.Add(exact ? $"count(DISTINCT {column.V})" : column.Dialect.EstimateDistinct(column.V));
        if (column.Type is Gates.ColumnType.Text or Gates.ColumnType.Category)
        {
            lengths = (query.Add($"min({column.Dialect.Length(column.X)})"), query.Add($"max({column.Dialect.Length(column.X)})"));
        }

        categories = column.IsCategory ? new CategoryStatistics(query, column, sample.Texts(column), exact || stacked) : null;
        numbers = column.IsNumber
            ? NumericStatistics.Ask(query, column.V, sample.Numbers(column), exact || stacked, stacked, values)
            : null;
    }

    public TypedColumn Column => column;

    public NumericStatistics? Numbers => numbers;

    public async Task<ColumnProfile> ReadAsync(
        AggregateQuery query,
        NumberProfile? moments,
        Func<CategoryStatistics, Task<CategoryCounts>> group
    )
    {
        var counts = categories is null ? null : categories.Read(query) ?? await group(categories).ConfigureAwait(false);
        return new ColumnProfile
        {
            Name = column.Column.Name,
            StoredAs = column.Column.Stored.Name,
            Present = query.Count(present),
            Missing = query.Count(rows) - query.Count(present),
            Distinct = counts?.Distinct ?? query.Count(distinct),
            IsDistinctEstimated = counts is null && !exact,
            Numbers = moments,
            Lengths = lengths is { } at && query.IsPresent(at.Min) ? new LengthProfile(query.Count(at.Min), query.Count(at.Max)) : null,
            Top = counts?.Top ?? [],
        };
    }
}
