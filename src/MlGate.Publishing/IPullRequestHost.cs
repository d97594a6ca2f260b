using MlGate.Findings;

namespace MlGate.Publishing;

/// <summary>Where a pull request lives. What goes wrong there is a warning: the verdict was decided before.</summary>
internal interface IPullRequestHost
{
    /// <summary>Publishes one result.</summary>
    /// <returns>Warnings and remarks; empty when all is published.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<IReadOnlyList<Finding>> PublishAsync(PublishRequest request, CancellationToken cancel);
}
