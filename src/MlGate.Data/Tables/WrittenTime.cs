namespace MlGate.Data.Tables;

/// <summary>Reads days and seconds that are known to exist.</summary>
internal static class WrittenTime
{
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The number of a day, written as <c>2026-02-28</c>, from 1970 on.</summary>
    public static int Day(ReadOnlySpan<byte> text) =>
        new DateOnly((100 * Two(text, 0)) + Two(text, 2), Two(text, 5), Two(text, 8)).DayNumber - FirstDay;

    /// <summary>Microseconds from 1970 on to a day, or to a second that is written as <c>2026-02-28 23:59:59</c>.</summary>
    public static long Microsecond(ReadOnlySpan<byte> text)
    {
        var seconds = text.Length == 10 ? 0 : (((60 * Two(text, 11)) + Two(text, 14)) * 60) + Two(text, 17);
        return ((Day(text) * 86_400L) + seconds) * 1_000_000;
    }

    private static int Two(ReadOnlySpan<byte> text, int at) => (10 * (text[at] - '0')) + text[at + 1] - '0';
}
