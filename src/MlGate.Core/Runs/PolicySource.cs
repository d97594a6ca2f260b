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
    /// <returns>Outside of pull requests the gate of the working tree. Inside: the gate of the merge base and, if it differs, a warning; the working tree's where the base has none that can be read, and a note.</returns>
    public static PolicyChoice Choose(Gate head, string name, IGateFiles files, IVersions versions)
    {
        if (versions.Checkout.Target is null || head.Artifacts.FirstOrDefault() is not { } any || versions.Baseline("auto", any).Value is not { } baseline)
        {
            return new PolicyChoice(head, []);
        }

        var based = GateParser.Load(name, files, baseline.Commit);
        if (based.Value is null)
        {
            return new PolicyChoice(head, [Note(Diagnostics.PolicyIntroduced, head, Severity.Info, "the target branch has no gate that can be read: policy introduced here", "a gate on the target branch", null)]);
        }

        var changed = based.Value.Files.Union(head.Files).Where(file => files.Read(file, null) != files.Read(file, baseline.Commit)).ToList();
        return changed.Count == 0
            ? new PolicyChoice(head, [])
            : new PolicyChoice(
                based.Value,
                [
                    Note(
                        Diagnostics.PolicyChanged,
                        head,
                        Severity.Warn,
                        $"the pull request changes {string.Join(", ", changed)}; the gate of {baseline.How} judges it",
                        "the gate to stay as it is",
                        "Have the change of the gate reviewed: it holds from the next pull request on"),
                ]);
    }

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
/// <param name="Notes">Findings that never stop a build.</param>
public sealed record PolicyChoice(Gate Gate, IReadOnlyList<Finding> Notes);
