using System.IO;

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
        if (!File.Exists(gate.Stamp) || !File.Exists(gate.StateFile) || File.ReadAllText(gate.StateFile) != state)
        {
            log.Write(WorkerDiagnostic.OfTask(
                Codes.NoVerdictToPack,
                gate.GateFile,
                "There is no passing verdict for the present inputs; expected one before packing. Build the project with the same properties first."));
        }
    }
}
