using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>What every file of text must be: UTF-8, without NUL, with rows below the cap.</summary>
internal static class TextPreflight
{
    /// <summary>What the first bytes show.</summary>
    public static Finding? Head(CheckId id, ArtifactFile file, FileHead head) =>
        head switch
        {
            { Binary: { } binary } => DataFinding.Create(
                Diagnostics.DataNotReadable,
                id,
                file.Name,
                "text",
                binary + " content",
                "Unpack the file, or correct its file extension",
                0
            ),
            { IsUtf16: true } => DataFinding.Create(
                Diagnostics.EncodingInvalid,
                id,
                file.Name,
                "UTF-8",
                "UTF-16",
                "Convert the file to UTF-8, for example with 'iconv -f UTF-16 -t UTF-8'",
                1
            ),
            { IsEmpty: true } => DataFinding.Create(
                Diagnostics.DataEmpty,
                id,
                file.Name,
                "a header and at least one row",
                "an empty file",
                "Write the data again, or check the path"
            ),
            _ => null,
        };

    /// <summary>What only the whole file shows.</summary>
    /// <param name="id">The check's path in the gate file.</param>
    /// <param name="file">The file.</param>
    /// <param name="delimiter">Between fields; null for JSON lines.</param>
    /// <param name="fields">Fields per row.</param>
    /// <param name="mixedLineEnds">Do some lines end in CR LF and others in LF?</param>
    /// <param name="cancel">Stops the reading.</param>
    public static Finding? Whole(
        CheckId id,
        ArtifactFile file,
        char? delimiter,
        int fields,
        out bool mixedLineEnds,
        CancellationToken cancel
    )
    {
        (var fault, var offset, mixedLineEnds) = TextScan.First(file.Location, cancel);
        if (fault == TextFault.None)
        {
            return null;
        }

        // A newline as delimiter: lines and fields of JSON lines are the same thing.
        var place = CsvWalker.Find(file.Location, (byte)(delimiter ?? 0), fields, offset, cancel);
        if (delimiter is not null && place.Fault != CsvFault.None)
        {
            return CsvDiagnosis.Explain(id, file.Name, place, fields);
        }

        var where =
            FormattableString.Invariant($"in row {place.Row}")
            + (delimiter is null ? "" : FormattableString.Invariant($", field {place.Field}"));
        return fault switch
        {
            TextFault.Nul => DataFinding.Create(
                Diagnostics.DataNotReadable,
                id,
                file.Name,
                "text without NUL characters",
                "a NUL character " + where,
                "Remove the NUL characters; they are often the rest of a broken write",
                place.Line,
                place.Field
            ),
            TextFault.NotUtf8 => DataFinding.Create(
                Diagnostics.EncodingInvalid,
                id,
                file.Name,
                "UTF-8",
                "bytes that are not UTF-8 " + where,
                "Convert the file to UTF-8, for example with 'iconv -f WINDOWS-1252 -t UTF-8'",
                place.Line,
                place.Field
            ),
            _ => CsvDiagnosis.Explain(id, file.Name, place with { Fault = CsvFault.RowTooLarge }, fields),
        };
    }
}
