namespace MlGate.Reporting.Markdown;

/// <summary>
/// Addresses of a repository's pages on its host. One class per host, made of what the run says of itself, never of a report.
/// </summary>
internal interface IRepositoryLinks
{
    /// <summary>The page of a commit.</summary>
    /// <param name="sha">Full object id.</param>
    Uri Commit(string sha);

    /// <summary>A line of a file, as a commit has it.</summary>
    /// <param name="sha">Full object id.</param>
    /// <param name="path">From the repository's root, with forward slashes; each part is escaped.</param>
    /// <param name="line">From 1.</param>
    Uri Line(string sha, string path, int line);
}
