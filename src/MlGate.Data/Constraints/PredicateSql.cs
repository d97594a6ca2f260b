using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Constraints;

/// <summary>Conditions on values of a column as SQL over the typed relation.</summary>
/// <param name="column">The column.</param>
internal sealed class PredicateSql(TypedColumn column)
{
    private ISqlDialect Dialect => column.Dialect;

    /// <summary>How the column holds its numbers.</summary>
    public static NumberForm FormOf(TypedColumn column) =>
        column.Type == ColumnType.Integer ? NumberForm.Integer
        : column.Column.Stored.Scale is { } scale ? NumberForm.Decimal(scale)
        : column.Column.IsSingle(column.Type) ? NumberForm.Single
        : NumberForm.Double;

    /// <summary>SQL of a condition; null where no value of the column's type can be compared so.</summary>
    public string? Render(ValuePredicate predicate) =>
        predicate switch
        {
            Comparison comparison => Render(comparison),
            Negation { Condition: Membership membership } => Among(membership.Texts, negated: true),
            AnyOf any => any.Conditions.Select(Render).OfType<string>().ToList() is { Count: > 0 } conditions
                ? string.Join(" OR ", conditions.Select(condition => $"({condition})"))
                : null,
            Negation negation => Render(negation.Condition) is { } condition ? $"NOT ({condition})" : null,
            Membership membership => Among(membership.Texts, negated: false),
            PatternMatch pattern => Dialect.Matches(column.X, pattern.Pattern),
            _ => throw new InvalidOperationException($"No SQL for {predicate.Canonical}"),
        };

    private string? Render(Comparison comparison)
    {
        if (!column.IsNumber && (Has<NumberLiteral>(comparison) || Has<UnscaledValue>(comparison)))
        {
            return null;
        }

        if (!column.IsMoment && Has<MomentLiteral>(comparison))
        {
            return null;
        }

        return comparison switch
        {
            { Left: ColumnValue, Operator: ComparisonOperator.Below, Right: NumberLiteral limit } => LimitSql.Below(column, limit.Number),
            { Left: ColumnValue, Operator: ComparisonOperator.Above, Right: NumberLiteral limit } => LimitSql.Above(column, limit.Number),
            _ => $"{Render(comparison.Left)} {Symbol(comparison.Operator)} {Render(comparison.Right)}",
        };
    }

    private static bool Has<T>(Comparison comparison)
        where T : ValueExpression => Has<T>(comparison.Left) || Has<T>(comparison.Right);

    private static bool Has<T>(ValueExpression expression)
        where T : ValueExpression =>
        expression is T
        || expression switch
        {
            Arithmetic both => Has<T>(both.Left) || Has<T>(both.Right),
            AbsoluteValue absolute => Has<T>(absolute.Of),
            _ => false,
        };

    private string Render(ValueExpression expression) =>
        expression switch
        {
            ColumnValue => column.V,
            UnscaledValue when column.Type == ColumnType.Integer => column.V,
            // The decimal's text without its point: a product would leave the engine's 38 digits.
            UnscaledValue => Dialect.Unscaled(column.X),
            TextLength => Dialect.Length(column.X),
            NumberLiteral literal => LimitSql.Literal(column, literal.Number),
            IntegerLiteral literal => literal.Number.ToString(CultureInfo.InvariantCulture),
            MomentLiteral literal => Dialect.Moment(literal.Moment.UtcDateTime),
            Arithmetic both => $"({Render(both.Left)} {Symbol(both.Operator)} {Render(both.Right)})",
            AbsoluteValue absolute => $"abs({Render(absolute.Of)})",
            _ => throw new InvalidOperationException($"No SQL for {expression.Canonical}"),
        };

    /// <summary>An operator of SQL.</summary>
    public static string Symbol(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Below => "<",
            ComparisonOperator.Above => ">",
            ComparisonOperator.NotEqual => "<>",
            ComparisonOperator.Equal => "=",
            _ => throw new InvalidOperationException($"No SQL for {comparison}"),
        };

    private static string Symbol(ArithmeticOperator arithmetic) =>
        arithmetic switch
        {
            ArithmeticOperator.Plus => "+",
            ArithmeticOperator.Minus => "-",
            ArithmeticOperator.Times => "*",
            ArithmeticOperator.Remainder => "%",
            _ => throw new InvalidOperationException($"No SQL for {arithmetic}"),
        };

    private string Among(IReadOnlyList<string> domain, bool negated)
    {
        // A boolean's domain is of booleans, however the data writes them.
        var value = column.Type == ColumnType.Boolean ? Dialect.AsText(column.V) : column.V;
        IReadOnlyList<string> literals = column switch
        {
            { IsNumber: true } => LimitSql.Domain(column, domain),
            { IsMoment: true } => [.. domain.Select(Moment).OfType<string>()],
            { Type: ColumnType.Boolean } => [.. domain.Select(text => Dialect.Text(BooleanText(text)))],
            _ => [.. domain.Select(Dialect.Text)],
        };
        return (literals.Count, negated) switch
        {
            (0, true) => $"{value} IS NOT NULL",
            (0, false) => "false",
            _ => $"{value} {(negated ? "NOT IN" : "IN")} ({string.Join(", ", literals)})",
        };
    }

    private static string BooleanText(string value) =>
        value.ToLowerInvariant() switch
        {
            "1" => "true",
            "0" => "false",
            var other => other,
        };

    private string? Moment(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? Dialect.Moment(moment.UtcDateTime)
            : null;
}
