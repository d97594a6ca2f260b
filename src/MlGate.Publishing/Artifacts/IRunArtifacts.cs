using MlGate.Findings;

namespace MlGate.Publishing.Artifacts;

/// <summary>Takes what the run kept that the event of the second step is about.</summary>
internal interface IRunArtifacts
{
    /// <summary>Takes one whole, in memory.</summary>
    /// <param name="name">Of the artifact.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The artifact; or an error where it is too large, a warning where it is not there or the server does not give it.</returns>
    Task<Result<RunArtifact>> FetchAsync(string name, CancellationToken cancel);
}
