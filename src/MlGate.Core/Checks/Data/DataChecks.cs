using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>All checks of a dataset.</summary>
public static class DataChecks
{
    private static readonly IDatasetCheck[] Checks =
    [
        new RowsMustExist(),
        new FrozenMustNotChange(),
        new RowCountMustBeInRange(),
        new RowCountMustNotChange(),
        new ColumnMustBePresent(),
        new TypeMustHold(),
        new MissingMustBeFew(),
        new ValueMustBeInRange(),
        new ValueMustBeInDomain(),
        new ValueMustMatchPattern(),
        new LengthMustBeInRange(),
        new ValueMustBeUnique(),
        new OtherColumnsMustNotExist(),
        new ColumnsMustBeInOrder(),
        new KeyMustBeUnique(),
        new RuleMustHold(),
        new ColumnMustNotDrift(),
        new RowsMustBeDisjoint(),
    ];

    /// <summary>Judges a dataset: a finding for each declared check, passed ones too, in the order of the gate file; those of a policy that it extends come last.</summary>
    public static IReadOnlyList<Finding> Judge(DatasetInputs inputs) =>
        [.. Checks
            .SelectMany(check => check.Judge(inputs))
            .OrderBy(finding => finding.Place!.File == inputs.Gate.Place.File ? 0 : 1)
            .ThenBy(finding => finding.Place!.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place!.Line)
            .ThenBy(finding => finding.Place!.Column)];
}
