using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Says what a gate file loosened in the policy that it extends.</summary>
public static class PolicyFindings
{
    /// <summary>A warning MLG0014 per loosened key. They never stop a build: the policy's owners decide what they allow.</summary>
    public static IReadOnlyList<Finding> For(Gate gate) =>
        [
            .. gate.Loosened.Select(loosened => new Finding
            {
                Code = Diagnostics.PolicyLoosened.Code,
                Id = loosened.Id,
                Subject = loosened.Id.Text,
                Outcome = Outcome.Failed,
                Severity = loosened.Severity,
                Found = "less strict than the policy, " + loosened.Value,
                Expected = "limits at least as strict as the policy",
                Fix = "Remove the key here, or change the policy",
                Place = loosened.Place,
            }),
        ];
}
