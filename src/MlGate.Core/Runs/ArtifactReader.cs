using MlGate.Checks.Versions;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Tracing;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Reads the artifacts of a gate: bytes, lock and baseline.</summary>
internal sealed class ArtifactReader(IVersions versions, Gate gate, RunOptions options, IRunProgress progress)
{
    private const string BaselineId = "baseline";

    /// <param name="artifact">Which one.</param>
    /// <param name="subject">What must hold for it.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<ArtifactState> ReadAsync(Artifact artifact, SubjectGate subject, CancellationToken cancel)
    {
        var place = subject.Place;
        using var step = progress.Step(artifact.Id.Text, "hash");
        using var trace = RunTrace.Start("read", artifact.Id.Text);
        var findings = new List<Finding>();
        var candidate = await versions.ReadCandidateAsync(artifact, TrustStatCache(artifact), cancel);
        findings.AddRange(candidate.Problems);

        var record = await versions.ReadLockAsync(artifact, null, cancel);
        findings.AddRange(record.Problems.Where(problem => problem.Code != Diagnostics.LockMissing.Code));
        if (candidate.Value is not null && record.Problems.All(problem => problem.Code == Diagnostics.LockMissing.Code))
        {
            findings.AddRange(
                VersionChecks.Evaluate(
                    await LockComparison.ReadAsync(
                        candidate.Value,
                        record.Value,
                        place,
                        gate,
                        versions,
                        options.ContinuousIntegration,
                        cancel
                    )
                )
            );
        }

        var commit = await versions.FindBaselineAsync(options.Baseline ?? gate.Baseline, artifact, cancel);
        findings.AddRange(commit.Problems);
        Result<ArtifactBytes>? baseline = commit.Value is null ? null : await versions.ReadAtAsync(artifact, commit.Value, cancel);
        findings.AddRange(baseline?.Problems ?? []);
        trace
            ?.SetTag("version", candidate.Value?.Version.GitObjectId ?? "not readable")
            .SetTag("baseline", baseline?.Value?.Version.GitObjectId ?? "none")
            .SetTag("commit", commit.Value?.Commit)
            .SetTag("ref", commit.Value?.Ref)
            .SetTag("why", commit.Value?.How ?? (commit.Problems is [var first, ..] ? first.Found : null));

        return new ArtifactState
        {
            Artifact = artifact,
            Candidate = candidate.Value,
            Lock = record.Value,
            BaselineCommit = baseline?.Value is null ? null : commit.Value,
            Baseline = baseline?.Value,
            BaselineUnknown = commit
                .Problems.Concat(baseline?.Problems ?? [])
                .Any(problem => problem.Code != Diagnostics.NoBaselineFound.Code),
            Findings = [.. findings.Select(finding => Placed(finding, artifact, subject))],
        };
    }

    /// <summary>
    /// Checks that an artifact is unchanged since it was hashed. Otherwise the read content may differ from the version.
    /// On a workstation stamps are enough to notice it; on continuous integration the change under test may have written the cache of
    /// digests.
    /// </summary>
    public async Task<Finding?> RecheckAsync(ArtifactState state, CancellationToken cancel)
    {
        if (
            state.Candidate is not { } before
            || (await versions.ReadCandidateAsync(state.Artifact, trustStatCache: !options.ContinuousIntegration, cancel)).Value?.Version
                == before.Version
        )
        {
            return null;
        }

        return new Finding
        {
            Code = Diagnostics.ChangedWhileRead.Code,
            Id = state.Artifact.Id.Child("unchanged"),
            Subject = state.Artifact.Path,
            Outcome = Outcome.NotMeasured,
            Expected = "an unchanged file during the run",
            Found = "file changed during the check",
            Fix = "Run again when the file is complete",
        };
    }

    // A model is loaded, and a verdict of continuous integration is believed: both only on bytes that were just read.
    private bool TrustStatCache(Artifact artifact) => artifact.Kind == ArtifactKind.Dataset && !options.ContinuousIntegration;

    // Data that no limit compares with the baseline may be kept outside of git.
    private bool NeedsBaseline(SubjectGate subject) => gate.RequireBaseline || subject.ComparesWithBaseline;

    private Finding Placed(Finding finding, Artifact artifact, SubjectGate subject)
    {
        var place = subject.Place;
        // A ref that somebody named on the command line stands nowhere in the gate file.
        if (finding.Code == Diagnostics.UnknownRef.Code && finding.Id == BaselineId && (options.Baseline ?? gate.Baseline) != "auto")
        {
            return options.Baseline is not null
                ? finding with
                {
                    Subject = "--baseline " + finding.Subject,
                }
                : finding with
                {
                    Place = gate.BaselinePlace ?? place,
                };
        }

        var noBaseline = finding.Code == Diagnostics.NoBaselineFound.Code;
        return finding with
        {
            Id = noBaseline ? artifact.Id.Child("baseline") : finding.Id,
            Place = finding.Place ?? place,
            Outcome = noBaseline ? Outcome.NoBaseline : finding.Outcome,
            Severity =
                (noBaseline && !gate.RequireBaseline) || (finding.Code == Diagnostics.BaselineNotInGit.Code && !NeedsBaseline(subject))
                    ? Severity.Info
                    : finding.Severity,
        };
    }
}
