using MlGate.Findings;

namespace MlGate.Checks.Data;

/// <summary>One fact that must hold for a dataset.</summary>
internal interface IDatasetCheck
{
    /// <summary>A finding, with its place, for each time the gate file declares the fact.</summary>
    IEnumerable<Finding> Evaluate(DatasetInputs inputs);

    /// <summary>What a finding of this check holds for: the candidate alone, unless the check compares it.</summary>
    IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) => [new(inputs.Gate.Id, JudgedVersions.Candidate)];
}
