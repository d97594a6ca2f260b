using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>A column of the test set as a model reads it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Raw">The type of its values for ML.NET.</param>
/// <param name="MissingIsZero">Is a missing number 0, rather than NaN?</param>
internal sealed record InputField(string Name, Type Raw, bool MissingIsZero)
{
    /// <summary>
    /// What is read of the test set. Truth values and 64-bit integers are read as text: other readers take other words, and doubles hold
    /// only 53 bits.
    /// </summary>
    public BatchColumn Source { get; } =
        Raw == typeof(float) ? new(Name, BatchType.Single, KeepsUnread: true)
        : IsReal(Raw) || (IsWhole(Raw) && Raw != typeof(long) && Raw != typeof(ulong)) ? new(Name, BatchType.Double, KeepsUnread: true)
        : new(Name, BatchType.Text);

    /// <summary>Is it a number or a truth value?</summary>
    public bool IsParsed => Raw != typeof(ReadOnlyMemory<char>);

    /// <summary>Can a value be NaN?</summary>
    public bool IsNumber => IsReal(Raw);

    /// <summary>Can one column of a test set be read as values of this type?</summary>
    public static bool CanRead(Type raw) => IsReal(raw) || IsWhole(raw) || raw == typeof(bool) || raw == typeof(ReadOnlyMemory<char>);

    /// <summary>The smallest and the largest number of a type of whole numbers; null for other types.</summary>
    public static (decimal Min, decimal Max)? RangeOf(Type raw) =>
        raw == typeof(sbyte) ? (sbyte.MinValue, sbyte.MaxValue)
        : raw == typeof(byte) ? (byte.MinValue, byte.MaxValue)
        : raw == typeof(short) ? (short.MinValue, short.MaxValue)
        : raw == typeof(ushort) ? (ushort.MinValue, ushort.MaxValue)
        : raw == typeof(int) ? (int.MinValue, int.MaxValue)
        : raw == typeof(uint) ? (uint.MinValue, uint.MaxValue)
        : raw == typeof(long) ? (long.MinValue, long.MaxValue)
        : raw == typeof(ulong) ? (ulong.MinValue, ulong.MaxValue)
        : null;

    private static bool IsReal(Type raw) => raw == typeof(float) || raw == typeof(double);

    private static bool IsWhole(Type raw) => RangeOf(raw) is not null;
}
