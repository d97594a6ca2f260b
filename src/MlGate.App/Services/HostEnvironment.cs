using MlGate.Git.Repositories;

namespace MlGate.App.Services;

/// <summary>What the environment says, read once at the door.</summary>
/// <param name="ContinuousIntegration">True on a build server.</param>
internal sealed record HostEnvironment(bool ContinuousIntegration)
{
    /// <summary>The branch that the change will be merged into, where the command line names it; null to ask the environment.</summary>
    public string? Target { get; init; }

    public static HostEnvironment Read(Func<string, string?> variable) => new(BuildServers.IsContinuousIntegration(variable));
}
