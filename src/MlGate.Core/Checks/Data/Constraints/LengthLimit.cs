using System.Numerics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data.Constraints;

/// <summary>An end of a range of lengths, which belongs to the range.</summary>
internal abstract class LengthLimit : ValueConstraint<long>
{
    private static readonly ConstraintGroup Length = new(
        "length",
        "Length of the value in characters; for `category` and `text`.",
        "length: { min: 1, max: 40 }"
    );

    public override ConstraintGroup? Group => Length;

    public override LimitForm<long> Form => LimitForms.Count;

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Category, ColumnType.Text];

    public override Diagnostic Code => Diagnostics.LengthInvalid;

    public override string FixOn(ColumnType type) => "Remove it, or declare the type text";

    protected static ValuePredicate Compare(ComparisonOperator comparison, long limit) =>
        new Comparison(new TextLength(), comparison, new IntegerLiteral(new BigInteger(limit)));

    protected static LengthProfile? LengthsOf(ColumnProfile profile, ColumnType type) =>
        type is ColumnType.Text or ColumnType.Category ? profile.Lengths : null;
}

/// <summary>Texts have at least <c>length.min</c> characters.</summary>
internal sealed class ShortestText : LengthLimit
{
    public override string Key => "min";

    public override string Meaning => "Minimum number of characters.";

    public override string Example => "min: 1";

    public override string? UpperEnd => "max";

    public override bool IsWeaker(long policy, long limit) => limit < policy;

    public override ValuePredicate Breaks(long limit, NumberForm form) => Compare(ComparisonOperator.Below, limit);

    public override string Expected(long limit) => $"to have at least {FoundText.Number(limit)} characters";

    public override string Broken(long limit) => "are shorter";

    public override bool IsKeptBy(ColumnProfile profile, ColumnType type, long limit) =>
        LengthsOf(profile, type) is { } lengths && lengths.Min >= limit;
}

/// <summary>Texts have at most <c>length.max</c> characters.</summary>
internal sealed class LongestText : LengthLimit
{
    public override string Key => "max";

    public override string Meaning => "Maximum number of characters.";

    public override string Example => "max: 40";

    public override bool IsWeaker(long policy, long limit) => limit > policy;

    public override ValuePredicate Breaks(long limit, NumberForm form) => Compare(ComparisonOperator.Above, limit);

    public override string Expected(long limit) => $"to have at most {FoundText.Number(limit)} characters";

    public override string Broken(long limit) => "are longer";

    public override bool IsKeptBy(ColumnProfile profile, ColumnType type, long limit) =>
        LengthsOf(profile, type) is { } lengths && lengths.Max <= limit;
}
