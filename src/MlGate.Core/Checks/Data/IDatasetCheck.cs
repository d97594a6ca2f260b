using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>One fact that must hold for a dataset. It says what must be counted of the data, and judges by the answers.</summary>
internal interface IDatasetCheck
{
    /// <summary>What must be counted of the data; nothing for a check that a profile or a version is enough for.</summary>
    IEnumerable<ViolationQuery> Queries(DatasetGate gate) => [];

    /// <summary>A finding, with its place, for each time the gate file declares the fact.</summary>
    IEnumerable<Finding> Evaluate(DatasetInputs inputs);

    /// <summary>What a finding of this check holds for: the candidate alone, unless the check compares it.</summary>
    IReadOnlyList<JudgedArtifact> Judged(DatasetInputs inputs, Finding finding) => [new(inputs.Gate.Id, JudgedVersions.Candidate)];
}
