using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data.Constraints;

/// <summary>An end of a range of numbers, which belongs to the range.</summary>
internal abstract class NumberLimit : ValueConstraint<GateNumber>
{
    private const double LargestExact = 1L << 53;

    public override LimitForm<GateNumber> Form => LimitForms.Number;

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Integer, ColumnType.Number];

    public override Diagnostic Code => Diagnostics.OutsideRange;

    public override string Remedy => "widen the range under";

    public override string FixOn(ColumnType type) =>
        type switch
        {
            ColumnType.Date or ColumnType.Timestamp => "Use after and before",
            ColumnType.Category or ColumnType.Text => "Use 'length' for the number of characters",
            _ => "Remove it",
        };

    // The profile has its extremes as doubles, to which larger integers are rounded.
    protected static bool IsExact(double extreme, GateNumber limit) =>
        Math.Abs(extreme) < LargestExact && Math.Abs(limit.Value) < LargestExact;
}

/// <summary>Numbers are at least <c>min</c>.</summary>
internal sealed class Minimum : NumberLimit
{
    public override string Key => "min";

    public override string Meaning => "Smallest value; for `integer` and `number`.";

    public override string Example => "min: 0";

    public override string? UpperEnd => "max";

    public override bool IsWeaker(GateNumber policy, GateNumber limit) => limit < policy;

    public override ValuePredicate Breaks(GateNumber limit, NumberForm form) =>
        new Comparison(new ColumnValue(), ComparisonOperator.Below, new NumberLiteral(limit));

    public override string Expected(GateNumber limit) => $"to be at least {FoundText.Number(limit)}";

    public override string Broken(GateNumber limit) => $"are below {FoundText.Number(limit)}";

    public override bool IsKeptBy(ColumnProfile profile, ColumnType type, GateNumber limit) =>
        profile.Numbers is { } numbers && IsExact(numbers.Min, limit) && numbers.Min >= limit.Value;
}

/// <summary>Numbers are at most <c>max</c>.</summary>
internal sealed class Maximum : NumberLimit
{
    public override string Key => "max";

    public override string Meaning => "Largest value; for `integer` and `number`.";

    public override string Example => "max: 120";

    public override bool IsWeaker(GateNumber policy, GateNumber limit) => limit > policy;

    public override ValuePredicate Breaks(GateNumber limit, NumberForm form) =>
        new Comparison(new ColumnValue(), ComparisonOperator.Above, new NumberLiteral(limit));

    public override string Expected(GateNumber limit) => $"to be at most {FoundText.Number(limit)}";

    public override string Broken(GateNumber limit) => $"are above {FoundText.Number(limit)}";

    public override bool IsKeptBy(ColumnProfile profile, ColumnType type, GateNumber limit) =>
        profile.Numbers is { } numbers && IsExact(numbers.Max, limit) && numbers.Max <= limit.Value;
}
