using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>
/// A kind of limit of whole rows: a key of a dataset that holds a list, of which each item is a check. Gate file, reference page,
/// validation, scan, cache key and finding are made from it.
/// </summary>
public abstract class DatasetConstraint
{
    private protected DatasetConstraint() { }

    /// <summary>The key of the gate file: <c>unique</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Code of its findings.</summary>
    public abstract Diagnostic Code { get; }

    /// <summary>For the reference page; Markdown.</summary>
    public abstract string Meaning { get; }

    /// <summary>For the reference page; YAML.</summary>
    public abstract string Example { get; }

    /// <summary>What an item is called where it should be removed: <c>key</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>What is wrong with a row that breaks it, after the number of rows: <c>are duplicates</c>.</summary>
    public abstract string Broken { get; }

    /// <summary>Which items can be evaluated at all, for those where only the data or the engine can tell.</summary>
    public virtual string Usable => "a check of columns that the data has";

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}

/// <summary>A kind of limit of whole rows, and the type of its items.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public abstract class DatasetConstraint<T> : DatasetConstraint
    where T : notnull
{
    private protected DatasetConstraint() { }

    /// <summary>How an item is written.</summary>
    public abstract ItemForm<T> Form { get; }

    /// <summary>What breaks it.</summary>
    public abstract ViolationQuery Query(CheckId id, T item);

    /// <summary>What must hold.</summary>
    public abstract string Expected(T item);

    /// <summary>The way out.</summary>
    public abstract string Fix(CheckId id, T item);

    /// <summary>Share of the rows for which it must hold, in (0, 1].</summary>
    public virtual double Mostly(T item) => 1;

    /// <summary>What is wrong with an item; null for nothing.</summary>
    /// <param name="item">The item.</param>
    /// <param name="typeOf">The declared type of a column; null for one that is not declared.</param>
    public virtual LimitProblem? ProblemWith(T item, Func<string, ColumnType?> typeOf) => null;

    /// <summary>The constraint with an item.</summary>
    public DeclaredDatasetConstraint Declare(Declared<T> item) => new DeclaredDatasetConstraint<T>(this, item);
}

/// <summary>How an item of a constraint is written in the gate file. A closed set, in <see cref="ItemForms"/>.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
public sealed class ItemForm<T>
    where T : notnull
{
    internal ItemForm() { }
}

/// <summary>The forms of items.</summary>
public static class ItemForms
{
    /// <summary>A list of columns.</summary>
    public static ItemForm<IReadOnlyList<string>> Columns { get; } = new();

    /// <summary>A list of two columns or more.</summary>
    public static ItemForm<IReadOnlyList<string>> SeveralColumns { get; } = new();

    /// <summary>A map of a name, a condition of SQL and <c>mostly</c>.</summary>
    public static ItemForm<RowRule> Rule { get; } = new();
}

/// <summary>A rule across columns.</summary>
/// <param name="Name">Its name; the check's id is <c>datasets.train.rules.NAME</c>.</param>
/// <param name="Expect">A SQL condition on one row. A row for which it is null is not judged.</param>
/// <param name="Mostly">Share of the judged rows that must keep it, in (0, 1].</param>
public sealed record RowRule(string Name, string Expect, double Mostly = 1);

/// <summary>An item of a constraint of whole rows.</summary>
public abstract record DeclaredDatasetConstraint
{
    private protected DeclaredDatasetConstraint() { }

    /// <summary>The kind.</summary>
    public abstract DatasetConstraint Constraint { get; }

    /// <summary>Its path in the gate file, which names the check.</summary>
    public abstract CheckId Id { get; }

    /// <summary>Where it stands.</summary>
    public abstract FilePlace Place { get; }

    /// <summary>The severity that holds there.</summary>
    public abstract Severity Severity { get; }

    /// <summary>What breaks it.</summary>
    public abstract ViolationQuery Query { get; }

    /// <summary>What must hold.</summary>
    public abstract string Expected { get; }

    /// <summary>The way out.</summary>
    public abstract string Fix { get; }

    /// <summary>Share of the rows for which it must hold, in (0, 1].</summary>
    public abstract double Mostly { get; }
}

/// <summary>An item with its type.</summary>
/// <typeparam name="T">The type of the item.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Item">The item.</param>
internal sealed record DeclaredDatasetConstraint<T>(DatasetConstraint<T> Kind, Declared<T> Item) : DeclaredDatasetConstraint
    where T : notnull
{
    public override DatasetConstraint Constraint => Kind;

    public override CheckId Id => Item.Id;

    public override FilePlace Place => Item.Place;

    public override Severity Severity => Item.Severity;

    public override ViolationQuery Query => Kind.Query(Item.Id, Item.Value);

    public override string Expected => Kind.Expected(Item.Value);

    public override string Fix => Kind.Fix(Item.Id, Item.Value);

    public override double Mostly => Kind.Mostly(Item.Value);
}
