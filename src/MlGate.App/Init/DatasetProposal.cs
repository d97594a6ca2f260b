using MlGate.Data.Inference;
using MlGate.GateFile.Draft;
using MlGate.Gates;

namespace MlGate.App.Init;

/// <summary>Limits that a dataset keeps, and that the next ordinary batch of the same source keeps too.</summary>
internal static class DatasetProposal
{
    // A share of unseen values that is still well within what 'mostly' lets pass (Good-Turing: the share of the values that were seen
    // once).
    private const double MostUnseen = 0.002;

    private const int MostColumns = 1_000;

    /// <summary>The dataset as a gate file declares it, without path and comment.</summary>
    /// <param name="name">Its name in the gate file.</param>
    /// <param name="path">Relative to the gate file.</param>
    /// <param name="schema">What it looks like.</param>
    /// <param name="test">Are models compared on its rows? Then its bytes must stay, and no other batch comes.</param>
    public static StarterDataset For(string name, string path, InferredDataset schema, bool test)
    {
        var nested = schema.Columns.Where(column => column.IsNested).ToList();
        var (chosen, left) = Chosen([.. schema.Columns.Where(column => !column.IsNested)]);
        var columns = chosen.ConvertAll(column => For(column, schema.Rows));
        return new StarterDataset
        {
            Name = name,
            Path = path,
            Comment = CommentOn(test, columns.Count, left),
            Frozen = test,
            MinRows = test ? null : Math.Max(1, schema.Rows / 3),
            RowsChange = test ? null : 1,
            MissingMarks = schema.MissingMarks,
            Columns = columns,
            OmittedColumns = [.. nested.Select(column => new OmittedColumn(column.Name, "omitted: lists and objects are not checked"))],
            OtherColumns =
                columns.Count == 0 ? null
                : nested.Count + left > 0 ? OtherColumns.Allow
                : OtherColumns.Warn,
            Drift = !test && columns.Count > 0,
        };
    }

    // A gate file must stay a file that people read: the columns with a role of their own, then the first ones.
    private static (List<InferredColumn> Chosen, int Left) Chosen(List<InferredColumn> columns)
    {
        var chosen = columns
            .OrderBy(column => column.Role is ColumnRole.Feature or ColumnRole.Ignore ? 1 : 0)
            .Take(MostColumns)
            .ToHashSet();
        return (columns.FindAll(chosen.Contains), columns.Count - chosen.Count);
    }

    private static string? CommentOn(bool test, int declared, int left)
    {
        var rows = test ? "Models are compared on these rows: a change of them is a separate finding." : null;
        var columns =
            left == 0
                ? null
                : FormattableString.Invariant(
                    $"{declared} of {declared + left} columns are declared: declare the important ones, remove the others."
                );
        return rows is null ? columns
            : columns is null ? rows
            : rows + " " + columns;
    }

    private static StarterColumn For(InferredColumn column, long rows)
    {
        var range = RangeProposal.For(column);
        var domain = IsClosed(column) ? column.Domain : [];
        var mostly = domain.Count > 0 ? DomainShare(column) : range.Mostly;
        return new StarterColumn
        {
            Name = column.Name,
            Type = column.Type,
            Role = column.Role,
            Min = range.Min,
            Max = range.Max,
            In = domain,
            Mostly = mostly < 1 ? mostly : null,
            MaxMissing = MissingLimit(column, rows),
            Unique = column.Role == ColumnRole.Id && column.Unique,
            Comment = CommentOn(column),
        };
    }

    private static string? CommentOn(InferredColumn column) =>
        column.Present == 0 ? "no value yet"
        : column.Remark is not null ? column.Remark
        : column.Role is ColumnRole.Feature or ColumnRole.Ignore ? null
        : "a guess: " + column.Role.ToString().ToLowerInvariant();

    private static bool IsClosed(InferredColumn column) =>
        column.Domain.Count > 1 && (column.Singles <= MostUnseen * column.Present || column.Role == ColumnRole.Label);

    // A label that nobody knows makes every metric wrong; elsewhere a rare value may come.
    private static double DomainShare(InferredColumn column) =>
        column.Role == ColumnRole.Label ? 1
        : column.RarestCount < 10 || column.RarestCount < 0.01 * column.Present ? 0.99
        : RangeProposal.UsualShare;

    // Twice of what chance alone can make of today's share, and a point more; where most is missing, all may be.
    private static double MissingLimit(InferredColumn column, long rows)
    {
        if (column.Missing == 0 && column.Role is ColumnRole.Id or ColumnRole.Label)
        {
            return 0;
        }

        var upper = column.Missing + (3 * Math.Sqrt(column.Missing * (1 - column.Missing) / rows)) + (3d / rows);
        return column.Missing >= 0.5 || upper >= 0.45 ? 1 : (Math.Ceiling(upper * 200) + 1) / 100;
    }
}
