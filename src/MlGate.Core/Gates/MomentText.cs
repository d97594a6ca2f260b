using System.Globalization;

namespace MlGate.Gates;

/// <summary>How moments are written: a date, or a date and time; without an offset it is UTC.</summary>
public static class MomentText
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The one text of a moment: a date where it is midnight in UTC.</summary>
    public static string Write(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc.ToString(
            utc.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Reads a moment as the gate file writes it.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    /// <summary>Reads a moment as data writes it: a blank may stand for the <c>T</c>.</summary>
    public static bool TryParseOfData(string text, out DateTimeOffset moment) =>
        TryParse(text.Length > 10 && text[10] == ' ' ? text.Remove(10, 1).Insert(10, "T") : text, out moment);
}
