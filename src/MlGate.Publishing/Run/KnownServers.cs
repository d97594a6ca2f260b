using MlGate.Publishing.Azure;
using MlGate.Publishing.GitHub;
using MlGate.Publishing.GitLab;
using MlGate.Publishing.Servers;

namespace MlGate.Publishing.Run;

/// <summary>The build servers whose runs publish.</summary>
internal static class KnownServers
{
    public static IReadOnlyList<IServerKind> All { get; } = [new GitHubActions(), new AzurePipelines(), new GitLabCi()];

    /// <summary>The server of this process, or one that says why it is not known.</summary>
    public static BuildServer Find(ServerRun run) =>
        All.FirstOrDefault(server => server.IsHere(run.Variable)) is { } here
            ? here.Open(run)
            : new BuildServer
            {
                Problems = [PublishFindings.PlaceUnknown("none of " + string.Join(", ", All.Select(server => server.Name)))],
            };
}
