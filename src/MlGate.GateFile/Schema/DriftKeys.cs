using MlGate.Drift;
using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of drift.</summary>
internal static class DriftKeys
{
    /// <summary>The value of <see cref="Against"/> that means the earlier version of the dataset itself.</summary>
    public const string Baseline = "baseline";

    public static readonly Key<string> Against = new("against", new TextKind("baseline, or the name of a dataset"))
    {
        Meaning =
            "What the distributions are compared with: `baseline`, the earlier version of this dataset, or another dataset of this "
            + "gate file in its present version, for example the training data.",
        Example = "against: train",
        Default = "baseline",
        Codes = [Diagnostics.UnknownReference],
    };

    public static readonly Key<bool> AddedRowsOnly = new(
        "rows",
        new ChoiceKind<bool>(new Dictionary<string, object> { ["all"] = false, ["added"] = true })
    )
    {
        Meaning =
            "`added` compares only the rows that the baseline does not have: in a training set that grows, drift of the new rows is "
            + "diluted.",
        Example = "rows: added",
        Default = "all",
    };

    public static readonly Key<DriftMethod> Method = new("method", new ChoiceKind<DriftMethod>(Words.Of<DriftMethod>()))
    {
        Meaning =
            "The statistic. `wasserstein` and `kolmogorov-smirnov` are for numbers, `jensen-shannon` and `l-infinity` for categories "
            + "and booleans, `psi` for both.",
        Example = "method: psi",
        Default = "wasserstein for numbers, jensen-shannon for categories",
    };

    public static readonly Key<double> Limit = new("limit", new NumberKind(NumberRange.NotNegative))
    {
        Meaning = "Largest value of the statistic after its null mean is taken off, in the statistic's unit.",
        Example = "limit: 0.2",
        Default = "0.1, for l-infinity 0.05",
        Codes = [Diagnostics.ColumnDrifted],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly MapKind ColumnMap = new("drift-column", Method, Limit, CommonKeys.Severity);

    public static readonly Key<IReadOnlyList<Named<MapValue>>> Columns = new(
        "columns",
        new NamedKind<MapValue>("column", ColumnMap) { OfData = true }
    )
    {
        Meaning = "Method and limit per column; the column must be declared, because the method depends on its type.",
        Example = "columns: { monthly_charges: { method: psi, limit: 0.2 } }",
        Codes = [Diagnostics.ColumnDrifted],
    };

    public static readonly MapKind Map = new("drift", Against, AddedRowsOnly, Columns, CommonKeys.Severity);
}
