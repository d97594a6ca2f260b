using System.Globalization;
using System.Numerics;

namespace MlGate.Gates;

/// <summary>
/// What a constraint computes from one present value of a column, in the words of no engine. The set is closed: an engine that renders
/// these renders every constraint.
/// </summary>
public abstract record ValueExpression
{
    private protected ValueExpression() { }

    /// <summary>The expression as one text, which differs for different expressions; the cache key of a profile contains it.</summary>
    public abstract string Canonical { get; }

    /// <summary>True if it needs the value as the data writes it.</summary>
    public virtual bool NeedsText => false;
}

/// <summary>The value under the declared type.</summary>
public sealed record ColumnValue : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => "value";
}

/// <summary>The value times a power of ten, as an exact integer; for columns with that <see cref="NumberForm.Scale"/>.</summary>
/// <param name="Scale">Digits after the decimal point.</param>
public sealed record UnscaledValue(int Scale) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => string.Create(CultureInfo.InvariantCulture, $"unscaled {Scale}");
}

/// <summary>Characters of the value as the data writes it.</summary>
public sealed record TextLength : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => "length";

    /// <inheritdoc/>
    public override bool NeedsText => true;
}

/// <summary>A number; compared with a column of integers it is exact, with one of single precision it is rounded to that.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberLiteral(GateNumber Number) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => "number " + Number;
}

/// <summary>An integer of any size.</summary>
/// <param name="Number">The integer.</param>
public sealed record IntegerLiteral(BigInteger Number) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => "integer " + Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A moment.</summary>
/// <param name="Moment">The moment.</param>
public sealed record MomentLiteral(DateTimeOffset Moment) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => "moment " + MomentText.Write(Moment);
}

/// <summary>The two numbers combined.</summary>
/// <param name="Left">The first.</param>
/// <param name="Operator">How.</param>
/// <param name="Right">The second.</param>
public sealed record Arithmetic(ValueExpression Left, ArithmeticOperator Operator, ValueExpression Right) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => $"({Left.Canonical}) {Operator} ({Right.Canonical})";

    /// <inheritdoc/>
    public override bool NeedsText => Left.NeedsText || Right.NeedsText;
}

/// <summary>A number without its sign.</summary>
/// <param name="Of">The number.</param>
public sealed record AbsoluteValue(ValueExpression Of) : ValueExpression
{
    /// <inheritdoc/>
    public override string Canonical => $"absolute ({Of.Canonical})";

    /// <inheritdoc/>
    public override bool NeedsText => Of.NeedsText;
}

/// <summary>Operators of <see cref="Arithmetic"/>.</summary>
public enum ArithmeticOperator
{
    /// <summary>The sum.</summary>
    Plus,

    /// <summary>The difference.</summary>
    Minus,

    /// <summary>The product.</summary>
    Times,

    /// <summary>What a division leaves, with the sign of the first.</summary>
    Remainder,
}
