using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>An end of a range of moments, which belongs to the range.</summary>
internal abstract class MomentLimit : ValueConstraint<DateTimeOffset>
{
    public override LimitForm<DateTimeOffset> Form => LimitForms.Moment;

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Date, ColumnType.Timestamp];

    public override Diagnostic Code => Diagnostics.OutsideRange;

    public override string Remedy => "widen the range under";

    public override string FixOn(ColumnType type) => type is ColumnType.Integer or ColumnType.Number ? "Use min and max" : base.FixOn(type);
}

/// <summary>Moments are not before <c>after</c>.</summary>
internal sealed class Earliest : MomentLimit
{
    public override string Key => "after";

    public override string Meaning => "Earliest time (inclusive); for `date` and `timestamp`.";

    public override string Example => "after: 2020-01-01";

    public override string? UpperEnd => "before";

    public override bool IsWeaker(DateTimeOffset policy, DateTimeOffset limit) => limit < policy;

    public override ValuePredicate Breaks(DateTimeOffset limit, NumberForm form) =>
        new Comparison(new ColumnValue(), ComparisonOperator.Below, new MomentLiteral(limit));

    public override string Expected(DateTimeOffset limit) => $"to be at or after {MomentText.Write(limit)}";

    public override string Broken(DateTimeOffset limit) => $"are before {MomentText.Write(limit)}";
}

/// <summary>Moments are not after <c>before</c>.</summary>
internal sealed class Latest : MomentLimit
{
    public override string Key => "before";

    public override string Meaning => "Latest time (inclusive); for `date` and `timestamp`.";

    public override string Example => "before: 2030-12-31T23:59:59Z";

    public override bool IsWeaker(DateTimeOffset policy, DateTimeOffset limit) => limit > policy;

    public override ValuePredicate Breaks(DateTimeOffset limit, NumberForm form) =>
        new Comparison(new ColumnValue(), ComparisonOperator.Above, new MomentLiteral(limit));

    public override string Expected(DateTimeOffset limit) => $"to be at or before {MomentText.Write(limit)}";

    public override string Broken(DateTimeOffset limit) => $"are after {MomentText.Write(limit)}";
}
