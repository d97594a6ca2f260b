using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>
/// A frozen dataset has the bytes that the baseline has, line endings that a checkout converts aside: whoever may change the test set
/// decides what "better" means.
/// </summary>
internal sealed class FrozenMustNotChange : IDatasetCheck
{
    private const int ShortHash = 12;

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(DatasetInputs inputs)
    {
        if (inputs.Gate.Frozen is not { Value: true } declared)
        {
            yield break;
        }

        var check = FindingBuilder.From(Diagnostics.FrozenChanged, declared, inputs.Gate.Id.Text, "the same bytes as the baseline");
        var (now, before) = (inputs.CandidateVersion, inputs.BaselineVersion);
        if (before is null)
        {
            yield return check.NoBaseline(inputs.RequireBaseline);
        }
        else if (inputs.IsOwnHistory)
        {
            yield return check.Passed("same bytes as the last commit");
        }
        else if (now.Sha256 == before.Sha256)
        {
            yield return check.Passed($"same bytes (sha256 {now.Sha256[..ShortHash]})");
        }
        else if (now.IsContentOf(before))
        {
            // Git stores the same content for both, so only its conversion on checkout can differ.
            yield return check.Passed($"only the line endings differ (git {now.GitObjectId[..ShortHash]} for both)");
        }
        else
        {
            yield return check.Failed(
                $"bytes changed (sha256 {before.Sha256[..ShortHash]} → {now.Sha256[..ShortHash]})",
                "Restore the dataset, or change it in a separate pull request and accept that: mlgate accept " + declared.Id
            );
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) =>
        [new(inputs.Gate.Id, JudgedVersions.AgainstBaseline)];
}
