using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>
/// What a scan counts for one check: the values or rows that break it. The set is closed, and names no engine: an engine that answers these
/// serves every check.
/// </summary>
/// <param name="Id">The check's id, under which the answer stands.</param>
public abstract record ViolationQuery(CheckId Id)
{
    /// <summary>The query as one text, which differs for different queries; the cache key of its answer contains it.</summary>
    public abstract string Canonical { get; }

    /// <summary>True if it needs the values of its columns as the data writes them.</summary>
    public virtual bool NeedsText => false;

    /// <summary>The columns that it names.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>Names as one text. Lengths before names: no two lists give one text.</summary>
    private protected static string Names(IEnumerable<string> names) =>
        string.Concat(names.Select(name => FormattableString.Invariant($" {name.Length}:{name}")));
}

/// <summary>Present values that are not of the column's type; of the present values.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Column">The column.</param>
public sealed record NotOfType(CheckId Id, string Column) : ViolationQuery(Id)
{
    /// <inheritdoc/>
    public override string Canonical => "not of type" + Names(Columns);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];
}

/// <summary>Missing values; of all rows.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Column">The column.</param>
public sealed record MissingValues(CheckId Id, string Column) : ViolationQuery(Id)
{
    /// <inheritdoc/>
    public override string Canonical => "missing" + Names(Columns);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];
}

/// <summary>Values that break a constraint of their column; of the values of its type.</summary>
/// <param name="Column">The column.</param>
/// <param name="Constraint">The constraint.</param>
public sealed record BrokenValues(string Column, DeclaredValueConstraint Constraint) : ViolationQuery(Constraint.Id)
{
    /// <inheritdoc/>
    /// <remarks>How the data stores a number is in its bytes: any form tells limits apart.</remarks>
    public override string Canonical => $"values{Names(Columns)} {Breaks.Canonical}";

    /// <inheritdoc/>
    public override bool NeedsText => Breaks.NeedsText;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <summary>The texts that values must be among; empty where it is not about that.</summary>
    public IReadOnlyList<string> Allowed => Breaks is Negation { Condition: Membership membership } ? membership.Texts : [];

    /// <summary>The patterns in RE2 syntax that it contains.</summary>
    public IEnumerable<string> Patterns => Breaks.Patterns;

    private ValuePredicate Breaks => Constraint.Breaks(NumberForm.Double);
}

/// <summary>Rows whose values of some columns, taken together, repeat those of an earlier row; of the rows that have all of them.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Key">The columns.</param>
public sealed record RepeatedValues(CheckId Id, IReadOnlyList<string> Key) : ViolationQuery(Id)
{
    /// <inheritdoc/>
    public override string Canonical => "repeated" + Names(Key);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => Key;
}

/// <summary>Rows that break a rule, or for which it cannot be computed; of the rows for which it is not unknown.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Rule">A condition of SQL on the columns of one row; which ones, only the engine that parses it can tell.</param>
public sealed record BrokenRule(CheckId Id, string Rule) : ViolationQuery(Id)
{
    /// <inheritdoc/>
    public override string Canonical => "rule " + Rule;
}

/// <summary>Rows for which a condition is true; of the rows for which it is not unknown.</summary>
/// <param name="Id">The check's id.</param>
/// <param name="Breaks">The condition.</param>
public sealed record BrokenRows(CheckId Id, RowPredicate Breaks) : ViolationQuery(Id)
{
    /// <inheritdoc/>
    public override string Canonical => "rows " + Breaks.Canonical;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [.. Breaks.Columns];
}
