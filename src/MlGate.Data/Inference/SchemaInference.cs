using MlGate.Data.Engine;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Inference;

/// <summary>Infers a schema from all values of a dataset, so that the dataset keeps it.</summary>
internal sealed class SchemaInference(EngineOptions options)
{
    private const int MostCategories = 20;
    private const long SmallBytes = 64 << 20;
    private static readonly ColumnType[] Candidates = [ColumnType.Boolean, ColumnType.Integer, ColumnType.Number, ColumnType.Date, ColumnType.Timestamp];

    /// <returns>The schema; or findings of 20xx where the data cannot be read.</returns>
    public Result<InferredDataset> Infer(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        var id = files.Count == 0 ? "data" : files[0].Name;
        using var session = EngineSession.Open(options, files.Select(file => file.Location));
        var opened = SourceOpener.Open(session, id, files, MissingMarks.None, cancel);
        if (opened.Value is not { } source)
        {
            return Result.Failed<InferredDataset>(opened.Problems);
        }

        try
        {
            return Infer(session, id, source, cancel);
        }
        catch (DuckDB.NET.Data.DuckDBException exception)
        {
            return EngineFailure.Explain(session, id, source, exception, cancel);
        }
    }

    private static Result<InferredDataset> Infer(EngineSession session, string id, DataSource source, CancellationToken cancel)
    {
        var sheet = new FactSheet();
        var rows = sheet.Add("count(*)");
        var facts = source.Columns.Select(column => Ask(sheet, column, source.Size <= SmallBytes)).ToList();
        sheet.Fill(session.Row($"SELECT {sheet.Select} FROM {source.From}", cancel));
        if (sheet.Count(rows) == 0)
        {
            return Problem.Of(Diagnostics.DataEmpty, id, source.Files[0].Name, "at least one row", "a header and no rows", "Write the data again, or check the path");
        }

        var columns = facts.Select(fact => Read(session, source, sheet, fact, sheet.Count(rows), cancel)).ToList();
        return new InferredDataset(sheet.Count(rows), RoleGuess.Assign(columns));
    }

    private static Facts Ask(FactSheet sheet, SourceColumn column, bool exact)
    {
        var text = CastSql.For(column, ColumnType.Text).Text;
        var number = CastSql.For(column, ColumnType.Number).Value;
        return new Facts(
            column,
            sheet.Add($"count({text})"),
            [.. Candidates.Select(type => sheet.Add($"count({CastSql.For(column, type).Value})"))],
            sheet.Add(exact ? $"count(DISTINCT {text})" : $"approx_count_distinct({text})"),
            sheet.Add($"min({number})"),
            sheet.Add($"max({number})"),
            exact);
    }

    private static InferredColumn Read(EngineSession session, DataSource source, FactSheet sheet, Facts facts, long rows, CancellationToken cancel)
    {
        var present = sheet.Count(facts.Present);
        var (type, min, max) = TypeOf(sheet, facts, present);
        var distinct = sheet.Count(facts.Distinct);
        var domain = type == ColumnType.Category ? Domain(session, source, facts.Column, distinct, cancel) : [];
        type = type == ColumnType.Category && (domain.Count == 0 || domain.Count * 2 > present) ? ColumnType.Text : type;
        var bounds = type is ColumnType.Integer or ColumnType.Number ? OutwardBounds.Of(min!.Value, max!.Value, type == ColumnType.Integer) : default((double Min, double Max)?);
        return new InferredColumn
        {
            Name = facts.Column.Name,
            Type = type,
            Missing = (double)(rows - present) / rows,
            Distinct = distinct,
            Unique = facts.Exact && distinct == present,
            Min = bounds?.Min,
            Max = bounds?.Max,
            Domain = type == ColumnType.Category ? domain : [],
        };
    }

    private static (ColumnType Type, double? Min, double? Max) TypeOf(FactSheet sheet, Facts facts, long present)
    {
        var (min, max) = (sheet.Number(facts.Min), sheet.Number(facts.Max));
        var fits = Candidates.Where((_, at) => present > 0 && sheet.Count(facts.Fits[at]) == present).ToHashSet();

        // Zeros and ones are two categories; people write true and false where they mean a boolean.
        var type = fits.Contains(ColumnType.Boolean) && fits.Contains(ColumnType.Integer) ? ColumnType.Category
            : Candidates.Where(fits.Contains).Cast<ColumnType?>().FirstOrDefault() ?? (present == 0 ? ColumnType.Text : ColumnType.Category);
        return (type, min, max);
    }

    private static List<string> Domain(EngineSession session, DataSource source, SourceColumn column, long distinct, CancellationToken cancel)
    {
        var values = new List<string>();
        if (distinct > 2 * MostCategories)
        {
            return values;
        }

        var text = CastSql.For(column, ColumnType.Text).Text;
        foreach (var row in session.Rows($"SELECT DISTINCT {text} AS value FROM {source.From} WHERE {text} IS NOT NULL LIMIT {MostCategories + 1}", cancel))
        {
            values.Add(row.GetString(0));
        }

        values.Sort(StringComparer.Ordinal);
        return values.Count <= MostCategories ? values : [];
    }

    private sealed record Facts(SourceColumn Column, int Present, IReadOnlyList<int> Fits, int Distinct, int Min, int Max, bool Exact);
}
