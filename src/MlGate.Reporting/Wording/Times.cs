using System.Globalization;

namespace MlGate.Reporting.Wording;

/// <summary>Writes times the same way everywhere.</summary>
internal static class Times
{
    /// <summary><c>2026-11-22 17:52 UTC</c>.</summary>
    public static TextPart Format(DateTimeOffset time) =>
        new(TextPartKind.Words, time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
}
