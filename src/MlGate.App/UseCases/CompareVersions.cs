using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;
using MlGate.Runs;

namespace MlGate.App.UseCases;

/// <summary>Shows what changed in data and models between two refs, or between a ref and the working tree.</summary>
/// <param name="output">Where it is printed.</param>
/// <param name="range">A ref, or two refs: <c>one..other</c>.</param>
internal sealed class CompareVersions(Output output, string range)
{
    /// <summary>What could not be read.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(GateServices services, Gate gate, CancellationToken cancel)
    {
        var refs = range.Split("..", 2);
        if (refs.Length > 1 && refs[1].StartsWith('.'))
        {
            return [ThreeDots()];
        }

        var (before, after) = (refs[0].Length > 0 ? refs[0] : "HEAD", refs.Length > 1 && refs[1].Length > 0 ? refs[1] : null);
        var difference = await new DiffRun(services.Ports, NoProgress.Nothing).RunAsync(gate, before, after, cancel);
        output.Result(DiffText.From(difference, after ?? "now"));

        // What could not be read is no difference; one reason can hold for all artifacts, and is said once.
        return
        [
            .. difference
                .Artifacts.SelectMany(artifact => artifact.Problems)
                .Concat(difference.Metrics?.Findings.Where(finding => finding.Outcome == Outcome.NotMeasured && finding.Counts) ?? [])
                .DistinctBy(problem => (problem.Code, problem.Id, problem.Subject, problem.Found)),
        ];
    }

    private Finding ThreeDots() =>
        new()
        {
            Code = Diagnostics.BadOption.Code,
            Id = "diff",
            Subject = range,
            Outcome = Outcome.NotMeasured,
            Expected = "two refs: one..other",
            Found = "three dots (merge base) are not supported",
            Fix = "Use the merge base: git merge-base one other",
        };
}
