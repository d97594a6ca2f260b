using MlGate.Findings;
using MlGate.Profiles;

namespace MlGate.Gates;

/// <summary>
/// A kind of limit of a column: its key, its types, its words. Each value must keep it (<see cref="ValueConstraint{T}"/>), all of them
/// together (<see cref="ValuesConstraint{T}"/>), or a statistic of them (<see cref="StatisticLimit"/>). Gate file, reference page,
/// validation, scan, cache key and finding are made from it.
/// </summary>
public abstract class ColumnConstraint
{
    private protected ColumnConstraint() { }

    /// <summary>The key of the gate file, in the map of the column or of its <see cref="Group"/>: <c>min</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The key of the column that the key stands under; null for the column itself.</summary>
    public virtual ConstraintGroup? Group => null;

    /// <summary>The types of columns that it is for.</summary>
    public abstract IReadOnlyList<ColumnType> Types { get; }

    /// <summary>Code of its findings.</summary>
    public abstract Diagnostic Code { get; }

    /// <summary>For the reference page; Markdown.</summary>
    public abstract string Meaning { get; }

    /// <summary>For the reference page; YAML.</summary>
    public abstract string Example { get; }

    /// <summary>What holds without it, for the reference page; null if nothing does.</summary>
    public virtual string? Default => null;

    /// <summary>True if it can hold for most values, and not for all of them.</summary>
    public virtual bool CanHoldMostly => false;

    /// <summary>Key of the constraint, in the same map, whose limit must not be below this one's; null for none.</summary>
    public virtual string? UpperEnd => null;

    /// <summary>What to do where it stands on a column of another type.</summary>
    public virtual string FixOn(ColumnType type) => "Remove it, or declare the type " + TypeWords;

    /// <summary>The types for people: <c>integer or number</c>.</summary>
    public string TypeWords => string.Join(" or ", Types.Select(type => type.ToString().ToLowerInvariant()));

    /// <summary>The key with that of its group: <c>length.min</c>.</summary>
    public string Path => Group is null ? Key : $"{Group.Key}.{Key}";

    /// <summary>True if the first limit is above the second.</summary>
    public abstract bool IsAbove(object one, object other);

    /// <summary>What is wrong with a limit on a column of a type; null for nothing.</summary>
    public abstract LimitProblem? ProblemWith(object limit, ColumnType type);

    /// <summary>The constraint with a limit.</summary>
    public abstract DeclaredConstraint Declare(Declared<object> limit);

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}

/// <summary>A constraint and the type of its limit.</summary>
/// <typeparam name="T">The limit's type.</typeparam>
public abstract class ColumnConstraint<T> : ColumnConstraint
    where T : notnull
{
    private protected ColumnConstraint() { }

    /// <summary>How the limit is written.</summary>
    public abstract LimitForm<T> Form { get; }

    /// <summary>True if a limit asks for less than that of a policy.</summary>
    public abstract bool IsWeaker(T policy, T limit);

    /// <summary>What is wrong with a limit on a column of a type that it is for; null for nothing.</summary>
    public virtual LimitProblem? ProblemWith(T limit, ColumnType type) => null;

    /// <summary>The constraint with a limit.</summary>
    public abstract DeclaredConstraint Declare(Declared<T> limit);

    /// <inheritdoc/>
    public sealed override DeclaredConstraint Declare(Declared<object> limit) =>
        Declare(new Declared<T>((T)limit.Value, limit.Id, limit.Place, limit.Severity));

    /// <inheritdoc/>
    public sealed override bool IsAbove(object one, object other) => Comparer<T>.Default.Compare((T)one, (T)other) > 0;

    /// <inheritdoc/>
    public sealed override LimitProblem? ProblemWith(object limit, ColumnType type) => ProblemWith((T)limit, type);
}

/// <summary>A key of a column under which constraints stand.</summary>
/// <param name="Key">The key.</param>
/// <param name="Meaning">For the reference page; Markdown.</param>
/// <param name="Example">For the reference page; YAML.</param>
public sealed record ConstraintGroup(string Key, string Meaning, string Example);

/// <summary>What is wrong with a limit.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Fix">What to do.</param>
public sealed record LimitProblem(string Found, string Expected, string Fix);
