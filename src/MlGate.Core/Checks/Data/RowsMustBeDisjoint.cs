using MlGate.Findings;
using MlGate.Profiles;
using MlGate.Statistics;

namespace MlGate.Checks.Data;

/// <summary>
/// No row of the dataset is in another one that it is declared disjoint from. The same id or group on both sides is leakage, and one is
/// enough; both are looked at where both are declared. A column without a single value shows nothing. Without them equal rows
/// are compared: two customers may be alike, so it fails where far more rows are shared than repeat by chance, and warns where somewhat
/// more are.
/// </summary>
internal sealed class RowsMustBeDisjoint : IDatasetCheck
{
    /// <summary>What <see cref="SharedRows.By"/> says when there was neither an id nor a group.</summary>
    internal const string ByEqualRows = "equal rows";

    // Far more than by chance: a false alarm stops a build, so its level is well below alpha.
    private const double FailsAt = 0.001;

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        foreach (var other in inputs.Gate.DisjointFrom)
        {
            var check = FindingBuilder.From(
                Diagnostics.RowsShared,
                other,
                inputs.Gate.Id.Text,
                $"no row in common with datasets.{other.Value}"
            );
            if (!inputs.Shared.TryGetValue(other.Value, out var shared))
            {
                yield return check.NotMeasured("the rows could not be compared", $"See the findings on datasets.{other.Value}");
            }
            else if (shared.IsEmpty)
            {
                yield return check.NotMeasured(Nothing(shared.By, other.Value), "Check how the data was exported");
            }
            else
            {
                var sides = Sides(inputs, other.Value, shared);
                yield return shared.By == ByEqualRows ? EqualRows(check, shared, sides, inputs.Alpha) : Named(check, shared, sides);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) =>
        [
            new(inputs.Gate.Id, JudgedVersions.TestRows),
            .. inputs
                .Gate.DisjointFrom.Where(other => other.Id == finding.Id)
                .Select(other => new JudgedArtifact(GateSection.Datasets.Subject(other.Value), JudgedVersions.TestRows)),
        ];

    private static string Nothing(string by, string other) =>
        by == ByEqualRows
            ? "no rows to compare"
            : $"no row has {(by == "id column" ? "an id" : "a group")}, in this dataset or in datasets.{other}";

    // What is known of the test set counts. Where no model says which it is, the dataset that must be kept apart is.
    private static (Side Test, Side Training) Sides(DatasetInputs inputs, string otherName, SharedRows shared)
    {
        var one = new Side(inputs.Gate.Id, shared.One);
        var other = new Side(GateSection.Datasets.Subject(otherName), shared.Other);
        return inputs.TestSets.Contains(inputs.Gate.Name) && !inputs.TestSets.Contains(otherName) ? (one, other) : (other, one);
    }

    private static Finding Named(FindingBuilder check, SharedRows shared, (Side Test, Side Training) sides)
    {
        var found = $"{Known(sides)} (by {shared.By})";
        return shared.One.Shared == 0
            ? check.Passed(found, Evidence(shared, sides.Test, 0))
            : check.Failed(found, "Remove these rows from the training data and retrain", Evidence(shared, sides.Test, 0));
    }

    private static Finding EqualRows(FindingBuilder check, SharedRows shared, (Side Test, Side Training) sides, double alpha)
    {
        check = check with { Expected = check.Expected + ", except duplicates by chance" };
        if (shared.One.Shared == 0)
        {
            return check.Passed(Known(sides), Evidence(shared, sides.Test, null));
        }

        var (test, training) = (sides.Test.Rows, sides.Training.Rows);
        var expected = SharedByChance.Expected(shared.Repeats, test.Rows, training.Rows);
        var p = SharedByChance.P(shared.Repeats, test.Rows, training.Rows, test.Pairs, training.Pairs);
        var found =
            $"{Known(sides)}, {FoundText.Number(Math.Round(expected, 1))} expected by chance (p "
            + $"{(p < FailsAt ? "< " + FoundText.Number(FailsAt) : "= " + FoundText.Number(Math.Round(p, 3)))})";
        var evidence = Evidence(shared, sides.Test, null);
        var alone = test.Pairs + training.Pairs == 0;
        if (p <= FailsAt || (alone && test.Rows > 1 && test.Shared == test.Rows))
        {
            return check.Failed(
                found,
                "Remove these rows from the training data and retrain, or declare a column with 'role: id' or 'role: group'",
                evidence
            );
        }

        return p > alpha && !alone
            ? check.Passed(found, evidence)
            : (check with { Severity = check.Severity == Severity.Error ? Severity.Warn : check.Severity }).Failed(
                found,
                "Declare a column with 'role: id' or 'role: group' to distinguish duplicates from leaked rows, or remove the rows",
                evidence
            );
    }

    private static string Known((Side Test, Side Training) sides)
    {
        var (test, training) = sides;
        return test.Rows.Shared == 0
            ? $"none of the {FoundText.Number(test.Rows.Rows)} rows of {test.Id} is in {training.Id}"
            : $"{FoundText.Number(test.Rows.Shared)} of the {FoundText.Number(test.Rows.Rows)} rows of {test.Id} "
                + $"({FoundText.Percent(test.Share)}) are in {training.Id}: "
                + $"{FoundText.Number(training.Rows.Shared)} of its {FoundText.Number(training.Rows.Rows)} rows "
                + $"({FoundText.Percent(training.Share)})";
    }

    private static Evidence Evidence(SharedRows shared, Side test, double? limit) =>
        new()
        {
            Measure = "shared rows",
            Candidate = test.Share,
            Limit = limit is { } most ? new Limit(LimitKinds.Max, most) : null,
            Rows = test.Rows.Rows,
            Note = "compared by " + shared.By,
            OffendingRows = shared.FirstRows,
        };

    private sealed record Side(CheckId Id, SharedSide Rows)
    {
        public double Share => Rows.Shared / (double)Rows.Rows;
    }
}
