namespace MlGate.Git.Repositories;

/// <summary>Git or libgit2 refused. Caught where versions turn it into a finding.</summary>
internal sealed class GitFailedException(string message) : IOException(message)
{
    /// <summary>Does the repository belong to somebody else?</summary>
    public bool IsOwnership => Message.Contains("dubious ownership", StringComparison.Ordinal) || Message.Contains("not owned by", StringComparison.Ordinal);

    /// <summary>The message's first line, without git's prefix.</summary>
    public string FirstLine
    {
        get
        {
            var line = Message.Split('\n', 2)[0].Trim();
            return line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line;
        }
    }
}
