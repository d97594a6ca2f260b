using System.Globalization;

namespace MlGate.Publishing.Azure;

/// <summary>What every run of Azure Pipelines says of itself, wherever its sources come from.</summary>
/// <param name="Id">The build's id.</param>
/// <param name="Attempt">Of the job, from 1.</param>
/// <param name="HeadSha">The head of the pull request, or the commit of the branch.</param>
/// <param name="Page">The build's page; null where it is not known.</param>
/// <param name="IsFork">Does the pull request come from another repository?</param>
internal sealed record AzureRun(long Id, int Attempt, string HeadSha, Uri? Page, bool IsFork)
{
    public static AzureRun? From(Func<string, string?> variable)
    {
        var sha = variable("SYSTEM_PULLREQUEST_SOURCECOMMITID") ?? variable("BUILD_SOURCEVERSION");
        if (
            !long.TryParse(variable("BUILD_BUILDID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || sha is not { Length: >= 40 and <= 64 }
            || !sha.All(char.IsAsciiHexDigitLower)
        )
        {
            return null;
        }

        var attempt = int.TryParse(variable("SYSTEM_JOBATTEMPT"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : 1;
        var page = string.Create(
            CultureInfo.InvariantCulture,
            $"{variable("SYSTEM_COLLECTIONURI")?.TrimEnd('/')}/{variable("SYSTEM_TEAMPROJECTID")}/_build/results?buildId={id}"
        );
        var fork = string.Equals(variable("SYSTEM_PULLREQUEST_ISFORK"), "true", StringComparison.OrdinalIgnoreCase);
        return new AzureRun(
            id,
            attempt,
            sha,
            Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null,
            fork
        );
    }
}
