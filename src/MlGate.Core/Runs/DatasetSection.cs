using MlGate.Checks.Data;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Plots;
using MlGate.Profiles;
using MlGate.Reports;
using MlGate.Statistics;

namespace MlGate.Runs;

/// <summary>Section <c>datasets</c>: measures a dataset and has it judged.</summary>
internal sealed class DatasetSection : IGateSection
{
    public GateSection Section => GateSection.Datasets;

    public async Task<SectionResult> RunAsync(RunContext run, SubjectGate subject, CancellationToken cancel)
    {
        var dataset = (DatasetGate)subject;
        var state = run.States[dataset.Id];
        var part = new DatasetPart
        {
            Id = dataset.Id,
            Path = dataset.Path,
            Candidate = state.Candidate?.Version,
            Baseline = state.Baseline?.Version,
            BaselineCommit = state.BaselineCommit,
            Evaluated = state.Before?.Version,
        };
        if (!state.Usable)
        {
            return new SectionResult(part, state.Findings);
        }

        using var step = run.Progress.Step(dataset.Id.Text, "profile");
        var current = new FileDataset(state.Candidate!, dataset);
        var candidate = await run.Ports.Profiles.ScanAsync(
            current,
            DataChecks.Queries(dataset),
            isPairedNext: dataset.Drift is not null,
            cancel
        );
        if (candidate.Value is null)
        {
            var problems = candidate.Problems.Select(problem => problem with { Place = problem.Place ?? dataset.Place });
            return new SectionResult(part, [.. state.Findings, .. problems]);
        }

        var (inputs, notes) = await ReadInputsAsync(run, dataset, current, candidate.Value, cancel);
        IReadOnlyList<Finding> findings = [.. state.Findings, .. notes, .. DataChecks.Evaluate(inputs)];
        return new SectionResult(
            part with
            {
                Rows = candidate.Value.Profile.Rows,
                Distributions = run.Options.WithPictures ? DriftedDistributions.Create(dataset, inputs.Pairs, findings) : null,
            },
            findings
        );
    }

    private static async Task<(DatasetInputs Inputs, IReadOnlyList<Finding> Notes)> ReadInputsAsync(
        RunContext run,
        DatasetGate dataset,
        FileDataset current,
        DatasetScan candidate,
        CancellationToken cancel
    )
    {
        var (profiles, state) = (run.Ports.Profiles, run.States[dataset.Id]);
        var earlier = state.Baseline is null ? null : new FileDataset(state.Baseline, dataset);
        var changed = earlier is not null && !earlier.Version.IsContentOf(current.Version);
        var baseline =
            changed && dataset.RowsChange is not null
                ? await profiles.ProfileAsync(earlier!, isPairedNext: dataset.Drift is not null, cancel)
                : null;
        var vanished =
            changed
            && baseline is null
            && dataset.Columns.Any(column => column.Optional && candidate.Profile.Columns.All(other => other.Name != column.Name));

        // A statistic is told beside that of the baseline; that decides nothing, so what cannot be read of it is left out.
        var compared = changed && baseline is null && dataset.Columns.Any(column => column.StatisticLimits.Any());
        var reference = dataset.Drift?.Against is { } name && run.Dataset(name) is { Usable: true } other ? other.Candidate : null;
        var paired =
            reference is not null ? new FileDataset(reference, dataset)
            : changed && dataset.Drift is { Against: null } ? earlier
            : null;
        var pairs = paired is null ? null : await profiles.PairAsync(paired, current, PairsFor(dataset), cancel);
        List<Finding> notes =
        [
            .. OfBaseline(baseline?.Problems ?? [], dataset),
            .. NotCompared(
                pairs?.Problems ?? [],
                dataset,
                reference is null ? "baseline" : "drift",
                reference is null ? "in the baseline" : $"in the comparison with '{dataset.Drift!.Against}'"
            ),
        ];
        var inputs = new DatasetInputs
        {
            Gate = dataset,
            Candidate = candidate.Profile,
            Violations = candidate.Violations,
            NotUsable = candidate.NotUsable,
            CandidateVersion = current.Version,
            BaselineVersion = state.Baseline?.Version,
            IsOwnHistory = state.BaselineCommit is { IsOwnHistory: true },
            Baseline = baseline?.Value
                ?? (
                    vanished || compared
                        ? (await profiles.ProfileAsync(earlier!, isPairedNext: dataset.Drift is not null, cancel)).Value
                        : null
                ),
            Pairs = pairs?.Value,
            Shared = await FindSharedRowsAsync(run, dataset, notes, cancel),
            TestSets = run.Gate.TestSets.Select(test => test.Name).ToHashSet(StringComparer.Ordinal),
            Alpha = run.Gate.Alpha,
            Seed = Seeds.Drift,
            RequireBaseline = run.Gate.RequireBaseline,
        };
        return (inputs, notes);
    }

    private static PairedColumns PairsFor(DatasetGate dataset)
    {
        var judged = DriftPlan.For(dataset).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return new PairedColumns(
            [.. dataset.Columns.Select(column => column.Name).Where(judged.Contains)],
            dataset.Drift is { AddedRowsOnly: true }
        );
    }

    // Data that is broken on the branch is not this change's failure: the comparisons that it keeps from being made say that they were not
    // measured, and this says why.
    private static IEnumerable<Finding> OfBaseline(IReadOnlyList<Finding> problems, DatasetGate dataset) =>
        NotCompared(problems, dataset, "baseline", "in the baseline");

    private static IEnumerable<Finding> NotCompared(IReadOnlyList<Finding> problems, DatasetGate dataset, string id, string where) =>
        problems.Select(problem =>
            problem with
            {
                Id = dataset.Id.Child(id),
                Place = problem.Place ?? dataset.Place,
                Severity = Diagnostics.Get(problem.Code).Exit == ExitCode.Failed ? Severity.Info : problem.Severity,
                Outcome = Outcome.NotMeasured,
                Found = where + ", " + problem.Found,
            }
        );

    private static async Task<Dictionary<string, SharedRows>> FindSharedRowsAsync(
        RunContext run,
        DatasetGate dataset,
        List<Finding> notes,
        CancellationToken cancel
    )
    {
        var shared = new Dictionary<string, SharedRows>(StringComparer.Ordinal);
        foreach (var name in dataset.DisjointFrom.Select(declared => declared.Value))
        {
            if (run.Dataset(name) is not { Usable: true } other)
            {
                continue;
            }

            // Rows of a test set do not leak any less because a pull request takes them out: what the models are evaluated on counts.
            var result = await run.Ports.Profiles.FindSharedRowsAsync(
                new FileDataset(run.States[dataset.Id].Evaluated!, dataset),
                new FileDataset(other.Evaluated!, run.Gate.Datasets.First(gate => gate.Name == name)),
                cancel
            );
            notes.AddRange(result.Problems.Select(problem => problem with { Place = problem.Place ?? dataset.Place }));
            if (result.Value is not null)
            {
                shared[name] = result.Value;
            }
        }

        return shared;
    }
}
