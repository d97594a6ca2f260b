namespace MlGate.Git.Hashing;

/// <summary>One file that was read.</summary>
/// <param name="RawGitId">Id of the blob of the raw bytes.</param>
/// <param name="Text">What git stores when CRLF becomes LF; null where that changes nothing.</param>
/// <param name="Sha256">Of the raw bytes.</param>
/// <param name="Size">Raw bytes.</param>
/// <param name="Pointer">The file is an LFS pointer.</param>
/// <param name="Stamp">The same before and after the reading.</param>
internal sealed record HashedFile(string RawGitId, TextBlob? Text, string Sha256, long Size, LfsPointer? Pointer, FileStamp Stamp);
