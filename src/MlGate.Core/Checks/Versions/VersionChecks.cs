using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>All checks of versions. <c>mlgate check</c> and <c>mlgate status</c> show the same findings.</summary>
public static class VersionChecks
{
    /// <summary>Are the bytes what the lock says? Errors, but for a lock that is missing, which warns.</summary>
    public static IReadOnlyList<Finding> Judge(LockedArtifact artifact) => BytesMustMatchLock.Judge(artifact);

    /// <summary>Is the model stale, and why? Warnings.</summary>
    public static IReadOnlyList<Finding> Judge(ModelState model) =>
        [
            .. ModelMustBeTrainedOnThisData.Judge(model),
            .. ModelMustBeTrainedByThisCode.Judge(model),
            .. ModelMustComeFromTraining.Judge(model),
        ];
}
