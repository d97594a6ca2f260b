using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>
/// A limit that the present values of a column keep together: what a query counts. One class each, and a row in the table of constraints.
/// </summary>
/// <typeparam name="T">The limit's type.</typeparam>
public abstract class ValuesConstraint<T> : ColumnConstraint<T>
    where T : notnull
{
    private protected ValuesConstraint() { }

    /// <summary>What breaks it; null for a limit that asks for nothing.</summary>
    public abstract ViolationQuery? Query(CheckId id, string column, T limit);

    /// <summary>What must hold: <c>unique values</c>.</summary>
    public abstract string Expected(T limit);

    /// <summary>What is wrong, after the number of values: <c>are duplicates</c>.</summary>
    public abstract string Broken(T limit);

    /// <summary>The way out.</summary>
    public abstract string Fix(CheckId id, T limit);

    /// <inheritdoc/>
    public sealed override DeclaredConstraint Declare(Declared<T> limit) => new DeclaredValuesConstraint<T>(this, limit);
}

/// <summary>A limit that the values of a column keep together.</summary>
public abstract record DeclaredValuesConstraint : DeclaredConstraint
{
    private protected DeclaredValuesConstraint() { }

    /// <summary>What must hold.</summary>
    public abstract string Expected { get; }

    /// <summary>What is wrong, after the number of values.</summary>
    public abstract string Broken { get; }

    /// <summary>The way out.</summary>
    public abstract string Fix { get; }

    /// <summary>What breaks it; null for a limit that asks for nothing.</summary>
    public abstract ViolationQuery? Query(string column);
}

/// <summary>A limit that the values of a column keep together, with its type.</summary>
/// <typeparam name="T">The limit's type.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Limit">The limit.</param>
internal sealed record DeclaredValuesConstraint<T>(ValuesConstraint<T> Kind, Declared<T> Limit) : DeclaredValuesConstraint
    where T : notnull
{
    public override ColumnConstraint Constraint => Kind;

    public override string Id => Limit.Id.Text;

    public override FilePlace Place => Limit.Place;

    public override Severity Severity => Limit.Severity;

    public override string Expected => Kind.Expected(Limit.Value);

    public override string Broken => Kind.Broken(Limit.Value);

    public override string Fix => Kind.Fix(Limit.Id, Limit.Value);

    public override ViolationQuery? Query(string column) => Kind.Query(Limit.Id, column, Limit.Value);
}
