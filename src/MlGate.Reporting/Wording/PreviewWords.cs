using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says what the gate and the test sets would say that a pull request brings.</summary>
internal static class PreviewWords
{
    private const int Most = 5;

    /// <summary><c>With the changed gate (mlgate.yml): would fail, 2 checks; 1 check would be gone</c>.</summary>
    public static Phrase Title(ReportedPreview preview)
    {
        Phrase gone = preview.Gone.Count == 0 ? Phrase.Empty : Phrase.Of($"; {Count(preview.Gone.Count)} would be gone");
        Phrase names = Phrase.Join(", ", preview.Changed.Take(Most).Select(name => (Phrase)$"{Piece.Name(name)}"));
        return $"With the changed {new Piece(PieceKind.Words, What(preview))} ({names}): {Verdict(preview)}{gone}";
    }

    /// <summary>The findings that would stop a build, and the checks that would be gone: a few of each.</summary>
    public static IReadOnlyList<Phrase> Lines(ReportedPreview preview) =>
    [
        .. preview.Findings.Take(Most).Select(finding => (Phrase)$"{new Piece(PieceKind.Words, OutcomeWords.Of(finding).Word)} · {CheckLabel.Of(finding)}: {Piece.Text(finding.Found)}"),
        .. More(preview.Findings.Count),
        .. preview.Gone.Take(Most).Select(id => (Phrase)$"Gone · {Piece.Name(id)}"),
        .. More(preview.Gone.Count),
    ];

    private static string What(ReportedPreview preview)
    {
        var testSets = preview.Changed.Count(name => name.StartsWith("datasets.", StringComparison.Ordinal));
        return testSets == 0 ? "gate" : testSets < preview.Changed.Count ? "gate and test set" : "test set";
    }

    private static Phrase Verdict(ReportedPreview preview) => preview.ExitCode switch
    {
        ExitCode.Passed when preview.Outcome == Outcome.Waived => $"would pass, with waivers",
        ExitCode.Passed => $"would pass",
        ExitCode.Failed => $"would fail, {Count(preview.Findings.Count)}",
        ExitCode.Undecided => $"would not be decided",
        _ => $"could not be measured",
    };

    private static Phrase Count(int count) => $"{(long)count} {new Piece(PieceKind.Words, count == 1 ? "check" : "checks")}";

    private static IEnumerable<Phrase> More(int count) => count > Most ? [Phrase.Of($"{(long)(count - Most)} more in the full report")] : [];
}
