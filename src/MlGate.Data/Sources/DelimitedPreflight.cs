using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>
/// What is checked of delimited text before an engine reads it: encoding, header, delimiter, caps. No sniffing: nothing here guesses.
/// </summary>
internal static class DelimitedPreflight
{
    private const int Head = 64 << 10;

    /// <returns>The names of the columns.</returns>
    public static Result<IReadOnlyList<string>> Columns(CheckId id, ArtifactFile file, SourceFormat format)
    {
        var head = FileHead.Read(file.Location, Head);
        if (TextPreflight.Head(id, file, head) is { } problem)
        {
            return problem;
        }

        if (head.Text.StartsWith("sep="u8))
        {
            return DataFinding.Create(
                Diagnostics.DataNotReadable,
                id,
                file.Name,
                "a header in the first line",
                "a spreadsheet's 'sep=' line",
                "Remove the first line and separate fields by " + Named(format),
                1
            );
        }

        var names = CsvHeader.Parse(head.Text, format.Delimiter(), head.IsWhole);
        if (names is null && !head.IsWhole)
        {
            head = FileHead.Read(file.Location, TextCaps.Header);
            names = CsvHeader.Parse(head.Text, format.Delimiter(), head.IsWhole);
        }

        if (names is null)
        {
            return head.IsWhole
                ? DataFinding.Create(
                    Diagnostics.DataNotReadable,
                    id,
                    file.Name,
                    "closed quotes",
                    "a quote in the header that is not closed",
                    "Close the quote, or double a quote inside the text",
                    1
                )
                : DataFinding.Create(
                    Diagnostics.DataTooLarge,
                    id,
                    file.Name,
                    $"a header of at most {TextCaps.Header >> 20} MiB",
                    "a header without an end",
                    "Check that the first line is a header",
                    1
                );
        }

        return Evaluate(id, file, format, names) is { } wrong ? wrong : Result.Success(names);
    }

    private static Finding? Evaluate(CheckId id, ArtifactFile file, SourceFormat format, IReadOnlyList<string> names)
    {
        if (names.Count > TextCaps.Columns)
        {
            return DataFinding.Create(
                Diagnostics.DataTooLarge,
                id,
                file.Name,
                FormattableString.Invariant($"at most {TextCaps.Columns} columns"),
                FormattableString.Invariant($"{names.Count} columns"),
                "Keep only the columns that are used",
                1
            );
        }

        if (names is [var only] && OtherDelimiter(only, format) is { } other)
        {
            return DataFinding.Create(
                Diagnostics.DataNotReadable,
                id,
                file.Name,
                "fields separated by " + Named(format),
                "one column, whose header contains " + other,
                "Write the file with " + Named(format) + ", or correct its file extension (.csv, .tsv)",
                1
            );
        }

        return Headers.Evaluate(id, file.Name, names);
    }

    private static string? OtherDelimiter(string header, SourceFormat format) =>
        header.Contains(';', StringComparison.Ordinal) ? "semicolons"
        : format == SourceFormat.Csv && header.Contains('\t', StringComparison.Ordinal) ? "tabs"
        : format == SourceFormat.Tsv && header.Contains(',', StringComparison.Ordinal) ? "commas"
        : header.Contains('|', StringComparison.Ordinal) ? "vertical bars"
        : null;

    private static string Named(SourceFormat format) => format == SourceFormat.Tsv ? "tabs" : "commas";
}
