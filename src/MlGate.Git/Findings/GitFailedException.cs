namespace MlGate.Git.Findings;

/// <summary>Git or libgit2 refused. Caught where versions turn it into a finding.</summary>
internal sealed class GitFailedException(string message) : IOException(message)
{
    /// <summary>Does the repository belong to somebody else?</summary>
    public bool IsOwnership =>
        Message.Contains("dubious ownership", StringComparison.Ordinal) || Message.Contains("not owned by", StringComparison.Ordinal);

    /// <summary>Does the repository need an extension or a format that this git does not know?</summary>
    public bool IsTooOld =>
        Message.Contains("unknown repository extension", StringComparison.Ordinal)
        || Message.Contains("unsupported extension name", StringComparison.Ordinal)
        || Message.Contains("Expected git repo version", StringComparison.Ordinal)
        || Message.Contains("unsupported repository version", StringComparison.Ordinal);

    /// <summary>What git says, on one line.</summary>
    public string Summary => GitMessage.Summarize(Message);
}
