using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Sources;

/// <summary>Tells the shape of one field by where it has something else than digits.</summary>
internal static class FieldShape
{
    private const int MostDigits = 20;
    private const int MostIntegerDigits = 18;
    private const uint DateMarks = 0b1001_0000;
    private const uint MomentMarks = DateMarks | (1 << 10) | (1 << 13) | (1 << 16);

    /// <param name="block">The bytes from the field's start on; what stands behind the field does not matter.</param>
    /// <param name="field">The field: not empty, and shorter than the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FieldShapes Find(Vector256<byte> block, ReadOnlySpan<byte> field)
    {
        var digits = Vector256.LessThanOrEqual(block - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();
        var marks = ~digits & ((1u << field.Length) - 1);
        if (marks == 0)
        {
            return OfDigits(field.Length);
        }

        var sign = field[0] == '-' ? 1 : 0;
        var inside = sign == 1 ? marks & ~1u : marks;
        if (inside == 0)
        {
            return OfDigits(field.Length - 1);
        }

        if (BitOperations.IsPow2(inside) && field[BitOperations.TrailingZeroCount(inside)] == '.')
        {
            var whole = BitOperations.TrailingZeroCount(inside) - sign;
            return field.Length - sign > 1 && whole <= MostDigits ? FieldShapes.Number : FieldShapes.Other;
        }

        if ((field.Length == 10 && marks == DateMarks) || (field.Length == 19 && marks == MomentMarks))
        {
            return OfMarks(field);
        }

        return Ascii.EqualsIgnoreCase(field, "true"u8) || Ascii.EqualsIgnoreCase(field, "false"u8) ? FieldShapes.Truth
            : IsWithExponent(field[sign..]) ? FieldShapes.Exponent
            : FieldShapes.Other;
    }

    private static bool IsWithExponent(ReadOnlySpan<byte> field)
    {
        var at = field.IndexOfAny((byte)'e', (byte)'E');
        if (at < 0)
        {
            return false;
        }

        var number = field[..at];
        var exponent = field[(at + 1)..];
        exponent = exponent.Length > 1 && exponent[0] is (byte)'-' or (byte)'+' ? exponent[1..] : exponent;
        var point = number.IndexOf((byte)'.');
        var digits = point < 0 ? number.Length : number.Length - 1;
        return digits is >= 1 and <= MostDigits
            && exponent.Length is 1 or 2
            && !exponent.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !(point < 0 ? number : number[..point]).ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !number[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>The shapes of fields that are values of a type; none for a text, which any field is.</summary>
    public static FieldShapes OfType(ColumnType? type) =>
        type switch
        {
            ColumnType.Integer => FieldShapes.Integer,
            ColumnType.Number => FieldShapes.Integer | FieldShapes.Number | FieldShapes.Exponent,
            ColumnType.Boolean => FieldShapes.Truth,
            ColumnType.Date => FieldShapes.Date,
            ColumnType.Timestamp => FieldShapes.Date | FieldShapes.Moment,
            _ => FieldShapes.None,
        };

    private static FieldShapes OfDigits(int count) =>
        count switch
        {
            >= 1 and <= MostIntegerDigits => FieldShapes.Integer,
            >= 1 and <= MostDigits => FieldShapes.Number,
            _ => FieldShapes.Other,
        };

    private static FieldShapes OfMarks(ReadOnlySpan<byte> field)
    {
        var (year, month, day) = ((100 * Two(field, 0)) + Two(field, 2), Two(field, 5), Two(field, 8));
        if (field[4] != '-' || field[7] != '-' || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return FieldShapes.Other;
        }

        return field.Length == 10 ? FieldShapes.Date
            : field[10] is (byte)' ' or (byte)'T'
            && field[13] == ':'
            && field[16] == ':'
            && Two(field, 11) < 24
            && Two(field, 14) < 60
            && Two(field, 17) < 60
                ? FieldShapes.Moment
            : FieldShapes.Other;
    }

    private static int Two(ReadOnlySpan<byte> field, int at) => (10 * (field[at] - '0')) + field[at + 1] - '0';
}
