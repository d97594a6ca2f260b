using System.Globalization;
using MlGate.Data.Engines;

namespace MlGate.Data.Tests.Engines;

/// <summary>An engine that is held to the suite.</summary>
internal interface ITestedEngine
{
    /// <summary>A session without data.</summary>
    Task<ISqlEngine> OpenAsync(CancellationToken cancel);

    /// <summary>The engine's type of a family.</summary>
    StoredType TypeOf(StoredFamily family);

    /// <summary>SQL of a value of a stored type from its text.</summary>
    string Stored(StoredType type, string text);

    /// <summary>A query of very many rows.</summary>
    string ManyRows(long count);
}

/// <summary>
/// What every engine must do: members of its dialect against values computed by hand. An engine derives a class of each part.
/// </summary>
public abstract class SqlEngineConformance
{
    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract ITestedEngine Tested { get; }

    private protected Task<ISqlEngine> OpenAsync() => Tested.OpenAsync(Cancel);

    /// <summary>A column of texts of a text format, or of a type that the source declares.</summary>
    private protected SourceColumn Column(StoredFamily family) =>
        new(0, "a", Tested.TypeOf(family)) { HasOwnType = family != StoredFamily.Text && family != StoredFamily.Json };

    /// <summary>A table expression of one column <c>c0</c>; null is a missing value.</summary>
    private protected string Rows(StoredFamily family, params string?[] texts)
    {
        var type = Tested.TypeOf(family);
        var present = texts.First(text => text is not null)!;
        // A first row gives the type.
        var values = texts.Select(text => text is null ? "NULL" : Tested.Stored(type, text)).Prepend(Tested.Stored(type, present));
        var rows = string.Join(" UNION ALL ", values.Select((value, at) => Invariant($"SELECT {value} AS c0, {at} AS place")));
        return $"(SELECT c0, place FROM ({rows}) AS typed WHERE place > 0)";
    }

    /// <summary>The single value of a query of one column.</summary>
    private protected async Task<object?> ValueAsync(Func<ISqlDialect, string> sql, string? from = null)
    {
        await using var engine = await OpenAsync();
        var query = $"SELECT {sql(engine.Dialect)} AS value" + (from is null ? "" : $" FROM {from} AS data");
        return (await engine.FirstAsync(query, Cancel))[0];
    }

    /// <summary>The texts of an expression over rows, in their order.</summary>
    private protected async Task<List<string?>> TextsAsync(Func<ISqlDialect, string> sql, string from)
    {
        await using var engine = await OpenAsync();
        var texts = new List<string?>();
        await foreach (var row in engine.ReadAsync($"SELECT {sql(engine.Dialect)} AS value FROM {from} AS data ORDER BY place", Cancel))
        {
            texts.Add(row.IsMissing(0) ? null : row.Text(0));
        }

        return texts;
    }

    /// <summary>What an aggregate gives over rows, as the scans read it.</summary>
    private protected async Task<AggregateQuery> AggregateAsync(Func<ISqlDialect, string> sql, string from)
    {
        await using var engine = await OpenAsync();
        var query = new AggregateQuery(engine.Dialect);
        query.Add(sql(engine.Dialect));
        query.Fill(await engine.FirstAsync($"SELECT {query.Select} FROM {from} AS data", Cancel));
        return query;
    }

    private protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
