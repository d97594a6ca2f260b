using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>The artifacts that a check of a model judges, in their versions: what a waiver binds to.</summary>
internal static class JudgedRows
{
    /// <summary>Test rows and model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="other">What the candidate is compared with.</param>
    public static IReadOnlyList<JudgedArtifact> With(ModelGate model, ComparedWith other) =>
        [
            new(GateSection.Datasets.Subject(model.Test), JudgedVersions.TestRows),
            new(
                model.Id,
                other switch
                {
                    ComparedWith.Anchor => JudgedVersions.AgainstAnchor,
                    ComparedWith.Baseline => JudgedVersions.AgainstBaseline,
                    _ => JudgedVersions.Candidate,
                }
            ),
        ];
}
