namespace MlGate.Versions;

/// <summary>Versions of artifacts, now and at a commit: what most runs need together. Implemented over git.</summary>
public interface IVersions : IWorkingTree, IBaselines, ICommittedVersions, ILockReader;
