using Microsoft.Build.Framework;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;

namespace MlGate.MSBuild.Tasks;

/// <summary>Fails unless a passing verdict for the present inputs is stamped. Writes nothing.</summary>
[MSBuildMultiThreadableTask]
public sealed class RequireMlGateVerdict : CollectMlGateInputs
{
    private protected override void Visit(GatePaths gate, string state, DiagnosticsLog log)
    {
        if (!Holds(gate.Stamp, GatePaths.StampOf(0)) || !Holds(gate.StateFile, state))
        {
            // Also where the gate itself only warns: whoever sets the property wants no package without a pass.
            new DiagnosticsLog(Log, new SeverityPolicy(null, null, null, null, null), gate.Folder).Write(
                WorkerDiagnostic.OfTask(
                    Codes.NoVerdictToPack,
                    gate.GateFile,
                    "No passing verdict for the current inputs; expected one before packing. Build the project with the "
                        + "same properties first."
                )
            );
        }
    }
}
