using System.Globalization;
using System.Numerics;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>
/// Numbers are whole multiples of <c>multiple-of</c>. Exact for integers and stored decimals; a floating-point number may be away from the
/// nearest multiple by its rounding (<see cref="NumberForm.Rounding"/>) and that of the step: 0.1 + 0.2 is a multiple of 0.1.
/// </summary>
internal sealed class MultipleOf : ValueConstraint<GateNumber>
{
    public override string Key => "multiple-of";

    public override LimitForm<GateNumber> Form => LimitForms.PositiveNumber;

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Integer, ColumnType.Number];

    public override Diagnostic Code => Diagnostics.OutsideRange;

    public override string Meaning =>
        "Every value is a whole multiple of this number, such as `0.05` for prices or `6` for packs; for `integer` and `number`. Exact for "
        + "integers and for decimals of Parquet. Floating-point numbers, and numbers of text files, may be away from the nearest multiple "
        + "by 1e-13 of the value and of the step (5e-7 in single precision), but by less than half of a whole step. A step that is not "
        + "whole is not judged for values beyond 2^51 steps (2^22 in single precision).";

    public override string Example => "multiple-of: 0.05";

    public override string Remedy => "change the step under";

    // Multiples of 6 are multiples of 3.
    public override bool IsWeaker(GateNumber policy, GateNumber limit)
    {
        var (theirs, ours) = (Fraction(policy), Fraction(limit));
        return !(ours.Numerator * theirs.Denominator % (theirs.Numerator * ours.Denominator)).IsZero;
    }

    public override ValuePredicate Breaks(GateNumber limit, NumberForm form)
    {
        if (form.Scale is { } scale)
        {
            // value = n / 10^scale is a multiple of p / q just if n is one of 10^scale · p / q in lowest terms.
            var (numerator, denominator) = Fraction(limit);
            var step = BigInteger.Pow(10, scale) * numerator;
            step /= BigInteger.GreatestCommonDivisor(step, denominator);
            return NotEqual(new UnscaledValue(scale), step);
        }

        // The distance to the nearest multiple, step/2 − | |remainder| − step/2 |, has no quotient that could overflow.
        var half = new NumberLiteral(GateNumber.From(limit.Value / 2));
        var remainder = new Arithmetic(new ColumnValue(), ArithmeticOperator.Remainder, new NumberLiteral(limit));
        var fromMiddle = new AbsoluteValue(new Arithmetic(new AbsoluteValue(remainder), ArithmeticOperator.Minus, half));
        var size = new Arithmetic(new AbsoluteValue(new ColumnValue()), ArithmeticOperator.Plus, new NumberLiteral(limit));
        var distance = new Arithmetic(half, ArithmeticOperator.Minus, fromMiddle);
        return new AnyOf([
            new Comparison(distance, ComparisonOperator.Above, Times(size, form.Rounding)),
            new Comparison(distance, ComparisonOperator.Above, Cap(limit, size, form)),
        ]);
    }

    // What large numbers may be away at most. Sums of whole numbers are exact, so half a unit is too much for a whole step; otherwise a
    // quarter of the step is, until the step's own rounding, taken as many times as the number has steps, is as large.
    private static ValueExpression Cap(GateNumber limit, ValueExpression size, NumberForm form) =>
        limit.Value >= 1 && Math.Truncate(limit.Value) == limit.Value
            ? new NumberLiteral(GateNumber.From(Math.Min(limit.Value / 4, 0.5)))
            : new Arithmetic(new NumberLiteral(GateNumber.From(limit.Value / 4)), ArithmeticOperator.Plus, Times(size, form.Spacing));

    private static Arithmetic Times(ValueExpression number, double factor) =>
        new(number, ArithmeticOperator.Times, new NumberLiteral(GateNumber.From(factor)));

    public override string Expected(GateNumber limit) => $"to be a multiple of {FoundText.Number(limit)}";

    public override string Broken(GateNumber limit) => $"are not multiples of {FoundText.Number(limit)}";

    // A number of 38 digits has less than 127 bits: 0 is the only multiple of a larger step among them.
    private static Comparison NotEqual(UnscaledValue value, BigInteger step) =>
        step.GetBitLength() > 127
            ? new Comparison(value, ComparisonOperator.NotEqual, new IntegerLiteral(0))
            : new Comparison(
                new Arithmetic(value, ArithmeticOperator.Remainder, new IntegerLiteral(step)),
                ComparisonOperator.NotEqual,
                new IntegerLiteral(0)
            );

    // The number as it is written, not as a double holds it: 0.1 is 1/10.
    private static (BigInteger Numerator, BigInteger Denominator) Fraction(GateNumber number)
    {
        var parts = number.ToString().Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var exponent =
            (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (point < 0 ? 0 : parts[0].Length - point - 1);
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        var (numerator, denominator) = exponent < 0 ? (digits, power) : (digits * power, BigInteger.One);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / common, denominator / common);
    }
}
