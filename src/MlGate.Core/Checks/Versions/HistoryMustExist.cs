using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>
/// There is a commit to compare with, now or later. Without one every run is a first measurement, and no change is ever compared.
/// </summary>
internal static class HistoryMustExist
{
    /// <summary>A warning where there is no commit; nothing else.</summary>
    public static IEnumerable<Finding> Evaluate(Gate gate, Checkout checkout)
    {
        if (checkout.Commit is not null)
        {
            yield break;
        }

        yield return new Finding
        {
            Code = Diagnostics.NoHistory.Code,
            Id = "history",
            Subject = gate.Name,
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Expected = "a commit to compare with",
            Found = (checkout.InRepository ? "no commit in the repository" : "no git repository") + ": no earlier version to compare with",
            Fix = (checkout.InRepository ? "Commit" : "Run 'git init', and commit") + " the gate file, the artifacts and .mlgate/lock",
            Place = gate.Place,
        };
    }
}
