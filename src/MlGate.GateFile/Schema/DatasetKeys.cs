using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a dataset.</summary>
internal static class DatasetKeys
{
    public static readonly KeyDefinition<string> Path = new("path", new PathSchema("a file, a folder or a glob, relative to the gate file"))
    {
        Meaning = "Data file: CSV, TSV, Parquet or JSON lines; text also as `.gz`. A folder or a glob is one dataset.",
        Example = "path: data/train.csv",
        Required = true,
        Codes = [Diagnostics.DataNotReadable, Diagnostics.FileNotFound, Diagnostics.PathOutside],
    };

    public static readonly KeyDefinition<bool> Frozen = new("frozen", new BooleanSchema())
    {
        Meaning = "The bytes must equal the baseline. For test sets: all models are evaluated on the same rows.",
        Example = "frozen: true",
        Default = "false",
        Codes = [Diagnostics.FrozenChanged],
        Weaker = (policy, local) => policy && !local,
    };

    public static readonly KeyDefinition<long> FewestRows = new("min", new IntegerSchema(NumberRange.NotNegative))
    {
        Meaning = "Minimum number of rows.",
        Example = "min: 4000",
        Codes = [Diagnostics.RowCount],
        Weaker = (policy, local) => local < policy,
    };

    public static readonly KeyDefinition<long> MostRows = new("max", new IntegerSchema(new NumberRange(1)))
    {
        Meaning = "Maximum number of rows.",
        Example = "max: 1000000",
        Codes = [Diagnostics.RowCount],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly KeyDefinition<Quantity> RowsChange = new("change", QuantitySchema.Share(new NumberRange(0, 100)))
    {
        Meaning = "Largest relative change of the row count against the baseline, up or down.",
        Example = "change: 20%",
        Codes = [Diagnostics.RowCountChange],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly MapSchema RowsMap = new("rows", FewestRows, MostRows, RowsChange, CommonKeys.Severity);

    public static readonly KeyDefinition<MapValue> Rows = new("rows", RowsMap)
    {
        Meaning = "Limits of the row count.",
        Example = "rows: { min: 4000, change: 20% }",
        Codes = [Diagnostics.RowCount, Diagnostics.RowCountChange],
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> Missing = new("missing", MarkKeys.Kind(fewest: 1))
    {
        Meaning =
            "Texts that mean \"no value\" in every column, in addition to null and the empty field. "
            + "They are compared with the whole value; a number in the list also matches equal numbers of Parquet and JSON lines.",
        Example = "missing: [NA, \"?\"]",
        Weaker = MarkKeys.IsWeaker,
        Absent = ([], true),
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Columns = new(
        "columns",
        new NamedEntriesSchema<MapValue>("column", ColumnKeys.Map) { OfData = true }
    )
    {
        Meaning = "Schema: limits per column. Column names exactly as in the data.",
        Example = "columns: { tenure: { type: integer, min: 0 } }",
    };

    public static readonly KeyDefinition<OtherColumns> OtherColumns = new(
        "other-columns",
        new ChoiceSchema<OtherColumns>(EnumNames.For<OtherColumns>())
    )
    {
        Meaning = "Result for undeclared columns.",
        Example = "other-columns: forbid",
        Default = "allow",
        Codes = [Diagnostics.ColumnUnexpected],
        Weaker = (policy, local) => local < policy,
    };

    public static readonly KeyDefinition<bool> Ordered = new("ordered", new BooleanSchema())
    {
        Meaning = "Columns must be in the declared order.",
        Example = "ordered: true",
        Default = "false",
        Codes = [Diagnostics.ColumnOrder],
        Weaker = (policy, local) => policy && !local,
    };

    public static readonly KeyDefinition<MapValue> Drift = new("drift", DriftKeys.Map)
    {
        Meaning =
            "Compares the distribution of each column with the baseline. Columns without their own limit use the "
            + "defaults of their type.",
        Example = "drift: { against: baseline, rows: added }",
        Codes = [Diagnostics.ColumnDrifted],
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> DisjointFrom = new(
        "disjoint-from",
        new ListSchema<string>("names of datasets", new TextSchema("the name of a dataset")) { Distinct = true }
    )
    {
        Meaning =
            "Datasets that must share no rows with this one (leakage). Rows are the same by id or group if both datasets "
            + "declare them, otherwise if all values are equal. In the second case, it is an error if far more rows are shared "
            + "than by chance.",
        Example = "disjoint-from: [test]",
        Codes = [Diagnostics.RowsShared],
        Weaker = (policy, local) =>
            policy.Select(item => item.Value).Except(local.Select(item => item.Value), StringComparer.Ordinal).Any(),
    };

    public static readonly MapSchema Map = new(
        "dataset",
        [
            Path,
            Frozen,
            Rows,
            Missing,
            Columns,
            OtherColumns,
            Ordered,
            .. DatasetConstraintKeys.OfDataset,
            Drift,
            DisjointFrom,
            CommonKeys.Severity,
        ]
    );
}
