using System.Globalization;

namespace MlGate.Publishing.Calls;

/// <summary>Headers of an answer, found whatever their case.</summary>
internal sealed class HeaderValues(IReadOnlyDictionary<string, string> headers)
{
    // Longer than anything that is waited for; keeps a foolish number out of the arithmetic.
    private const long MostSeconds = 7 * 24 * 3600;

    public string? Find(string name) =>
        headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public bool Has(string name) => Find(name) is not null;

    public bool Is(string name, string value) => Find(name)?.Trim() == value;

    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        var text = Find("retry-after");
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Bounded(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? Until(until, now)
            : null;
    }

    public TimeSpan? Reset(DateTimeOffset now) =>
        long.TryParse(Find("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 253_402_300_799
            ? Until(DateTimeOffset.FromUnixTimeSeconds(seconds), now)
            : null;

    // The server's own clock where it tells it: that of a runner may be wrong.
    private TimeSpan Until(DateTimeOffset time, DateTimeOffset now)
    {
        var servers = DateTimeOffset.TryParse(Find("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : now;
        return Bounded((long)Math.Ceiling((time - servers).TotalSeconds));
    }

    private static TimeSpan Bounded(long seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MostSeconds));
}
