using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;

namespace MlGate.Data.Tests.Engines;

/// <summary>DuckDB in this process.</summary>
internal sealed class TestedDuckDb : ITestedEngine
{
    public static readonly TestedDuckDb Instance = new();

    public async Task<ISqlEngine> OpenAsync(CancellationToken cancel) =>
        await DuckDbEngine.OpenAsync(Given.Engine(), [], cancel).ConfigureAwait(false);

    public StoredType TypeOf(StoredFamily family) =>
        DuckDbTypes.Parse(
            family switch
            {
                StoredFamily.Integer => "INTEGER",
                StoredFamily.Single => "FLOAT",
                StoredFamily.Double => "DOUBLE",
                StoredFamily.Decimal => "DECIMAL(18,4)",
                StoredFamily.Boolean => "BOOLEAN",
                StoredFamily.Text => "VARCHAR",
                _ => throw new ArgumentOutOfRangeException(nameof(family)),
            }
        );

    public string Stored(StoredType type, string text) => $"{DuckDbSql.Text(text)}::{type.Name}";

    public string ManyRows(long count) => FormattableString.Invariant($"SELECT range AS place FROM range({count})");
}

public sealed class DuckDbValueTests : ValueConformance
{
    private protected override ITestedEngine Tested => TestedDuckDb.Instance;
}

public sealed class DuckDbAggregateTests : AggregateConformance
{
    private protected override ITestedEngine Tested => TestedDuckDb.Instance;
}

public sealed class DuckDbSessionTests : SessionConformance
{
    private protected override ITestedEngine Tested => TestedDuckDb.Instance;
}
