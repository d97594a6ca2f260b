namespace MlGate.Models.Scoring;

/// <summary>Values of a field's array under the type that ML.NET asks for.</summary>
internal static class FieldValues
{
    /// <summary>The value of a row.</summary>
    /// <exception cref="InvalidOperationException">The array holds values of another type.</exception>
    public static Func<int, T> At<T>(Array values) =>
        (
            values switch
            {
                float[] numbers => (Delegate)((int row) => numbers[row]),
                double[] numbers => (int row) => numbers[row],
                bool[] truths => (int row) => truths[row],
                string?[] texts => (int row) => texts[row].AsMemory(),
                long[] numbers => Whole<T>(numbers),
                _ => null,
            }
        ) as Func<int, T>
        ?? throw new InvalidOperationException($"No values of the type {typeof(T).Name}.");

    private static Delegate? Whole<T>(long[] numbers) =>
        default(T) switch
        {
            sbyte => (int row) => (sbyte)numbers[row],
            byte => (int row) => (byte)numbers[row],
            short => (int row) => (short)numbers[row],
            ushort => (int row) => (ushort)numbers[row],
            int => (int row) => (int)numbers[row],
            uint => (int row) => (uint)numbers[row],
            long => (int row) => numbers[row],
            ulong => (int row) => unchecked((ulong)numbers[row]),
            _ => null,
        };
}
