using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Waivers;

/// <summary>
/// A reviewed, dated, reasoned acceptance of one finding for one pair of versions. One sorted JSON file each, in <c>.mlgate/waivers</c>
/// beside the gate file.
/// </summary>
public sealed record Waiver
{
    /// <summary>The schema that this MlGate writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Longest time that a waiver may have left.</summary>
    public const int MostDays = 180;

    /// <summary>A waiver that ends within so many days is announced.</summary>
    public const int SoonDays = 14;

    /// <summary>Longest reason, in UTF-16 units.</summary>
    public const int LongestReason = 500;

    /// <summary>Longest owner, in UTF-16 units.</summary>
    public const int LongestOwner = 200;

    /// <summary>Longest id of a check, in UTF-16 units.</summary>
    public const int LongestCheck = CheckId.Longest;

    /// <summary>Name of the gate: several gates of a folder share their waivers' folder.</summary>
    public required string Gate { get; init; }

    /// <summary>The check that is accepted, by its id.</summary>
    public required CheckId Check { get; init; }

    /// <summary>The code of the finding that is accepted; the same check may raise others.</summary>
    public required string Code { get; init; }

    /// <summary>Why it is accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day, UTC.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What the check judged, sorted by artifact; at least one.</summary>
    public required IReadOnlyList<BoundVersion> Versions { get; init; }
}

/// <summary>An artifact, or what training reads, as the accepted finding saw it.</summary>
/// <param name="Artifact">Its id: <c>models.churn</c>, or that of a <see cref="MlGate.Reports.ReportedRead"/>.</param>
/// <param name="Baseline">What it was compared with: the baseline, the anchor, or what the model was trained from; null where the check
/// compares it with nothing.</param>
/// <param name="Candidate">What was judged.</param>
public sealed record BoundVersion(CheckId Artifact, ArtifactVersion? Baseline, ArtifactVersion Candidate)
{
    /// <summary>True for the accepted pair, or for the accepted version compared with itself, as after the merge.</summary>
    /// <param name="now">The same artifact as it is judged now.</param>
    public bool Covers(BoundVersion now) =>
        now.Artifact == Artifact
        && now.Candidate.IsContentOf(Candidate)
        && (now.Baseline is null ? Baseline is null : now.Baseline.IsContentOf(Baseline) || now.Baseline.IsContentOf(Candidate));
}
