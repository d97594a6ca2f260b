using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says what the gate and the test sets would say that a pull request brings.</summary>
internal static class PreviewWords
{
    private const int Most = 5;

    /// <summary><c>With the changed gate (mlgate.yml): would fail, 2 checks</c>.</summary>
    public static SafeText Title(ReportedPreview preview)
    {
        SafeText names = SafeText.Join(
            ", ",
            preview
                .ChangedFiles.Concat(preview.ChangedTestSets.Select(id => id.Text))
                .Take(Most)
                .Select(name => (SafeText)$"{TextPart.Name(name)}")
        );
        return $"With the changed {new TextPart(TextPartKind.Words, What(preview))} ({names}): {Verdict(preview)}";
    }

    /// <summary>The findings that would stop a build: a few.</summary>
    public static IReadOnlyList<SafeText> Lines(ReportedPreview preview) =>
        [
            .. preview.Findings.Take(Most).Select(finding => SafeText.From($"{Word(finding)}: {ChecksWords.Of(finding)}")),
            .. preview.Findings.Count > Most
                ? [SafeText.From($"{(long)(preview.Findings.Count - Most)} more in the full report")]
                : Array.Empty<SafeText>(),
        ];

    /// <summary><c>The pull request takes 2 checks away</c>; null where it takes none away.</summary>
    public static SafeText? Gone(ReportReading reading) =>
        reading.Report.Preview is not { Gone.Count: > 0 } preview ? null
        : WasMeasured(preview) ? SafeText.From($"The {TextPart.Own(reading.Change.Long)} removes {Count(preview.Gone.Count)}")
        : SafeText.From($"After the changes of the {TextPart.Own(reading.Change.Long)}, {Count(preview.Gone.Count)} would not run");

    /// <summary>Which ones: a few; empty for none.</summary>
    public static SafeText GoneNames(Report report)
    {
        if (report.Preview is not { Gone.Count: > 0 } preview)
        {
            return SafeText.Empty;
        }

        var names = SafeText.Join(", ", preview.Gone.Take(Most).Select(id => (SafeText)$"{TextPart.Name(id.Text)}"));
        return preview.Gone.Count > Most ? $"{names} and {(long)(preview.Gone.Count - Most)} more" : names;
    }

    private static TextPart Word(Finding finding) => new(TextPartKind.Words, OutcomeWords.From(finding).Word);

    private static string What(ReportedPreview preview)
    {
        return preview.ChangedTestSets.Count == 0 ? "gate"
            : preview.ChangedFiles.Count > 0 ? "gate and test set"
            : "test set";
    }

    private static SafeText Verdict(ReportedPreview preview) =>
        preview.ExitCode switch
        {
            ExitCode.Passed when preview.Outcome == Outcome.Waived => $"would pass, with waivers",
            ExitCode.Passed => $"would pass",
            ExitCode.Failed => $"would fail, {Count(preview.Findings.Count)}",
            ExitCode.Undecided => $"would be inconclusive",
            _ => $"could not be measured",
        };

    // What could not be measured may have lost its checks on the way.
    private static bool WasMeasured(ReportedPreview preview) =>
        preview.ExitCode is ExitCode.Passed or ExitCode.Failed or ExitCode.Undecided;

    private static SafeText Count(int count) => $"{(long)count} {new TextPart(TextPartKind.Words, count == 1 ? "check" : "checks")}";
}
