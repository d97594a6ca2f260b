using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>
/// No two columns of a declared set hold the same value in one row. A row whose present values differ, but that has a missing one, is not
/// judged.
/// </summary>
internal sealed class UniqueWithinRow : DatasetConstraint<IReadOnlyList<string>>
{
    public override string Key => "unique-within-row";

    public override ItemForm<IReadOnlyList<string>> Form => ItemForms.SeveralColumns;

    public override Diagnostic Code => Diagnostics.EqualWithinRow;

    public override string Meaning =>
        "Sets of columns of which no two may hold the same value in one row. Numbers are compared with numbers, dates with times, texts "
        + "with texts. A row with a missing value is only counted if two of the other values are the same.";

    public override string Example => "unique-within-row: [[first_choice, second_choice, third_choice]]";

    public override string Noun => "check";

    public override string Broken => "repeat a value";

    public override string Usable => "columns whose values can be compared: numbers, dates and times, texts, or booleans";

    public override ViolationQuery Query(CheckId id, IReadOnlyList<string> item) => new BrokenRows(id, new AnyOfRow([.. Pairs(item)]));

    public override string Expected(IReadOnlyList<string> item) => $"different values of {FoundText.Names([.. item])} in every row";

    public override string Fix(CheckId id, IReadOnlyList<string> item) => $"Correct the rows, or change the columns under '{id}'";

    public override LimitProblem? ProblemWith(IReadOnlyList<string> item, Func<string, ColumnType?> typeOf) =>
        Pairs(item)
            .Select(pair => (One: (Name: pair.Left, Type: typeOf(pair.Left)), Other: (Name: pair.Right, Type: typeOf(pair.Right))))
            .Where(pair => pair is { One.Type: { } one, Other.Type: { } other } && !ColumnComparison.IsPossible(one, other))
            .Select(pair => new LimitProblem(
                $"{FoundText.Name(pair.One.Name)} of type {Word(pair.One.Type)} and {FoundText.Name(pair.Other.Name)} of type "
                    + Word(pair.Other.Type),
                Usable,
                "Declare types that can be compared, or remove one of the columns"
            ))
            .FirstOrDefault();

    private static string Word(ColumnType? type) => type!.Value.ToString().ToLowerInvariant();

    private static IEnumerable<ColumnComparison> Pairs(IReadOnlyList<string> columns) =>
        from one in columns.Index()
        from other in columns.Skip(one.Index + 1)
        select new ColumnComparison(one.Item, ComparisonOperator.Equal, other);
}
