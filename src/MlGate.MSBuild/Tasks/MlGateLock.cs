using System.IO;
using Microsoft.Build.Framework;
using MlGate.MSBuild.Inputs;

namespace MlGate.MSBuild.Tasks;

/// <summary>Asks the worker to record the versions of a gate's artifacts.</summary>
[MSBuildMultiThreadableTask]
public sealed class MlGateLock : MlGateTask
{
    /// <inheritdoc/>
    protected override string Verb => "lock";

    // A folder of its own: what the last check answered stays what a build says again.
    private protected override GatePaths Paths => base.Paths with { Output = Path.Combine(base.Paths.Output, "lock") };
}
