using MlGate.Findings;

namespace MlGate.Reports;

/// <summary>A waiver that counts: at least one finding names it.</summary>
/// <param name="File">Its path, relative to the gate file's folder, with forward slashes.</param>
/// <param name="Check">Id of the check that it accepts.</param>
/// <param name="Reason">Why, in its owner's words.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day, UTC: <c>2026-12-31</c>.</param>
/// <param name="ExpiresSoon">True if it ends within 14 days.</param>
public sealed record ReportedWaiver(string File, CheckId Check, string Reason, string Owner, string Until, bool ExpiresSoon);
