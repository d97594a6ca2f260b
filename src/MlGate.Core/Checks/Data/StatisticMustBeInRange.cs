using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>A statistic of a column's values lies between its declared limits.</summary>
internal sealed class StatisticMustBeInRange : IDatasetCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs) =>
        from column in inputs.Gate.Columns
        from declared in column.StatisticLimits
        select Evaluate(inputs, column, declared.Kind, declared.Limit);

    private static Finding Evaluate(DatasetInputs inputs, ColumnGate column, StatisticLimit kind, Declared<GateNumber> limit)
    {
        var statistic = kind.Statistic;
        var expected = $"a {statistic.Key} of {(kind.Kind.IsLeast ? "at least" : "at most")} {FoundText.Number(limit.Value)}";
        var check = FindingBuilder.From(kind.Code, limit, FoundText.Subject(inputs.Gate, column.Name), expected);
        var optional = column.Optional ? check with { Severity = Severity.Info } : check;
        if (inputs.Column(column.Name) is not { } profile)
        {
            return optional.NotMeasured("column missing", "Add the column to the data, or remove it from the gate file");
        }

        if (statistic.Read(profile) is not { } value)
        {
            return (ValueCheck.MayBeEmpty(column) ? check with { Severity = Severity.Info } : optional).NotMeasured(
                "no values to check",
                "Check how the data was exported, or remove the check from the gate file"
            );
        }

        var evidence = new Evidence
        {
            Measure = statistic.Key,
            Candidate = value,
            Baseline = inputs.BaselineColumn(column.Name) is { } earlier ? statistic.Read(earlier) : null,
            Limit = new Limit(kind.Kind, limit.Value.Value),
            Rows = profile.Present,
        };
        var found = $"a {statistic.Key} of {FoundText.Number(value)} over {FoundText.Number(profile.Present)} values";
        return kind.IsKept(value, limit.Value)
            ? check.Passed(found, evidence)
            : check.Failed(found, $"Check how the data was made, or change the limit under '{limit.Id}'", evidence);
    }
}
