using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using MlGate.Findings;
using MlGate.Publishing.Artifacts;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>
/// Artifacts of a run of GitHub Actions. The server says their size, and leads to a store of another host, which gets no token.
/// </summary>
/// <param name="context">Where, and which run.</param>
/// <param name="token">Goes to the host of <see cref="ApiAddress.Rest"/> and nowhere else.</param>
/// <param name="sending">How requests leave.</param>
internal sealed class GitHubArtifacts(GitHubContext context, ServerToken token, HttpSettings sending) : IRunArtifacts
{
    private const int Chunk = 64 << 10;

    public async Task<Result<RunArtifact>> FetchAsync(string name, CancellationToken cancel)
    {
        if (token.Value.Length == 0)
        {
            return PublishFindings.For(new ServerError(ServerErrorKind.TokenRefused, "empty token"), "artifact");
        }

        var calls = new ServerCalls(new RetryPolicy(sending.Waiting, sending.Limits));
        var client = GitHubConnection.Open(context.Api, token, sending.Transport, sending.Timeout, cancel);
        try
        {
            var list = await calls.ReadAsync("list the artifacts", () => ListAsync(client, name), cancel).ConfigureAwait(false);
            if (list.Value is not { } found)
            {
                return PublishFindings.For(list.Error!, "artifact");
            }

            // A run that was started again may have kept one of the same name before; where it now died earlier than that, nothing of this
            // attempt is there.
            var newest = (found.Artifacts ?? [])
                .Where(one => one.Name == name && !one.Expired && IsOfThisAttempt(one))
                .MaxBy(one => one.Id);
            if (newest is null)
            {
                return PublishFindings.NoArtifact(PlainLine.From(name, 100));
            }

            if (newest.SizeInBytes > RunArtifact.MostBytes)
            {
                return TooLarge(name);
            }

            var bytes = await calls
                .ReadAsync("download the artifact", () => DownloadAsync(newest.Id, cancel), cancel)
                .ConfigureAwait(false);
            return bytes.Value is not { } all ? PublishFindings.For(bytes.Error!, "artifact")
                : all.Length > RunArtifact.MostBytes ? TooLarge(name)
                : new RunArtifact(all);
        }
        finally
        {
            (client.Connection as IDisposable)?.Dispose();
        }
    }

    private bool IsOfThisAttempt(ArtifactAnswer artifact) => context.StartedAt is not { } start || artifact.CreatedAt >= start;

    private static Finding TooLarge(string name) => PublishFindings.ArtifactTooLarge(PlainLine.From(name, 100), RunArtifact.MostBytes);

    private async Task<ArtifactsAnswer> ListAsync(GitHubClient client, string name) =>
        (
            await client
                .Connection.Get<ArtifactsAnswer>(
                    new Uri(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"repos/{context.Owner}/{context.Repository}/actions/runs/{context.Run}/artifacts"
                        ),
                        UriKind.Relative
                    ),
                    new Dictionary<string, string> { ["name"] = name, ["per_page"] = "100" }
                )
                .ConfigureAwait(false)
        ).Body;

    // One byte more than is taken at most: the server's word for the size is not enough.
    private async Task<byte[]> DownloadAsync(long id, CancellationToken cancel)
    {
        using var http = new HttpClient(sending.Transport()) { Timeout = sending.Timeout };
        using var request = new HttpRequestMessage(HttpMethod.Get, await StoreAsync(id, cancel).ConfigureAwait(false));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw Failure("The artifact store", answer);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(sending.Timeout);
        using var from = await answer.Content.ReadAsStreamAsync(stop.Token).ConfigureAwait(false);
        using var to = new MemoryStream();
        var buffer = new byte[Chunk];
        while (to.Length <= RunArtifact.MostBytes && await from.ReadAsync(buffer, stop.Token).ConfigureAwait(false) is var count and > 0)
        {
            to.Write(buffer, 0, count);
        }

        return to.ToArray();
    }

    private async Task<Uri> StoreAsync(long id, CancellationToken cancel)
    {
        using var http = new HttpClient(
            new GitHubHeaders { InnerHandler = new PinnedHost(context.Api.Rest, cancel) { InnerHandler = sending.Transport() } }
        )
        {
            Timeout = sending.Timeout,
        };
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                context.Api.Rest,
                string.Create(CultureInfo.InvariantCulture, $"repos/{context.Owner}/{context.Repository}/actions/artifacts/{id}/zip")
            )
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Headers.UserAgent.ParseAdd("mlgate");
        using var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Found || answer.Headers.Location is not { } location)
        {
            throw Failure("GitHub", answer);
        }

        var to = new Uri(context.Api.Rest, location);
        return to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && to.IsLoopback)
            ? to
            : throw new ForeignHostException("an address that is not https");
    }

    private static ServerAnswerException Failure(string server, HttpResponseMessage answer) =>
        new(
            server,
            (int)answer.StatusCode,
            answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            "",
            needs: null
        );
}
