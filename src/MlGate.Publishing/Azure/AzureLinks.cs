using System.Globalization;
using MlGate.Publishing.Servers;
using MlGate.Reporting.Markdown;

namespace MlGate.Publishing.Azure;

/// <summary>Pages of a repository of Azure Repos.</summary>
/// <param name="repository">Address of the repository's first page.</param>
internal sealed class AzureLinks(WebAddress repository) : IRepositoryLinks
{
    public Uri Commit(string sha) => repository.Below($"commit/{sha}");

    // A line is selected from its first column to that of the next one.
    public Uri Line(string sha, string path, int line)
    {
        var (first, next) = (line.ToString(CultureInfo.InvariantCulture), (line + 1L).ToString(CultureInfo.InvariantCulture));
        return repository.With(
            $"?path=/{WebAddress.Escape(path)}&version=GC{sha}&line={first}&lineEnd={next}&lineStartColumn=1&lineEndColumn=1"
        );
    }

    /// <summary>The pages of the repository of a run; the service takes ids for names.</summary>
    /// <param name="context">Names it.</param>
    public static AzureLinks? From(AzureContext context) =>
        WebAddress.From(context.Collection.AbsoluteUri, $"{context.Project}/_git/{context.Repository}") is { } repository
            ? new AzureLinks(repository)
            : null;
}
