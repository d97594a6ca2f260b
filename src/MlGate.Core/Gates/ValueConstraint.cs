using MlGate.Profiles;

namespace MlGate.Gates;

/// <summary>
/// A limit that each present value keeps by itself: the condition that breaks it. One class each, and a row in the table of constraints.
/// </summary>
/// <typeparam name="T">The limit's type.</typeparam>
public abstract class ValueConstraint<T> : ColumnConstraint<T>
    where T : notnull
{
    private protected ValueConstraint() { }

    /// <summary>True for a value that breaks it; unknown for a missing value.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="form">How the column holds its numbers, if it does.</param>
    public abstract ValuePredicate Breaks(T limit, NumberForm form);

    /// <summary>What must hold, after <c>every value</c>: <c>to be at least 0</c>.</summary>
    public abstract string Expected(T limit);

    /// <summary>What is wrong, after the number of values: <c>are below 0</c>.</summary>
    public abstract string Broken(T limit);

    /// <summary>The way out besides correcting the rows, before the check's id: <c>widen the range under</c>.</summary>
    public virtual string Remedy => "change the limit under";

    /// <summary>True if the exact profile of a column shows that no value breaks it; false if it does not show that.</summary>
    public virtual bool IsKeptBy(ColumnProfile profile, ColumnType type, T limit) => false;

    /// <inheritdoc/>
    public sealed override bool CanHoldMostly => true;

    /// <inheritdoc/>
    public sealed override DeclaredConstraint Declare(Declared<T> limit) => new DeclaredValueConstraint<T>(this, limit);
}
