using MlGate.Findings;
using MlGate.Profiles;

namespace MlGate.Checks.Data;

/// <summary>
/// No row of the dataset is in another one that it is declared disjoint from. The same id or group on both sides is leakage, and one is enough; both are looked at where both are declared. A column without a single value shows nothing. Without them equal rows
/// are compared: two customers may be alike, so the share that is found again only warns, and only beyond the share that repeats inside the dataset itself.
/// </summary>
internal sealed class RowsMustBeDisjoint : IDatasetCheck
{
    /// <summary>What <see cref="SharedRows.By"/> says when there was neither an id nor a group.</summary>
    internal const string ByEqualRows = "equal rows";

    /// <inheritdoc/>
    public IEnumerable<Finding> Judge(DatasetInputs inputs)
    {
        foreach (var other in inputs.Gate.DisjointFrom)
        {
            var check = Judged.Of(Diagnostics.RowsShared, other, inputs.Gate.Id, $"no row in common with datasets.{other.Value}");
            if (!inputs.Shared.TryGetValue(other.Value, out var shared))
            {
                yield return check.NotMeasured("the rows could not be compared", $"See the findings on datasets.{other.Value}");
            }
            else if (shared.Of == 0)
            {
                yield return check.NotMeasured(Nothing(shared.By, other.Value), "Check how the data was exported");
            }
            else
            {
                yield return shared.By == ByEqualRows ? EqualRows(check, shared) : Named(check, shared, other.Value);
            }
        }
    }

    private static string Nothing(string by, string other) => by == ByEqualRows
        ? "there are no rows to compare"
        : $"no row has {(by == "id column" ? "an id" : "a group")}, here or in datasets.{other}";

    private static Finding Named(Judged check, SharedRows shared, string other) => shared.Shared == 0
        ? check.Passed($"none of {Phrase.Number(shared.Of)} rows is in both (by {shared.By})", Evidence(shared, 0))
        : check.Failed(
            $"{Phrase.Number(shared.Shared)} of {Phrase.Number(shared.Of)} rows ({Phrase.Percent(Share(shared.Shared, shared))}) are in both (by {shared.By})",
            $"Take them out of the training side and train again (the other side here is datasets.{other})",
            Evidence(shared, 0));

    private static Finding EqualRows(Judged check, SharedRows shared)
    {
        var quiet = check with
        {
            Severity = check.Severity == Severity.Error ? Severity.Warn : check.Severity,
            Expected = check.Expected + ", but for as many as repeat by chance",
        };
        var inside = Share(shared.DuplicatedInside, shared);
        var found = $"{Phrase.Number(shared.Shared)} of {Phrase.Number(shared.Of)} rows ({Phrase.Percent(Share(shared.Shared, shared))}) have an equal one there, "
            + $"{Phrase.Percent(inside)} have one inside the dataset itself";
        return shared.Shared <= shared.DuplicatedInside
            ? quiet.Passed(found, Evidence(shared, inside))
            : quiet.Failed(found, "Declare a column with 'role: id' or 'role: group' to tell repeated rows from leaked ones, or remove the rows", Evidence(shared, inside));
    }

    private static double Share(long rows, SharedRows shared) => rows / (double)shared.Of;

    private static Evidence Evidence(SharedRows shared, double limit) => new()
    {
        Measure = "shared rows",
        Candidate = Share(shared.Shared, shared),
        Limit = new Limit("max", limit),
        Rows = shared.Of,
        Note = "compared by " + shared.By,
        OffendingRows = shared.FirstRows,
    };
}
