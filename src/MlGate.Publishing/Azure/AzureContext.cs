using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.Azure;

/// <summary>Where a run of Azure Pipelines happens for a pull request of Azure Repos.</summary>
internal sealed record AzureContext : RunContext
{
    /// <summary>The organization's or collection's address, ends with a slash.</summary>
    public required Uri Collection { get; init; }

    /// <summary>The project's id.</summary>
    public required string Project { get; init; }

    /// <summary>The project's name, for people.</summary>
    public required string ProjectName { get; init; }

    /// <summary>The repository's id.</summary>
    public required string Repository { get; init; }

    /// <summary>The pull request's number; null for a build of a branch.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The merge commit that the server made of the pull request.</summary>
    public string? MergeSha { get; init; }

    public override bool HasPullRequest => PullRequest is not null;

    /// <summary>What the build runs as, by the name under which its permissions are set.</summary>
    public string Identity => $"'{ProjectName} Build Service ({Organization})'";

    private string Organization =>
        Collection.AbsolutePath.Trim('/') is { Length: > 0 } path ? path.Split('/')[^1] : Collection.Host.Split('.')[0];

    /// <summary>Reads the variables of a run.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    public static Result<AzureContext> From(Func<string, string?> variable)
    {
        if (AddressOf(variable("SYSTEM_COLLECTIONURI") ?? variable("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")) is not { } collection)
        {
            return PublishFindings.AddressUnsafe("SYSTEM_COLLECTIONURI is not an https address");
        }

        if (!Guid.TryParse(variable("SYSTEM_TEAMPROJECTID"), out var project))
        {
            return PublishFindings.PlaceUnknown("SYSTEM_TEAMPROJECTID is not set");
        }

        if (!Guid.TryParse(variable("BUILD_REPOSITORY_ID"), out var repository))
        {
            return PublishFindings.PlaceUnknown("BUILD_REPOSITORY_ID is not set");
        }

        if (AzureRun.From(variable) is not { } run)
        {
            return PublishFindings.PlaceUnknown("BUILD_BUILDID is not a number, or no variable with the commit");
        }

        return new AzureContext
        {
            Collection = collection,
            Project = project.ToString(),
            ProjectName = variable("SYSTEM_TEAMPROJECT") ?? project.ToString(),
            Repository = repository.ToString(),
            PullRequest = int.TryParse(
                variable("SYSTEM_PULLREQUEST_PULLREQUESTID"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            HeadSha = run.HeadSha,
            MergeSha = variable("BUILD_SOURCEVERSION"),
            Run = run.Id,
            Attempt = run.Attempt,
            Page = run.Page,
            IsFork = run.IsFork,
        };
    }

    // Some servers name the organization as the user of the address; a token must not follow such a thing.
    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text?.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? new UriBuilder(uri) { UserName = "", Password = "" }.Uri
            : null;
}
