using System.IO.Compression;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reporting.Json;
using MlGate.Reports;

namespace MlGate.Publishing.Intake;

/// <summary>
/// Takes the reports of a zip archive that anyone may have filled. Nothing is written to the disk; of all entries only those that may be a
/// report are unpacked, in memory and up to what a
/// report may have, whatever the archive says of their size.
/// </summary>
/// <param name="maxBytes">Of one report.</param>
internal sealed class ArchiveIntake(int maxBytes)
{
    private const int KindOfFile = 0xF000;

    private readonly List<ReportAt> reports = [];
    private readonly List<Finding> problems = [];

    public IReadOnlyList<ReportAt> Reports => reports;

    public IReadOnlyList<Finding> Problems => problems;

    /// <param name="archive">The zip archive.</param>
    /// <param name="name">What it is called, for problems.</param>
    public void Add(byte[] archive, string name)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
            if (zip.Entries.Count > ReportIntake.MostEntries)
            {
                problems.Add(ReportIntake.TooMany(name, FormattableString.Invariant($"more than {ReportIntake.MostEntries} entries")));
            }
            else
            {
                foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                {
                    Add(entry);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            problems.Add(ReportProblems.NotReadable(name, 0, "not a complete zip archive"));
        }
    }

    private void Add(ZipArchiveEntry entry)
    {
        // Archives of Windows have no kinds.
        var kind = ((entry.ExternalAttributes >> 16) & KindOfFile) switch
        {
            0 or 0x8000 => EntryKind.File,
            0x4000 => EntryKind.Folder,
            0xA000 => EntryKind.Link,
            0x1000 => EntryKind.Pipe,
            0xC000 => EntryKind.Socket,
            _ => EntryKind.Device,
        };
        if (kind is not (EntryKind.File or EntryKind.Folder))
        {
            problems.Add(ReportIntake.NotAFile(entry.FullName, kind));
        }
        else if (kind == EntryKind.File && entry.Name == ReportIntake.Name)
        {
            Read(entry);
        }
    }

    private void Read(ZipArchiveEntry entry)
    {
        if (reports.Count == ReportIntake.MostReports)
        {
            problems.Add(
                ReportIntake.TooMany(entry.FullName, FormattableString.Invariant($"more than {ReportIntake.MostReports} reports"))
            );
            return;
        }

        var read = Unpacked(entry);
        if (read.Value is { } report)
        {
            reports.Add(new ReportAt(entry.FullName, report));
        }
        else
        {
            problems.AddRange(read.Problems);
        }
    }

    // One that is damaged or encrypted does not take the others with it.
    private Result<Report> Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            return ReportBytes.Read(ReportBytes.Take(stream, maxBytes), entry.Name, maxBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return ReportProblems.NotReadable(entry.Name, 0, "cannot be unpacked");
        }
    }
}
