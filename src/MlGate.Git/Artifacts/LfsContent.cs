using MlGate.Git.Hashing;

namespace MlGate.Git.Artifacts;

/// <summary>What a pointer of Git LFS stands for.</summary>
/// <param name="Location">The object in the local store.</param>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Modified">When the object was written, in nanoseconds since 1970.</param>
internal sealed record LfsContent(string Location, FileDigest Digest, long? Modified);
