using System.Globalization;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;

namespace MlGate.MSBuild.Tasks;

/// <summary>Words what is said of a worker that left no full answer.</summary>
internal static class WorkerFailure
{
    /// <summary>It was ended when its time was up.</summary>
    public static WorkerDiagnostic TimedOut(GatePaths paths, string seconds) =>
        WorkerDiagnostic.OfTask(
            Codes.TimedOut,
            paths.GateFile,
            $"The gate was stopped after {seconds} s. Raise MlGateTimeoutSeconds, or check less. Its log is {paths.WorkerLog}."
        );

    /// <summary>It ended by itself.</summary>
    /// <param name="paths">Of the gate.</param>
    /// <param name="exitCode">How it ended.</param>
    /// <param name="missing">What its answer lacks.</param>
    public static WorkerDiagnostic Died(GatePaths paths, int exitCode, string missing)
    {
        var code = exitCode.ToString(CultureInfo.InvariantCulture);
        return WorkerDiagnostic.OfTask(
            Codes.WorkerDied,
            paths.GateFile,
            $"The worker ended with exit code {code} and {missing}. Its log is {paths.WorkerLog}."
        );
    }
}
