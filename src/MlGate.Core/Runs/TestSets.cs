using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>
/// Puts the test sets of an earlier commit in the place of those of the working tree, so that nobody trims the test set in the change that
/// it is to stop.
/// </summary>
internal sealed class TestSets(IVersions versions, Gate gate, Baseline at)
{
    private const int ShortHash = 12;
    private readonly List<Finding> notes = [];

    /// <summary>What there is to say before anything else.</summary>
    public IReadOnlyList<Finding> Notes => notes;

    /// <summary>The state with the bytes that models are evaluated on; as it was for what no model is tested on.</summary>
    public async Task<ArtifactState> ForAsync(ArtifactState state, CancellationToken cancel)
    {
        if (state.Candidate is not { } now || !gate.IsTestSet(state.Artifact.Id))
        {
            return state;
        }

        var read =
            state.BaselineCommit?.Commit == at.Commit && state.Baseline is { } known
                ? known
                : await versions.ReadAtAsync(state.Artifact, at, cancel);
        if (read.Value is not { } before)
        {
            return read.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                ? await ExplainMissingAsync(state, now.Version, cancel)
                : Unknown(state, read.Problems);
        }

        // The same object of git in other bytes is a matter of the checkout, not of the pull request.
        if (before.Version.IsContentOf(now.Version))
        {
            return state;
        }

        notes.Add(
            Note(
                Diagnostics.TestSetChanged,
                state,
                Severity.Warn,
                $"the pull request changes it (sha256 {before.Version.Sha256[..ShortHash]} → {now.Version.Sha256[..ShortHash]}); the "
                    + $"models are evaluated on that of {at.How}",
                "an unchanged test set",
                "Have the change of the test set reviewed: it applies from the next pull request"
            )
        );
        return state with { Before = before };
    }

    // Data that is kept elsewhere is in no commit, but its lock may be.
    private async Task<ArtifactState> ExplainMissingAsync(ArtifactState state, ArtifactVersion now, CancellationToken cancel)
    {
        var record = await versions.ReadLockAsync(state.Artifact, at, cancel);
        if (record.Problems.Any(problem => problem.Code != Diagnostics.LockMissing.Code))
        {
            return Unknown(state, record.Problems);
        }

        if (record.Value is { } locked && !locked.Version.IsContentOf(now))
        {
            return Unknown(
                state,
                [
                    Note(
                        Diagnostics.BaselineNotReadable,
                        state,
                        Severity.Error,
                        $"the pull request changes it (sha256 {locked.Version.Sha256[..ShortHash]} → {now.Sha256[..ShortHash]}), and "
                            + $"{at.Commit[..10]} ({at.How}) has only its lock",
                        "the previous test set",
                        "Restore the test set; change it in a pull request without model changes"
                    ) with
                    {
                        Outcome = Outcome.NotMeasured,
                    },
                ]
            );
        }

        if (record.Value is null)
        {
            notes.Add(
                Note(
                    Diagnostics.TestSetIntroduced,
                    state,
                    Severity.Info,
                    $"not in {at.Commit[..10]} ({at.How}): test set added here",
                    "a test set on the target branch",
                    null
                )
            );
        }

        return state;
    }

    private static ArtifactState Unknown(ArtifactState state, IReadOnlyList<Finding> problems) =>
        state with
        {
            EvaluationUnknown = true,
            Findings = [.. state.Findings, .. problems],
        };

    private Finding Note(Diagnostic code, ArtifactState state, Severity severity, string found, string expected, string? fix) =>
        new()
        {
            Code = code.Code,
            Id = state.Artifact.Id.Under("policy"),
            Subject = state.Artifact.Id.Text,
            Outcome = Outcome.Failed,
            Severity = severity,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = gate.Datasets.First(dataset => dataset.Name == state.Artifact.Name).Place,
        };
}
