using System.Reflection;
using MlGate.Checks.Data;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Tests.Engines;

/// <summary>An engine that keeps no order of rows counts what breaks a check, and names no row.</summary>
public sealed class UnorderedRowsTests
{
    [Fact]
    public async Task What_breaks_a_check_is_counted_without_naming_rows()
    {
        var ordered = await ScanAsync(DuckDbDialect.Instance);
        var unordered = await ScanAsync(Unordered.Create());

        Assert.Equal([3L], ordered.Broken("n", "unique").FirstRows);
        Assert.Equal([1L, 3], ordered.Broken("n", "min").FirstRows);
        Assert.All(unordered.Violations.Values, found => Assert.Empty(found.FirstRows));
        Assert.Equal(
            ordered.Violations.Select(found => (found.Key, found.Value.Count, found.Value.Of)),
            unordered.Violations.Select(found => (found.Key, found.Value.Count, found.Value.Of))
        );
    }

    private static async Task<DatasetScan> ScanAsync(ISqlDialect dialect)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var engine = await DuckDbEngine.OpenAsync(Given.Engine(), [], cancel);
        var source = new DataSource
        {
            Dialect = dialect,
            Format = SourceFormat.Parquet,
            Files = [],
            Columns = [new SourceColumn(0, "n", DuckDbTypes.Parse("BIGINT")) { HasOwnType = true }],
            Reading = (_, _) => "(VALUES (1), (7), (1), (9)) AS t(c0)",
            ReadingFile = _ => throw new InvalidOperationException("There is no file"),
        };
        var column = Given.Column("n", ColumnType.Integer) with
        {
            Constraints =
            [
                Given.Unique("datasets.train.columns.n.unique"),
                MlGate.Checks.Data.Constraints.ColumnConstraints.Min.Declare(Given.Limit(5, "datasets.train.columns.n.min")),
            ],
        };
        var gate = Given.Gate(column);
        return await new ProfileScan(engine, source, DatasetSchema.From(gate), DataChecks.Queries(gate), cancel).RunAsync();
    }

    /// <summary>DuckDB's SQL without numbers of rows.</summary>
    public class Unordered : DispatchProxy
    {
        internal static ISqlDialect Create() => Create<ISqlDialect, Unordered>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "get_" + nameof(ISqlDialect.RowNumber) ? null : targetMethod.Invoke(DuckDbDialect.Instance, args);
    }
}
