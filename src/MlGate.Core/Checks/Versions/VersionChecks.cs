using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>All checks of versions. <c>mlgate check</c> and <c>mlgate status</c> show the same findings.</summary>
public static class VersionChecks
{
    /// <summary>Compares the bytes with the lock. Errors, and a warning for a missing lock.</summary>
    public static IReadOnlyList<Finding> Judge(LockedArtifact artifact) => BytesMustMatchLock.Judge(artifact);

    /// <summary>Warnings for a stale model, with the reasons.</summary>
    public static IReadOnlyList<Finding> Judge(ModelState model) =>
        [
            .. ModelMustBeTrainedOnThisData.Judge(model),
            .. ModelMustBeTrainedByThisCode.Judge(model),
            .. ModelMustComeFromTraining.Judge(model),
        ];
}
