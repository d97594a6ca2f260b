using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>What the staleness checks share: how versions are compared and how a finding looks.</summary>
internal static class Staleness
{
    private const int ShortHash = 8;

    /// <summary>What differs between the recorded and the present versions, one phrase each, sorted by name.</summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyDictionary<string, ArtifactVersion> recorded,
        IReadOnlyDictionary<string, ArtifactVersion> now,
        IReadOnlyCollection<string> declared
    )
    {
        var differences = new List<string>();
        foreach (var name in recorded.Keys.Concat(declared).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!recorded.TryGetValue(name, out var before))
            {
                differences.Add($"{name} added since");
            }
            else if (!declared.Contains(name, StringComparer.Ordinal))
            {
                differences.Add($"{name} removed since");
            }
            else if (!now.TryGetValue(name, out var version))
            {
                differences.Add($"{name} {Short(before)} → not readable");
            }
            else if (!before.IsContentOf(version))
            {
                differences.Add($"{name} {Short(before)} → {Short(version)}");
            }
        }

        return differences;
    }

    /// <summary>
    /// The finding of a staleness check. It warns: a pull request may change data first and retrain later, and the metrics are judged on
    /// what is there.
    /// </summary>
    public static Finding Finding(
        ModelState state,
        Diagnostic code,
        string fact,
        string expected,
        string? broken,
        string holds,
        IEnumerable<JudgedArtifact> judged
    ) =>
        new()
        {
            Code = code.Code,
            Id = state.Gate.Id.Child("train").Child(fact),
            Subject = state.Gate.Id.Text,
            Outcome = broken is null ? Outcome.Passed : Outcome.Failed,
            Severity = Severity.Warn,
            Expected = expected,
            Found = broken ?? holds,
            Fix = broken is null ? null : $"Run 'mlgate train {state.Gate.Name}'",
            Judged = [.. judged],
            Place = state.Gate.Train?.Place ?? state.Gate.Place,
        };

    private static string Short(ArtifactVersion version) =>
        version.GitObjectId.Length > ShortHash ? version.GitObjectId[..ShortHash] : version.GitObjectId;
}
