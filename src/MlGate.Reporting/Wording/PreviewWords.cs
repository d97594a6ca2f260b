using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says what the gate and the test sets would say that a pull request brings.</summary>
internal static class PreviewWords
{
    private const int Most = 5;

    /// <summary><c>With the changed gate (mlgate.yml): would fail, 2 checks</c>.</summary>
    public static Phrase Title(ReportedPreview preview)
    {
        Phrase names = Phrase.Join(", ", preview.Changed.Take(Most).Select(name => (Phrase)$"{Piece.Name(name)}"));
        return $"With the changed {new Piece(PieceKind.Words, What(preview))} ({names}): {Verdict(preview)}";
    }

    /// <summary>The findings that would stop a build: a few.</summary>
    public static IReadOnlyList<Phrase> Lines(ReportedPreview preview) =>
        [
            .. preview
                .Findings.Take(Most)
                .Select(finding => Phrase.Of($"{Word(finding)} · {CheckLabel.Of(finding)}: {Piece.Text(finding.Found)}")),
            .. preview.Findings.Count > Most
                ? [Phrase.Of($"{(long)(preview.Findings.Count - Most)} more in the full report")]
                : Array.Empty<Phrase>(),
        ];

    /// <summary><c>The pull request takes 2 checks away</c>; null where it takes none away.</summary>
    public static Phrase? Gone(Report report) =>
        report.Preview is not { Gone.Count: > 0 } preview ? null
        : WasMeasured(preview) ? Phrase.Of($"The pull request removes {Count(preview.Gone.Count)}")
        : Phrase.Of($"After the changes of the pull request, {Count(preview.Gone.Count)} would not run");

    /// <summary>Which ones: a few; empty for none.</summary>
    public static Phrase GoneNames(Report report)
    {
        if (report.Preview is not { Gone.Count: > 0 } preview)
        {
            return Phrase.Empty;
        }

        var names = Phrase.Join(", ", preview.Gone.Take(Most).Select(id => (Phrase)$"{Piece.Name(id)}"));
        return preview.Gone.Count > Most ? $"{names} and {(long)(preview.Gone.Count - Most)} more" : names;
    }

    private static Piece Word(Finding finding) => new(PieceKind.Words, OutcomeWords.Of(finding).Word);

    private static string What(ReportedPreview preview)
    {
        var testSets = preview.Changed.Count(name => name.StartsWith("datasets.", StringComparison.Ordinal));
        return testSets == 0 ? "gate"
            : testSets < preview.Changed.Count ? "gate and test set"
            : "test set";
    }

    private static Phrase Verdict(ReportedPreview preview) =>
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

    private static Phrase Count(int count) => $"{(long)count} {new Piece(PieceKind.Words, count == 1 ? "check" : "checks")}";
}
