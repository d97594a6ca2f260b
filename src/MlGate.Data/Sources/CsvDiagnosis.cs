using MlGate.Findings;

namespace MlGate.Data.Sources;

/// <summary>Says in words where delimited text breaks.</summary>
internal static class CsvDiagnosis
{
    /// <summary>The first fault of the files, in order; null if their structure is sound.</summary>
    public static Finding? First(CheckId id, DataSource source, CancellationToken cancel)
    {
        foreach (var file in source.Files)
        {
            var place = CsvWalker.Find(file.Location, (byte)source.Format.Delimiter(), source.Columns.Count, -1, cancel);
            if (place.Fault != CsvFault.None)
            {
                return Explain(id, file.Name, place, source.Columns.Count);
            }
        }

        return null;
    }

    public static Finding Explain(CheckId id, string file, CsvPlace place, int fields)
    {
        var row = place.Row == 0 ? "the header" : FormattableString.Invariant($"row {place.Row}");
        return place.Fault switch
        {
            CsvFault.Ragged => Create(
                Diagnostics.DataNotReadable,
                FormattableString.Invariant($"{fields} fields in every row, as in the header"),
                FormattableString.Invariant($"{place.Field} fields in {row}"),
                "Quote fields that contain the delimiter, or repair the row"
            ),
            CsvFault.QuoteNotClosed => Create(
                Diagnostics.DataNotReadable,
                "closed quotes",
                $"a quote in {row} that is not closed",
                "Close the quote, or double a quote inside the text"
            ),
            CsvFault.TextAfterQuote => Create(
                Diagnostics.DataNotReadable,
                "nothing between a closing quote and the delimiter",
                $"text after a closing quote in {row}",
                "Double a quote inside the text"
            ),
            CsvFault.MixedLineEnds => Create(
                Diagnostics.DataNotReadable,
                "the same line ending in all rows",
                $"a different line ending after {row}",
                "Write the file with LF only"
            ),
            _ => Create(
                Diagnostics.DataTooLarge,
                $"rows of at most {TextCaps.Row >> 20} MiB",
                $"a longer {row}",
                "Check for a quote that is not closed, or keep long texts out of the table"
            ),
        };

        Finding Create(Diagnostic diagnostic, string expected, string found, string fix) =>
            DataFinding.Create(diagnostic, id, file, expected, found, fix, place.Line, place.Field);
    }
}
