using MlGate.Findings;
using MlGate.Profiles;

namespace MlGate.Gates;

/// <summary>A constraint of a column with the limit that the gate file declares.</summary>
public abstract record DeclaredConstraint
{
    private protected DeclaredConstraint() { }

    /// <summary>The kind.</summary>
    public abstract ColumnConstraint Constraint { get; }

    /// <summary>The path of the limit in the gate file, which names the check.</summary>
    public abstract string Id { get; }

    /// <summary>Where the limit stands.</summary>
    public abstract FilePlace Place { get; }

    /// <summary>The severity that holds there.</summary>
    public abstract Severity Severity { get; }
}

/// <summary>A limit that each value keeps by itself.</summary>
public abstract record DeclaredValueConstraint : DeclaredConstraint
{
    private protected DeclaredValueConstraint() { }

    /// <summary>What must hold, after <c>every value</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>What is wrong, after the number of values.</summary>
    public abstract string Broken { get; }

    /// <summary>The way out.</summary>
    public abstract string Fix { get; }

    /// <summary>True for a value that breaks it; unknown for a missing value.</summary>
    /// <param name="form">How the column holds its numbers, if it does.</param>
    public abstract ValuePredicate Breaks(NumberForm form);

    /// <summary>True if the exact profile of a column shows that no value breaks it; false if it does not show that.</summary>
    public abstract bool IsKeptBy(ColumnProfile profile, ColumnType type);
}

/// <summary>A limit that each value keeps, with its type.</summary>
/// <typeparam name="T">The limit's type.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Limit">The limit.</param>
internal sealed record DeclaredValueConstraint<T>(ValueConstraint<T> Kind, Declared<T> Limit) : DeclaredValueConstraint
    where T : notnull
{
    public override ColumnConstraint Constraint => Kind;

    public override string Id => Limit.Id.Text;

    public override FilePlace Place => Limit.Place;

    public override Severity Severity => Limit.Severity;

    public override string Expected => Kind.Expected(Limit.Value);

    public override string Broken => Kind.Broken(Limit.Value);

    public override string Fix => $"Correct the rows, or {Kind.Remedy} '{Limit.Id}'";

    public override ValuePredicate Breaks(NumberForm form) => Kind.Breaks(Limit.Value, form);

    public override bool IsKeptBy(ColumnProfile profile, ColumnType type) => Kind.IsKeptBy(profile, type, Limit.Value);
}

/// <summary>One end of the range of a statistic.</summary>
/// <param name="Kind">The statistic and the end.</param>
/// <param name="Limit">The limit.</param>
public sealed record DeclaredStatisticLimit(StatisticLimit Kind, Declared<GateNumber> Limit) : DeclaredConstraint
{
    /// <inheritdoc/>
    public override ColumnConstraint Constraint => Kind;

    /// <inheritdoc/>
    public override string Id => Limit.Id.Text;

    /// <inheritdoc/>
    public override FilePlace Place => Limit.Place;

    /// <inheritdoc/>
    public override Severity Severity => Limit.Severity;
}
