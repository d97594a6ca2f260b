using System;
using System.Linq;
using Microsoft.Build.Framework;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;
using Task = Microsoft.Build.Utilities.Task;

namespace MlGate.MSBuild.Tasks;

/// <summary>
/// Says of gates that were skipped that they are up to date, and logs their diagnostics again: a warning does not vanish because nothing
/// changed.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReplayMlGateDiagnostics : Task
{
    /// <summary>All gates.</summary>
    public ITaskItem[] Gates { get; set; } = [];

    /// <summary>Those that have just been checked, and logged.</summary>
    public ITaskItem[] Checked { get; set; } = [];

    /// <summary>Enforce or Warn.</summary>
    public string? Mode { get; set; }

    /// <summary>The build's property.</summary>
    public string? TreatWarningsAsErrors { get; set; }

    /// <summary>The build's property.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>The build's property.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The build's property.</summary>
    public string? NoWarn { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var policy = new SeverityPolicy(Mode, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn);
        foreach (
            var gate in Gates
                .Where(gate => !Checked.Any(one => string.Equals(one.ItemSpec, gate.ItemSpec, StringComparison.Ordinal)))
                .Select(GatePaths.From)
        )
        {
            var answer = WorkerAnswer.Read(gate.Diagnostics, out _);
            foreach (var diagnostic in answer?.Diagnostics ?? [])
            {
                new DiagnosticsLog(Log, policy, gate.Folder).Write(diagnostic);
            }

            if (answer?.Unchanged is { } unchanged)
            {
                Log.LogMessage(MessageImportance.High, "{0}", "mlgate: " + OneLine.From(unchanged));
            }
        }

        return !Log.HasLoggedErrors;
    }
}
