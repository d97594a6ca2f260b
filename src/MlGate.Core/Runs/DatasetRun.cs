using MlGate.Checks.Data;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Plots;
using MlGate.Profiles;
using MlGate.Statistics;

namespace MlGate.Runs;

/// <summary>Measures one dataset and has it judged.</summary>
internal sealed class DatasetRun(IProfiles profiles, Gate gate, RunOptions options, IRunProgress progress)
{
    /// <summary>What drifted, per dataset's id.</summary>
    public Dictionary<string, IReadOnlyList<Distribution>> Distributions { get; } = [];

    public IReadOnlyList<Finding> Run(
        DatasetGate dataset,
        IReadOnlyDictionary<string, ArtifactState> all,
        out long? rows,
        CancellationToken cancel
    )
    {
        rows = null;
        var state = all[dataset.Name];
        var findings = new List<Finding>(state.Findings);
        if (!state.Usable)
        {
            return findings;
        }

        using var step = progress.Step(dataset.Id, "profile");
        var candidate = profiles.Profile(state.Candidate!, dataset, cancel);
        if (candidate.Value is null)
        {
            findings.AddRange(candidate.Problems.Select(problem => problem with { Place = problem.Place ?? dataset.Place }));
            return findings;
        }

        rows = candidate.Value.Rows;
        var changed = state.Baseline is not null && !state.Baseline.Version.IsContentOf(state.Candidate!.Version);
        var baseline = changed && dataset.RowsChange is not null ? profiles.Profile(state.Baseline!, dataset, cancel) : null;
        var vanished =
            changed
            && baseline is null
            && dataset.Columns.Any(column => column.Optional && candidate.Value.Columns.All(other => other.Name != column.Name));
        var reference = dataset.Drift?.Against is { } name && all.TryGetValue(name, out var other) && other.Usable ? other.Candidate : null;
        var pairs =
            reference is not null ? profiles.Pair(reference, state.Candidate!, dataset, cancel)
            : changed && dataset.Drift is { Against: null } ? profiles.Pair(state.Baseline!, state.Candidate!, dataset, cancel)
            : null;
        findings.AddRange([
            .. OfBaseline(baseline?.Problems ?? [], dataset),
            .. NotCompared(
                pairs?.Problems ?? [],
                dataset,
                reference is null ? "baseline" : "drift",
                reference is null ? "in the baseline" : $"in the comparison with '{dataset.Drift!.Against}'"
            ),
        ]);
        var inputs = new DatasetInputs
        {
            Gate = dataset,
            Candidate = candidate.Value,
            CandidateVersion = state.Candidate!.Version,
            BaselineVersion = state.Baseline?.Version,
            IsOwnHistory = state.BaselineCommit is { IsOwnHistory: true },
            Baseline = baseline?.Value ?? (vanished ? profiles.Profile(state.Baseline!, dataset, cancel).Value : null),
            Pairs = pairs?.Value,
            Shared = Shared(dataset, all, findings, cancel),
            TestSets = gate.Models.Select(model => model.Test).ToHashSet(StringComparer.Ordinal),
            Alpha = gate.Alpha,
            Seed = Seeds.Drift,
            RequireBaseline = gate.RequireBaseline,
        };
        findings.AddRange(DataChecks.Evaluate(inputs));
        if (options.WithPictures && DriftedDistributions.Create(dataset, inputs.Pairs, findings) is { } distributions)
        {
            Distributions[dataset.Id] = distributions;
        }

        return findings;
    }

    // Data that is broken on the branch is not this change's failure: the comparisons that it keeps from being made say that they were not
    // measured, and this says why.
    private static IEnumerable<Finding> OfBaseline(IReadOnlyList<Finding> problems, DatasetGate dataset) =>
        NotCompared(problems, dataset, "baseline", "in the baseline");

    private static IEnumerable<Finding> NotCompared(IReadOnlyList<Finding> problems, DatasetGate dataset, string id, string where) =>
        problems.Select(problem =>
            problem with
            {
                Id = dataset.Id + "." + id,
                Place = problem.Place ?? dataset.Place,
                Severity = Diagnostics.Get(problem.Code).Exit == ExitCode.Failed ? Severity.Info : problem.Severity,
                Outcome = Outcome.NotMeasured,
                Found = where + ", " + problem.Found,
            }
        );

    private Dictionary<string, SharedRows> Shared(
        DatasetGate dataset,
        IReadOnlyDictionary<string, ArtifactState> all,
        List<Finding> findings,
        CancellationToken cancel
    )
    {
        var shared = new Dictionary<string, SharedRows>(StringComparer.Ordinal);
        // Rows of a test set do not leak any less because a pull request takes them out: what the models are evaluated on counts.
        foreach (
            var name in dataset
                .DisjointFrom.Select(declared => declared.Value)
                .Where(name => all.TryGetValue(name, out var other) && other.Usable)
        )
        {
            var result = profiles.Shared(
                all[dataset.Name].Evaluated!,
                dataset,
                all[name].Evaluated!,
                gate.Datasets.First(other => other.Name == name),
                cancel
            );
            findings.AddRange(result.Problems.Select(problem => problem with { Place = problem.Place ?? dataset.Place }));
            if (result.Value is not null)
            {
                shared[name] = result.Value;
            }
        }

        return shared;
    }
}
