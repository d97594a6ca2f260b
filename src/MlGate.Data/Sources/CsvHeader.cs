using System.Text;

namespace MlGate.Data.Sources;

/// <summary>Reads the first record of delimited text (RFC 4180) from a file's first bytes.</summary>
internal static class CsvHeader
{
    /// <param name="head">The file's first bytes, without a byte order mark.</param>
    /// <param name="delimiter">Between fields.</param>
    /// <param name="whole">Is this the whole file, so that its end ends the record?</param>
    /// <returns>The fields; null if the record does not end in these bytes.</returns>
    public static IReadOnlyList<string>? Parse(ReadOnlySpan<byte> head, char delimiter, bool whole)
    {
        var fields = new List<string>();
        var field = new List<byte>();
        var (quoted, afterQuote, started) = (false, false, false);
        foreach (var value in head)
        {
            if (quoted)
            {
                if (value != '"')
                {
                    field.Add(value);
                }
                else
                {
                    (quoted, afterQuote) = (false, true);
                }
            }
            else if (value == '"' && (!started || afterQuote))
            {
                // A quote right after a closing one is a quote that stands for itself.
                if (afterQuote)
                {
                    field.Add(value);
                }

                (quoted, afterQuote, started) = (true, false, true);
            }
            else if (value == delimiter || value is (byte)'\n' or (byte)'\r')
            {
                fields.Add(Encoding.UTF8.GetString([.. field]));
                if (value != delimiter)
                {
                    return fields;
                }

                field.Clear();
                (afterQuote, started) = (false, false);
            }
            else
            {
                field.Add(value);
                (afterQuote, started) = (false, true);
            }
        }

        if (!whole || quoted)
        {
            return null;
        }

        fields.Add(Encoding.UTF8.GetString([.. field]));
        return fields;
    }
}
