using System.Globalization;
using System.Runtime.CompilerServices;
using MlGate.Gates;

namespace MlGate.Data.Tables;

/// <summary>Integers of at most 18 digits.</summary>
internal sealed class IntegerColumn : TableColumn<long>
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Integer;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override long Parse(ReadOnlySpan<byte> field)
    {
        var isNegative = field[0] == '-';
        var value = 0L;
        foreach (var digit in isNegative ? field[1..] : field)
        {
            value = (10 * value) + (digit - '0');
        }

        return isNegative ? -value : value;
    }
}

/// <summary>Numbers with or without a point and an exponent.</summary>
internal sealed class NumberColumn : TableColumn<double>
{
    // A quotient of two integers that a double holds exactly is rounded once, as it should be.
    private const long LargestExact = 1L << 53;
    private const int MostDigits = 18;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(power => Math.Pow(10, power))];

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Number;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override double Parse(ReadOnlySpan<byte> field)
    {
        var isNegative = field[0] == '-';
        var digits = isNegative ? field[1..] : field;
        if (digits.Length > MostDigits)
        {
            return Exactly(field);
        }

        var (mantissa, fraction) = (0L, 0);
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = (uint)(digits[at] - '0');
            if (digit <= 9)
            {
                mantissa = (10 * mantissa) + digit;
            }
            else if (digits[at] == '.')
            {
                fraction = digits.Length - 1 - at;
            }
            else
            {
                return Exactly(field);
            }
        }

        var value = mantissa <= LargestExact ? mantissa / Powers[fraction] : Exactly(digits);
        return isNegative ? -value : value;
    }

    private static double Exactly(ReadOnlySpan<byte> field) => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary><c>true</c> or <c>false</c>, in any case.</summary>
internal sealed class BooleanColumn : TableColumn<bool>
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Boolean;

    /// <inheritdoc/>
    protected override bool Parse(ReadOnlySpan<byte> field) => field[0] is (byte)'t' or (byte)'T';
}

/// <summary>Days: their number from 1970 on.</summary>
internal sealed class DateColumn : TableColumn<int>
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Date;

    /// <inheritdoc/>
    protected override int Parse(ReadOnlySpan<byte> field) => WrittenTime.Day(field);
}

/// <summary>Days or seconds: microseconds from 1970 on.</summary>
internal sealed class TimestampColumn : TableColumn<long>
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Timestamp;

    /// <inheritdoc/>
    protected override long Parse(ReadOnlySpan<byte> field) => WrittenTime.Microsecond(field);
}
