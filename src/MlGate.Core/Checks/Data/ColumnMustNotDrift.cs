using MlGate.Drift;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data;

/// <summary>
/// A column's distribution is the baseline's: it alarms when the statistic exceeds its null mean by more than the limit, and its null
/// quantile at 1 − α/K over the K judged
/// columns (docs/statistics.md).
/// </summary>
internal sealed class ColumnMustNotDrift : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        var plan = DriftPlan.For(inputs.Gate);
        foreach (var column in plan)
        {
            var limit = column.Limit.Value;
            var check = FindingBuilder.From(
                Diagnostics.ColumnDrifted,
                column.Limit,
                FoundText.Subject(inputs.Gate, column.Name),
                $"{limit.Method.Key} at most {FoundText.Number(limit.Limit)} above the chance level"
                    + (inputs.Gate.Drift!.Against is { } other ? $", against {FoundText.Name(other)}" : "")
            );
            yield return Evaluate(inputs, check, column, inputs.Alpha / plan.Count);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) =>
        inputs.Gate.Drift?.Against is { } other
            ? [new(inputs.Gate.Id, JudgedVersions.Candidate), new(GateSection.Datasets.Subject(other), JudgedVersions.Candidate)]
            : [new(inputs.Gate.Id, JudgedVersions.AgainstBaseline)];

    private static Finding Evaluate(DatasetInputs inputs, FindingBuilder check, DriftedColumn column, double level)
    {
        var other = inputs.Gate.Drift!.Against;
        if (other is null && inputs.BaselineVersion is null)
        {
            return check.NoBaseline(inputs.RequireBaseline);
        }

        if (inputs.Column(column.Name) is null)
        {
            var optional = inputs.Gate.Columns.Any(declared => declared.Name == column.Name && declared.Optional);
            return (optional ? check with { Severity = Severity.Info } : check).NotMeasured(
                "column missing",
                "Add the column to the data, or remove it from the gate file"
            );
        }

        if (other is null && inputs.SameVersion)
        {
            return check.Passed("same bytes as the baseline");
        }

        if (inputs.Pairs is not { } pairs)
        {
            return other is null
                ? check.NotMeasured("distributions not compared", "See the other findings on this dataset and its baseline")
                : check.NotMeasured($"distributions not compared with {FoundText.Name(other)}", "See the findings on that dataset");
        }

        // There is a pair for each judged column that both versions have, and this version has it.
        if (pairs.FirstOrDefault(pair => pair.Column == column.Name) is not { } pair)
        {
            return other is null
                ? check.NoBaseline(inputs.RequireBaseline) with
                {
                    Found = "column missing in the baseline",
                }
                : check.NotMeasured(
                    $"{FoundText.Name(other)} does not have the column",
                    "Add the column there, or remove it from the drift checks of this dataset"
                );
        }

        // Like a column that the baseline does not have: there was no value that could have changed.
        var (hadValues, hasValues) = (HasValues(pair, pair.Baseline), HasValues(pair, pair.Candidate));
        if (!hadValues && hasValues)
        {
            return other is null
                ? check.NoBaseline(inputs.RequireBaseline) with
                {
                    Found = "no values of the column in the baseline",
                }
                : check.NotMeasured($"no value of the column in {FoundText.Name(other)}", "Check how the data was exported");
        }

        // A column that may be empty has nothing to compare in a batch where it is.
        var mayBeEmpty = ValueCheck.MayBeEmpty(inputs.Gate.Columns.FirstOrDefault(declared => declared.Name == column.Name));
        if (!hadValues)
        {
            return (mayBeEmpty ? check with { Severity = Severity.Info } : check).NotMeasured(
                $"no value in the column, in the candidate and in {(other is null ? "the baseline" : FoundText.Name(other))}",
                "Check how the data was exported"
            );
        }

        var method = column.Limit.Value.Method;
        if (method.NeedsNumbers && pair.Values.Count == 0)
        {
            var others = DriftMethods.All.Where(other => other.ForCategories);
            return check.NotMeasured($"{method.Key} needs numbers", $"Choose one of {string.Join(", ", others)} for this column");
        }

        var now = pair.Candidate.Sum();
        if (now == 0 && inputs.Gate.Drift!.AddedRowsOnly)
        {
            return (check with { Severity = check.Severity == Severity.Info ? Severity.Info : Severity.Warn }).NotMeasured(
                "no rows with a value were added",
                "Add rows, or compare all of them with 'rows: all'"
            );
        }

        return now == 0
            ? (mayBeEmpty ? check with { Severity = Severity.Info } : check).NotMeasured(
                "no value to compare in the candidate",
                "Check how the data was exported"
            )
            : Evaluate(
                check,
                pair,
                column.Limit.Value,
                level,
                SplitMix.Seed(inputs.Seed, column.Name),
                other is null ? "baseline rows" : "reference rows"
            );
    }

    // Missing values are a category of their own, without a value.
    private static bool HasValues(PairedDistribution pair, IReadOnlyList<long> counts) =>
        counts.Where((count, at) => count > 0 && (at >= pair.Categories.Count || pair.Categories[at] is not null)).Any();

    private static Finding Evaluate(
        FindingBuilder check,
        PairedDistribution pair,
        DriftLimit limit,
        double level,
        long seed,
        string reference
    )
    {
        long before = pair.Baseline.Sum(),
            now = pair.Candidate.Sum();
        var judgement = DriftStatistic.Create(pair, limit.Method, seed).Evaluate(limit.Limit, level);
        var isTooFew = !judgement.Alarm && judgement.NullQuantile is not null;
        var chance = judgement.NullMean is { } mean
            ? $"by chance {FoundText.Number(mean)} on average"
                + (
                    judgement.NullQuantile is { } quantile
                        ? $" and {FoundText.Number(quantile)} at the {FoundText.Percent(1 - level)} quantile"
                        : ""
                )
                + $" ({judgement.Null})"
            : null;
        var found =
            $"{limit.Method.Key} is {FoundText.Number(judgement.Statistic)} over "
            + $"{FoundText.Number(before)} and {FoundText.Number(now)} rows"
            + (chance is null ? "" : "; " + chance)
            + (isTooFew ? ": too few rows" : "");
        var evidence = new Evidence
        {
            Measure = limit.Method.Key,
            Candidate = judgement.Statistic,
            Limit = new Limit(LimitKinds.Drift, limit.Limit),
            Threshold = judgement.Threshold(limit.Limit),
            Rows = now,
            Denominator = new Denominator(reference, before),
            Note = chance,
        };
        return judgement.Alarm
            ? check.Failed(
                found,
                $"Check the source of the column; if the change is intended, raise '{check.Id}' for this change",
                evidence
            )
            : check.Passed(found, evidence);
    }
}
