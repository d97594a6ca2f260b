using MlGate.Findings;

namespace MlGate.Waivers;

/// <summary>
/// What can be accepted: a measured limit that does not hold. What could not be measured, read or trusted cannot, nor can a mistake
/// in a file.
/// </summary>
public static class Waivable
{
    // Data that cannot be read breaks no limit: nobody knows what is in it.
    private static readonly HashSet<string> Unreadable =
    [
        Diagnostics.DataNotReadable.Code,
        Diagnostics.HeaderAmbiguous.Code,
        Diagnostics.EncodingInvalid.Code,
        Diagnostics.DataEmpty.Code,
        Diagnostics.DataTooLarge.Code,
        Diagnostics.DecompressedTooLarge.Code,
    ];

    /// <summary>True if the finding can be waived.</summary>
    public static bool Is(Finding finding) =>
        finding.Outcome is Outcome.Failed or Outcome.Inconclusive && finding.Severity != Severity.Info && IsLimit(finding.Code);

    // Staleness of models, then data, then metrics and what is built on them; 40xx are scores that are none.
    private static bool IsLimit(string code) =>
        Diagnostics.Find(code) is { Exit: ExitCode.Failed }
        && !Unreadable.Contains(code)
        && code != Diagnostics.MetricReported.Code
        && (code.StartsWith("MLG102", StringComparison.Ordinal) || code[3] is '2' or '5' || (code[3] == '4' && code[4] != '0'));
}
