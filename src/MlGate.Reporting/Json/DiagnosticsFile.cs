using System.Text.Json.Serialization;
using MlGate.Reporting.MsBuild;

namespace MlGate.Reporting.Json;

/// <summary>
/// <c>diagnostics.json</c>: what the build logs, and replays when it skips the gate. <c>docs/msbuild.md</c> is its contract.
/// </summary>
internal sealed record DiagnosticsFile
{
    public required int Schema { get; init; }

    public required string Summary { get; init; }

    /// <summary>The line of a build that skips the gate, because nothing changed since.</summary>
    public required string Unchanged { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? ValidUntil { get; init; }

    public required IReadOnlyList<BuildDiagnostic> Diagnostics { get; init; }
}
