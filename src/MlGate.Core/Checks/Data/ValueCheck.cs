using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>
/// A fact that must hold for each (or for most) of a column's present values, counted by a query under the check's id.
/// </summary>
internal abstract class ValueCheck : IDatasetCheck
{
    // A share is the quotient of two whole numbers and a limit a decimal fraction: this is far above their rounding and far below one row.
    private const double Rounding = 1e-12;

    /// <inheritdoc/>
    public IEnumerable<ViolationQuery> Queries(DatasetGate gate) =>
        gate.Columns.SelectMany(column => Facts(column, FoundText.Subject(gate, column.Name))).Select(fact => fact.Query);

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs) =>
        from column in inputs.Gate.Columns
        from fact in Facts(column, FoundText.Subject(inputs.Gate, column.Name))
        select Evaluate(inputs, column, fact);

    /// <summary>The facts that the column declares.</summary>
    protected abstract IEnumerable<ValueFact> Facts(ColumnGate column, string subject);

    /// <summary>True if at least the share <paramref name="mostly"/> of the values is valid.</summary>
    internal static bool Keeps(long count, long of, double mostly) =>
        count == 0 || (mostly < 1 && (of - count) / (double)of >= mostly - Rounding);

    /// <summary>True if the gate file allows a column without values.</summary>
    internal static bool MayBeEmpty(ColumnGate? column) => column?.MaxMissing is { Value: >= 1 };

    private static Finding Evaluate(DatasetInputs inputs, ColumnGate column, ValueFact fact)
    {
        var judged = column.Optional ? fact.Check with { Severity = Severity.Info } : fact.Check;
        if (inputs.Column(column.Name) is null)
        {
            return judged.NotMeasured("column missing", "Add the column to the data, or remove it from the gate file");
        }

        if (inputs.NotUsable.TryGetValue(fact.Check.Id.Text, out var problem))
        {
            return RowsMustKeepConstraint.NotUsable(fact.Check, problem, "a pattern in RE2 syntax");
        }

        if (!inputs.Violations.TryGetValue(fact.Check.Id.Text, out var violations))
        {
            return fact.Check.NotMeasured("no result for this check in the scan", "See the other findings on this dataset");
        }

        if (violations.Of == 0)
        {
            return (MayBeEmpty(column) ? fact.Check with { Severity = Severity.Info } : judged).NotMeasured(
                "no values to check",
                "Check how the data was exported, or remove the check from the gate file"
            );
        }

        return Evaluate(fact.Check, violations, fact.Mostly, fact.Noun, fact.Broken, fact.Fix);
    }

    /// <summary>The finding over counted violations.</summary>
    internal static Finding Evaluate(
        FindingBuilder check,
        Profiles.Violations violations,
        double mostly,
        string noun,
        string broken,
        string fix
    )
    {
        var found =
            violations.Count == 0
                ? $"0 of {FoundText.Number(violations.Of)} {noun} violate the limit"
                : $"{FoundText.Number(violations.Count)} of {FoundText.Number(violations.Of)} {noun} {broken}"
                    + (violations.FirstRows.Count == 0 ? "" : $" ({FoundText.Rows(violations)})")
                    + (violations.Note is null ? "" : $"; {violations.Note}");
        var evidence = new Evidence
        {
            Measure = "broken",
            Candidate = violations.Count / (double)violations.Of,
            Limit = new Limit(LimitKinds.Mostly, mostly),
            Rows = violations.Of,
            OffendingRows = FoundText.RowNumbers(violations),
        };
        return Keeps(violations.Count, violations.Of, mostly) ? check.Passed(found, evidence) : check.Failed(found, fix, evidence);
    }
}

/// <summary>One fact that values must keep.</summary>
/// <param name="Check">Code, id, place, severity, subject, expectation.</param>
/// <param name="Query">What breaks it.</param>
/// <param name="Broken">What a broken one does: <c>are under 0</c>.</param>
/// <param name="Mostly">Share of the values for which it must hold.</param>
/// <param name="Fix">The way out.</param>
/// <param name="Noun">What is counted.</param>
internal sealed record ValueFact(
    FindingBuilder Check,
    ViolationQuery Query,
    string Broken,
    double Mostly,
    string Fix,
    string Noun = "values"
);
