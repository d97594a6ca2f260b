using System.Globalization;
using MlGate.Drift;
using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of drift.</summary>
internal static class DriftKeys
{
    /// <summary>The value of <see cref="Against"/> that means the earlier version of the dataset itself.</summary>
    public const string Baseline = "baseline";

    public static readonly KeyDefinition<string> Against = new("against", new TextSchema("baseline, or the name of a dataset"))
    {
        Meaning =
            "Reference of the comparison: `baseline` (the earlier version of this dataset), or another dataset of this "
            + "gate file in its current version, for example the training data.",
        Example = "against: train",
        Default = "baseline",
        Codes = [Diagnostics.UnknownReference],
    };

    public static readonly KeyDefinition<bool> AddedRowsOnly = new(
        "rows",
        new ChoiceSchema<bool>(new Dictionary<string, object> { ["all"] = false, ["added"] = true })
    )
    {
        Meaning = "`added` compares only rows that are not in the baseline: otherwise the old rows of a growing training set dilute drift.",
        Example = "rows: added",
        Default = "all",
    };

    public static readonly KeyDefinition<DriftMethod> Method = new(
        "method",
        new ChoiceSchema<DriftMethod>(DriftMethods.All.ToDictionary(method => method.Key, object (method) => method))
    )
    {
        Meaning =
            $"The statistic. {Joined(method => !method.ForCategories)} are for numbers, {Joined(method => !method.ForNumbers)} "
            + $"for categories and booleans, {Joined(method => method.ForNumbers && method.ForCategories)} for both.",
        Example = "method: psi",
        Default = "wasserstein for numbers, jensen-shannon for categories",
    };

    public static readonly KeyDefinition<double> Limit = new("limit", new NumberSchema(NumberRange.NotNegative))
    {
        Meaning = "Largest value of the statistic minus its mean under the null hypothesis, in the unit of the statistic.",
        Example = "limit: 0.2",
        Default = string.Join(
            ", ",
            DriftMethods
                .All.GroupBy(method => method.DefaultLimit)
                .OrderByDescending(same => same.Count())
                .Select(
                    (same, at) =>
                        at == 0
                            ? same.Key.ToString(CultureInfo.InvariantCulture)
                            : FormattableString.Invariant($"for {string.Join(", ", same)} {same.Key}")
                )
        ),
        Codes = [Diagnostics.ColumnDrifted],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly MapSchema ColumnMap = new("drift-column", Method, Limit, CommonKeys.Severity);

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Columns = new(
        "columns",
        new NamedEntriesSchema<MapValue>("column", ColumnMap) { OfData = true }
    )
    {
        Meaning = "Method and limit per column. The column must be declared, because the method depends on its type.",
        Example = "columns: { monthly_charges: { method: psi, limit: 0.2 } }",
        Codes = [Diagnostics.ColumnDrifted],
    };

    public static readonly MapSchema Map = new("drift", Against, AddedRowsOnly, Columns, CommonKeys.Severity);

    // `one`, `two` and `three`.
    private static string Joined(Func<DriftMethod, bool> which)
    {
        var keys = DriftMethods.All.Where(which).Select(method => $"`{method.Key}`").ToList();
        return keys.Count == 1 ? keys[0] : string.Join(", ", keys.SkipLast(1)) + " and " + keys[^1];
    }
}
