namespace MlGate.Git.Hashing;

/// <summary>Both digests of one file.</summary>
/// <param name="GitObjectId">Id of the blob that git would store.</param>
/// <param name="Sha256">Of the raw bytes.</param>
/// <param name="Size">Raw bytes.</param>
internal sealed record FileDigest(string GitObjectId, string Sha256, long Size);
