using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Which gate judges a pull request: that of the branch it targets, so that nobody relaxes the gate in the change that it is to stop.</summary>
public static class PolicySource
{
    /// <summary>Chooses the gate.</summary>
    /// <param name="head">The gate of the working tree.</param>
    /// <param name="name">The gate file's name in its own folder.</param>
    /// <param name="files">Reads gates at commits.</param>
    /// <param name="versions">Knows the pull request's target and merge base.</param>
    /// <returns>
    /// Outside of pull requests the gate of the working tree. Inside: the gate of the merge base and, if it differs, a warning; the working tree's where the base has none,
    /// and a note, or none that can be read, and a warning. Where the base cannot be found, nobody knows whose gate this is: that is an error.
    /// </returns>
    public static PolicyChoice Choose(Gate head, string name, IGateFiles files, IVersions versions)
    {
        if (versions.Checkout.Target is null)
        {
            return new PolicyChoice(head);
        }

        var found = versions.PullRequestBase();
        if (found.Value is not { } at)
        {
            return found.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                ? Introduced(head, null)
                : new PolicyChoice(head) { Notes = [.. found.Problems.Select(problem => problem with { Place = problem.Place ?? head.Place })] };
        }

        var based = GateParser.Load(name, files, at.Commit);
        if (based.Value is null)
        {
            return files.Read(name, at.Commit) is null ? Introduced(head, at) : Unreadable(head, at);
        }

        var changed = based.Value.Files.Union(head.Files).Where(file => files.Read(file, null) != files.Read(file, at.Commit)).ToList();
        return changed.Count == 0 ? new PolicyChoice(head) { Base = at, TestSetsAt = at } : new PolicyChoice(based.Value)
        {
            Base = at,
            TestSetsAt = at,
            Changed = changed,
            Notes =
            [
                Note(
                    Diagnostics.PolicyChanged,
                    head,
                    Severity.Warn,
                    $"the pull request changes {string.Join(", ", changed)}; the gate of {at.How} judges it",
                    "the gate to stay as it is",
                    "Have the change of the gate reviewed: it holds from the next pull request on"),
            ],
        };
    }

    private static PolicyChoice Introduced(Gate head, Baseline? at) => new(head)
    {
        Base = at,
        Notes = [Note(Diagnostics.PolicyIntroduced, head, Severity.Info, "the target branch has no gate: policy introduced here", "a gate on the target branch", null)],
    };

    // Who mends it, or adapts it to a newer MlGate, must get through; but loudly, and on the test sets that were there.
    private static PolicyChoice Unreadable(Gate head, Baseline at) => new(head)
    {
        Base = at,
        TestSetsAt = at,
        Notes = [Note(
            Diagnostics.PolicyIntroduced,
            head,
            Severity.Warn,
            $"the gate of {at.How} cannot be read by this MlGate, so that the pull request's own judges it",
            "a gate on the target branch that can be read",
            "Have the gate file reviewed line by line")],
    };

    private static Finding Note(Diagnostic code, Gate gate, Severity severity, string found, string expected, string? fix) => new()
    {
        Code = code.Code,
        Id = "policy",
        Subject = gate.Name,
        Outcome = Outcome.Failed,
        Severity = severity,
        Expected = expected,
        Found = found,
        Fix = fix,
        Place = gate.Place,
    };
}

/// <summary>A gate and what there is to say about where it comes from.</summary>
/// <param name="Gate">The gate that judges.</param>
public sealed record PolicyChoice(Gate Gate)
{
    /// <summary>The commit that the pull request branched from; null outside of pull requests, or where there is none.</summary>
    public Baseline? Base { get; init; }

    /// <summary>The commit whose test sets judge; null for those of the working tree.</summary>
    public Baseline? TestSetsAt { get; init; }

    /// <summary>Files of the gate that the pull request changes.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>What there is to say before anything is measured.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];
}
