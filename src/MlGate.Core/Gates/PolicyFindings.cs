using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>Says what a gate file loosened in the policy that it extends.</summary>
public static class PolicyFindings
{
    /// <summary>A warning MLG0014 per loosened key. They never stop a build: the policy's owners decide what they allow.</summary>
    public static IReadOnlyList<Finding> Of(Gate gate) =>
        [
            .. gate.Loosened.Select(loosened => new Finding
            {
                Code = Diagnostics.PolicyLoosened.Code,
                Id = loosened.Id,
                Subject = loosened.Id,
                Outcome = Outcome.Failed,
                Severity = loosened.Severity,
                Found = "the gate file loosens the policy, " + loosened.Value,
                Expected = "at least what the policy asks for",
                Fix = "Remove the key here, or have the policy changed",
                Place = loosened.Place,
            }),
        ];
}
