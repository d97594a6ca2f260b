namespace MlGate.Gates;

/// <summary>
/// A condition on one present value of a column, in the words of no engine; a closed set like <see cref="ValueExpression"/>.
/// </summary>
public abstract record ValuePredicate
{
    private protected ValuePredicate() { }

    /// <summary>The condition as one text, which differs for different conditions; the cache key of a profile contains it.</summary>
    public abstract string Canonical { get; }

    /// <summary>True if it needs the value as the data writes it.</summary>
    public virtual bool NeedsText => false;

    /// <summary>The patterns in RE2 syntax that it contains.</summary>
    public virtual IEnumerable<string> Patterns => [];
}

/// <summary>The two compare so.</summary>
/// <param name="Left">The first.</param>
/// <param name="Operator">How.</param>
/// <param name="Right">The second.</param>
public sealed record Comparison(ValueExpression Left, ComparisonOperator Operator, ValueExpression Right) : ValuePredicate
{
    /// <inheritdoc/>
    public override string Canonical => $"({Left.Canonical}) {Operator} ({Right.Canonical})";

    /// <inheritdoc/>
    public override bool NeedsText => Left.NeedsText || Right.NeedsText;
}

/// <summary>The value is one of these; numbers, booleans and moments by what they are, not by how they are written.</summary>
/// <param name="Texts">The values as texts.</param>
public sealed record Membership(IReadOnlyList<string> Texts) : ValuePredicate
{
    /// <inheritdoc/>
    /// <remarks>Lengths before texts: no two lists give one text.</remarks>
    public override string Canonical =>
        "one of " + string.Concat(Texts.Select(text => FormattableString.Invariant($"{text.Length}:{text}")));
}

/// <summary>The whole value, as the data writes it, matches a pattern.</summary>
/// <param name="Pattern">RE2 syntax.</param>
public sealed record PatternMatch(string Pattern) : ValuePredicate
{
    /// <inheritdoc/>
    public override string Canonical => "match " + Pattern;

    /// <inheritdoc/>
    public override bool NeedsText => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Patterns => [Pattern];
}

/// <summary>One of the conditions is true.</summary>
/// <param name="Conditions">At least one.</param>
public sealed record AnyOf(IReadOnlyList<ValuePredicate> Conditions) : ValuePredicate
{
    /// <inheritdoc/>
    public override string Canonical => string.Join(" or ", Conditions.Select(condition => $"({condition.Canonical})"));

    /// <inheritdoc/>
    public override bool NeedsText => Conditions.Any(condition => condition.NeedsText);

    /// <inheritdoc/>
    public override IEnumerable<string> Patterns => Conditions.SelectMany(condition => condition.Patterns);
}

/// <summary>The condition is false.</summary>
/// <param name="Condition">The condition.</param>
public sealed record Negation(ValuePredicate Condition) : ValuePredicate
{
    /// <inheritdoc/>
    public override string Canonical => $"not ({Condition.Canonical})";

    /// <inheritdoc/>
    public override bool NeedsText => Condition.NeedsText;

    /// <inheritdoc/>
    public override IEnumerable<string> Patterns => Condition.Patterns;
}

/// <summary>Operators of <see cref="Comparison"/>.</summary>
public enum ComparisonOperator
{
    /// <summary>The first is smaller.</summary>
    Below,

    /// <summary>The first is larger.</summary>
    Above,

    /// <summary>They differ.</summary>
    NotEqual,

    /// <summary>They are the same.</summary>
    Equal,
}
