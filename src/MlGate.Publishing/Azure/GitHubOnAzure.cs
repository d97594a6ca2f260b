using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Azure;

/// <summary>A run of Azure Pipelines whose sources are on GitHub.</summary>
internal static class GitHubOnAzure
{
    /// <summary>Address of the server's pages; null where the variable has none.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    public static string? ServerOf(Func<string, string?> variable) =>
        Uri.TryCreate(variable("BUILD_REPOSITORY_URI"), UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Authority)
            : null;

    /// <summary>Reads the variables of a run.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    public static Result<GitHubContext> From(Func<string, string?> variable)
    {
        if ((variable("BUILD_REPOSITORY_NAME") ?? "").Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } repository])
        {
            return PublishFindings.PlaceUnknown("BUILD_REPOSITORY_NAME is not a repository");
        }

        if (
            !Uri.TryCreate(variable("BUILD_REPOSITORY_URI"), UriKind.Absolute, out var address)
            || ApiAddress.From(null, address.GetLeftPart(UriPartial.Authority), null) is not { } api
        )
        {
            return PublishFindings.AddressUnsafe("BUILD_REPOSITORY_URI is not an https address");
        }

        if (AzureRun.From(variable) is not { } run)
        {
            return PublishFindings.PlaceUnknown("BUILD_BUILDID is not a number, or no variable with the commit");
        }

        return new GitHubContext
        {
            Api = api,
            Owner = owner,
            Repository = repository,
            HeadSha = run.HeadSha,
            MergeSha = variable("BUILD_SOURCEVERSION"),
            PullRequest = int.TryParse(
                variable("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            Run = run.Id,
            Attempt = run.Attempt,
            Page = run.Page,
            IsFork = run.IsFork,
        };
    }
}
