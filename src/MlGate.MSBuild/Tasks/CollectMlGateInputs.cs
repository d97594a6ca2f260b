using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;
using MlGate.Platform;
using Task = Microsoft.Build.Utilities.Task;

namespace MlGate.MSBuild.Tasks;

/// <summary>
/// Writes <c>inputs.state</c> of every gate if it differs from what is there. Runs in every build, so it starts no process, loads no
/// library and reads no data.
/// </summary>
[MSBuildMultiThreadableTask]
public class CollectMlGateInputs : Task
{
    /// <summary>The gate files.</summary>
    public ITaskItem[] GateFiles { get; set; } = [];

    /// <summary>The project: where errors point to that are of no gate file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Where the build remembers; absolute.</summary>
    [Required]
    public string StateDirectory { get; set; } = "";

    /// <summary>Where the worker answers; absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The worker; absolute.</summary>
    [Required]
    public string WorkerPath { get; set; } = "";

    /// <summary>Arguments of the worker that are the same for every gate.</summary>
    public string? Baseline { get; set; }

    /// <summary>See <see cref="Baseline"/>.</summary>
    public string? CacheDirectory { get; set; }

    /// <summary>See <see cref="Baseline"/>.</summary>
    public string? ReportFormats { get; set; }

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

    /// <summary>One item per gate: its state file, with what the targets need to know as metadata.</summary>
    [Output]
    public ITaskItem[] Gates { get; set; } = [];

    /// <summary>The present time, for answers that end by themselves.</summary>
    internal Func<DateTime> Now { get; set; } = () => DateTime.UtcNow;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var policy = new SeverityPolicy(Mode, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn);
        if (Complaint() is { } complaint)
        {
            new DiagnosticsLog(Log, policy, StateDirectory).Write(complaint);
            return !Log.HasLoggedErrors;
        }

        var gates = GatePaths.From(
            [.. GateFiles.Select(item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal)],
            OutputDirectory,
            StateDirectory
        );
        try
        {
            foreach (var gate in gates)
            {
                Visit(
                    gate,
                    InputsState.Text(InputsState.Estimand(Ask(policy)), gate, Now(), since: null),
                    new DiagnosticsLog(Log, policy, gate.Folder)
                );
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            new DiagnosticsLog(Log, policy, StateDirectory).Write(
                WorkerDiagnostic.OfTask(
                    Codes.NotAccessible,
                    StateDirectory,
                    "Cannot write the state of the gate: " + exception.Message + " Make the folder writable."
                )
            );
        }

        Gates = [.. gates.Select(gate => gate.ToItem())];
        return !Log.HasLoggedErrors;
    }

    /// <summary>What to do with one gate whose present state is known.</summary>
    private protected virtual void Visit(GatePaths gate, string state, DiagnosticsLog log)
    {
        if (Holds(gate.StateFile, state))
        {
            return;
        }

        // Time stamps decide whether MSBuild skips a target, and clocks jump: without the stamp there is nothing to compare.
        Directory.CreateDirectory(gate.State);
        File.Delete(gate.Stamp);
        AtomicFile.Write(gate.StateFile, state);
    }

    /// <summary>True if a file is there and holds just a text.</summary>
    private protected static bool Holds(string path, string text) =>
        RegularFile.Exists(path) && RegularFile.ReadText(path, InputsState.Longest) == text;

    private WorkerDiagnostic? Complaint()
    {
        if (Mode is { Length: > 0 } mode && !new[] { "Enforce", "Warn", "Off" }.Contains(mode.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return WorkerDiagnostic.OfTask(Codes.BadOption, ProjectFile, "MlGateMode is '" + mode + "'; expected Enforce, Warn or Off.");
        }

        if (GateFiles.Length == 0)
        {
            return WorkerDiagnostic.OfTask(
                Codes.GateFileNotFound,
                ProjectFile,
                "The project references MlGate but has no gate file; expected mlgate.yml next to it or MlGateFile items. Run 'dotnet "
                    + "mlgate init', or set MlGateEnabled to false."
            );
        }

        return GateFiles.Select(item => item.GetMetadata("FullPath")).FirstOrDefault(path => !File.Exists(path)) is { } missing
            ? WorkerDiagnostic.OfTask(
                Codes.GateFileNotFound,
                missing,
                "The gate file was not found. Correct the MlGateFile item, or run 'dotnet mlgate init'."
            )
            : null;
    }

    private IEnumerable<string> Ask(SeverityPolicy policy) =>
        [
            "task " + typeof(CollectMlGateInputs).Assembly.ManifestModule.ModuleVersionId.ToString("N"),
            "worker " + WorkerPath + " " + FileStat.From(WorkerPath).Text,
            "baseline " + Baseline,
            "cache " + CacheDirectory,
            "reports " + ReportFormats,
            .. policy.Describe(),
        ];
}
