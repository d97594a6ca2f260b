using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>All checks of a dataset.</summary>
public static class DataChecks
{
    internal static readonly IReadOnlyList<IDatasetCheck> All =
    [
        new RowsMustExist(),
        new FrozenMustNotChange(),
        new RowCountMustBeInRange(),
        new RowCountMustNotChange(),
        new ColumnMustBePresent(),
        new TypeMustHold(),
        new MissingMustBeFew(),
        new ValueMustKeepConstraint(),
        new StatisticMustBeInRange(),
        new OtherColumnsMustNotExist(),
        new ColumnsMustBeInOrder(),
        new RowsMustKeepConstraint(),
        new ColumnMustNotDrift(),
        new RowsMustBeDisjoint(),
    ];

    /// <summary>All that the declared checks need counted.</summary>
    public static IReadOnlyList<ViolationQuery> Queries(DatasetGate gate) => [.. All.SelectMany(check => check.Queries(gate))];

    /// <summary>
    /// Judges a dataset: a finding for each declared check, passed ones too, in the order of the gate file; those of a policy that it
    /// extends come last.
    /// </summary>
    public static IReadOnlyList<Finding> Evaluate(DatasetInputs inputs) =>
        [
            .. WithoutAbsent(inputs, [.. All.SelectMany(check => Evaluate(check, inputs))])
                .OrderBy(finding => finding.Place!.File == inputs.Gate.Place.File ? 0 : 1)
                .ThenBy(finding => finding.Place!.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Place!.Line)
                .ThenBy(finding => finding.Place!.Column),
        ];

    private static IEnumerable<Finding> Evaluate(IDatasetCheck check, DatasetInputs inputs) =>
        check.Evaluate(inputs).Select(finding => finding with { Judged = check.Judged(inputs, finding) });

    // One absent column is one finding: what could not be measured of it is not told beside, unless it weighs more.
    private static IEnumerable<Finding> WithoutAbsent(DatasetInputs inputs, List<Finding> findings)
    {
        var absent = findings
            .Where(finding => finding.Code == Diagnostics.ColumnMissing.Code && finding.Outcome == Outcome.Failed)
            .ToDictionary(finding => finding.Id);
        if (absent.Count == 0)
        {
            return findings;
        }

        var columns = inputs
            .Gate.Columns.Where(column => absent.ContainsKey(column.Id))
            .ToDictionary(column => column.Name, StringComparer.Ordinal);
        var drift = DriftPlan
            .For(inputs.Gate)
            .Where(column => columns.ContainsKey(column.Name))
            .ToDictionary(column => column.Limit.Id, column => columns[column.Name].Id);
        return findings.Where(finding =>
            finding.Outcome != Outcome.NotMeasured || ColumnOf(finding) is not { } column || absent[column].Severity < finding.Severity
        );

        CheckId? ColumnOf(Finding finding) =>
            drift.GetValueOrDefault(finding.Id) ?? absent.Keys.FirstOrDefault(id => finding.Id != id && finding.Id.IsIn(id));
    }
}
