using MlGate.Findings;
using MlGate.Profiles;

namespace MlGate.Gates;

/// <summary>
/// A statistic of a column's values that the profile has, with a smallest and a largest value in the gate file. One class each, and a row
/// in the table of constraints. What a statistic is limited to enters no cache key: a profile is the same for every limit.
/// </summary>
public abstract class ColumnStatistic
{
    private protected ColumnStatistic() => Limits = [new StatisticLimit(this, LimitKinds.Min), new StatisticLimit(this, LimitKinds.Max)];

    /// <summary>Its key in the map of the column, under which both limits stand; also its name in messages: <c>mean</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The types of columns that it is for.</summary>
    public abstract IReadOnlyList<ColumnType> Types { get; }

    /// <summary>For the reference page; Markdown.</summary>
    public abstract string Meaning { get; }

    /// <summary>For the reference page; YAML: a smallest and a largest value.</summary>
    public abstract string Example { get; }

    /// <summary>The statistic; null for a column without values.</summary>
    public abstract double? Read(ColumnProfile profile);

    /// <summary>Its smallest and its largest value, as constraints.</summary>
    public IReadOnlyList<StatisticLimit> Limits { get; }

    internal ConstraintGroup Group => field ??= new ConstraintGroup(Key, Meaning, Example);
}

/// <summary>One end of the range of a statistic, which belongs to the range.</summary>
public sealed class StatisticLimit : ColumnConstraint<GateNumber>
{
    private const double Rounding = 1e-12;

    internal StatisticLimit(ColumnStatistic statistic, LimitKind kind) => (Statistic, Kind) = (statistic, kind);

    /// <summary>The statistic.</summary>
    public ColumnStatistic Statistic { get; }

    /// <summary>At least, or at most.</summary>
    public LimitKind Kind { get; }

    /// <inheritdoc/>
    public override string Key => Kind.Key;

    /// <inheritdoc/>
    public override ConstraintGroup Group => Statistic.Group;

    /// <inheritdoc/>
    public override LimitForm<GateNumber> Form => LimitForms.Number;

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnType> Types => Statistic.Types;

    /// <inheritdoc/>
    public override Diagnostic Code => Diagnostics.StatisticOutOfRange;

    /// <inheritdoc/>
    public override string Meaning => Kind.IsLeast ? "Smallest value of the statistic." : "Largest value of the statistic.";

    /// <inheritdoc/>
    public override string Example => Kind.IsLeast ? "min: 10" : "max: 20";

    /// <inheritdoc/>
    public override string? UpperEnd => Kind.IsLeast ? LimitKinds.Max.Key : null;

    /// <inheritdoc/>
    public override bool IsWeaker(GateNumber policy, GateNumber limit) => Kind.IsLeast ? limit < policy : limit > policy;

    /// <summary>Does a statistic keep the limit, but for the rounding of its computation?</summary>
    public bool IsKept(double value, GateNumber limit)
    {
        var beyond = Kind.IsLeast ? limit.Value - value : value - limit.Value;
        return beyond <= Rounding * Math.Max(Math.Abs(value), Math.Abs(limit.Value));
    }

    /// <inheritdoc/>
    public override DeclaredConstraint Declare(Declared<GateNumber> limit) => new DeclaredStatisticLimit(this, limit);
}
