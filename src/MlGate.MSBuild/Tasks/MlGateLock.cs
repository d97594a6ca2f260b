using Microsoft.Build.Framework;

namespace MlGate.MSBuild.Tasks;

/// <summary>Asks the worker to record the versions of a gate's artifacts.</summary>
[MSBuildMultiThreadableTask]
public sealed class MlGateLock : MlGateTask
{
    /// <inheritdoc/>
    protected override string Verb => "lock";
}
