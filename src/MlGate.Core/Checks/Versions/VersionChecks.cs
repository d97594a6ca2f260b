using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>All checks of versions. <c>mlgate check</c> and <c>mlgate status</c> show the same findings.</summary>
public static class VersionChecks
{
    /// <summary>Compares the bytes with the lock. Errors, and a warning for a missing lock.</summary>
    public static IReadOnlyList<Finding> Evaluate(LockedArtifact artifact) => BytesMustMatchLock.Evaluate(artifact);

    /// <summary>Warnings for a stale model, with the reasons.</summary>
    public static IReadOnlyList<Finding> Evaluate(ModelState model) =>
        [
            .. ModelMustBeTrainedOnThisData.Evaluate(model),
            .. ModelMustBeTrainedByThisCode.Evaluate(model),
            .. ModelMustComeFromTraining.Evaluate(model),
        ];
}
