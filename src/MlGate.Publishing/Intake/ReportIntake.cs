using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reporting.Json;
using MlGate.Reports;

namespace MlGate.Publishing.Intake;

/// <summary>A report and where it lay.</summary>
internal sealed record ReportAt(string Path, Report Report);

/// <summary>
/// Takes reports from files and folders that anyone may have filled: regular files only, few of them, none of them large.
/// </summary>
/// <param name="maxBytes">Of one report.</param>
internal sealed class ReportIntake(int maxBytes)
{
    public const string Name = "report.json";
    public const int MostEntries = 10_000;
    public const int MostReports = 50;

    private const int MostDepth = 16;

    private readonly List<ReportAt> reports = [];
    private readonly List<Finding> problems = [];
    private int entries;

    public IReadOnlyList<ReportAt> Reports => reports;

    public IReadOnlyList<Finding> Problems => problems;

    /// <param name="path">A report, or a folder that is searched for files named <c>report.json</c>.</param>
    public void Add(string path)
    {
        var kind = Entry.KindOf(path, followLink: false);
        if (kind == EntryKind.Folder)
        {
            Search(path, depth: 1);
        }
        else if (kind is EntryKind.File or EntryKind.Missing)
        {
            Read(path);
        }
        else
        {
            problems.Add(NotAFile(path, kind));
        }
    }

    private void Search(string folder, int depth)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (++entries > MostEntries || depth > MostDepth)
            {
                problems.Add(
                    TooMany(
                        folder,
                        FormattableString.Invariant($"more than {MostEntries} entries, or more than {MostDepth} levels of folders")
                    )
                );
                return;
            }

            var kind = Entry.KindOf(path, followLink: false);
            if (kind == EntryKind.Folder)
            {
                Search(path, depth + 1);
            }
            else if (kind != EntryKind.File)
            {
                problems.Add(NotAFile(path, kind));
            }
            else if (Path.GetFileName(path) == Name)
            {
                Read(path);
            }

            if (entries > MostEntries)
            {
                return;
            }
        }
    }

    private void Read(string path)
    {
        if (reports.Count == MostReports)
        {
            entries = MostEntries + 1;
            problems.Add(TooMany(path, FormattableString.Invariant($"more than {MostReports} reports")));
            return;
        }

        var read = ReportOnDisk.Read(path, maxBytes);
        if (read.Value is { } report)
        {
            reports.Add(new ReportAt(path, report));
        }
        else
        {
            problems.AddRange(read.Problems);
        }
    }

    public static Finding NotAFile(string path, EntryKind kind) =>
        Problem(
            Diagnostics.NotARegularFile,
            path,
            Entry.NameOf(kind),
            "folders and regular files",
            "Publish the output folder of mlgate check"
        );

    public static Finding TooMany(string path, string found) =>
        Problem(Diagnostics.ReportTooLarge, path, found, "a folder with the reports of one run", "List the reports one by one");

    private static Finding Problem(Diagnostic code, string path, string found, string expected, string fix) =>
        new()
        {
            Code = code.Code,
            Id = "report",
            Subject = Path.GetFileName(path),
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
        };

    /// <summary>The finding of a report whose gate may not speak here.</summary>
    public static Finding OtherGate(string path) =>
        new()
        {
            Code = Diagnostics.PublishingOtherGate.Code,
            Id = "report",
            Subject = Path.GetFileName(path),
            Outcome = Outcome.NotMeasured,
            Expected = "reports of the gates in --gate",
            Found = "report of another gate; not published",
            Fix = "Add --gate for it to publish it",
        };
}
