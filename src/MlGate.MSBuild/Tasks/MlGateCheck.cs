using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using MlGate.MSBuild.Inputs;
using MlGate.Platform;

namespace MlGate.MSBuild.Tasks;

/// <summary>Asks the worker for a verdict on one gate, and stamps it unless it stops the build.</summary>
[MSBuildMultiThreadableTask]
public sealed class MlGateCheck : MlGateTask
{
    private bool isTaken;

    /// <summary>A git ref to compare with; empty for the gate file's.</summary>
    public string? Baseline { get; set; }

    /// <summary>More reports than <c>report.json</c>.</summary>
    public string? ReportFormats { get; set; }

    /// <summary>Where the frameworks of a project find each other's verdicts; empty for a project of one framework.</summary>
    public string? SharedDirectory { get; set; }

    /// <inheritdoc/>
    protected override string Verb => "check";

    /// <inheritdoc/>
    protected override IEnumerable<string> Arguments()
    {
        if (Baseline is { Length: > 0 } baseline)
        {
            yield return "--baseline=" + baseline;
        }

        if (ReportFormats is { Length: > 0 } formats)
        {
            yield return "--report-formats=" + string.Join(",", formats.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private protected override IEnumerable<string> Stale() => [.. base.Stale(), Paths.Stamp, Paths.Report, Paths.Inputs];

    private protected override string? MissingAnswer(bool succeeded) =>
        InputsFile.Read(Paths.Inputs) is null ? "wrote no readable inputs.txt"
        : succeeded && !RegularFile.Exists(Paths.Report) ? "wrote no report.json"
        : null;

    // Frameworks are built at the same time, and on one node: who waits must let that node go on, or the one that is waited for never ends.
    private protected override IDisposable? Alone()
    {
        if (SharedDirectory is not { Length: > 0 } folder)
        {
            return null;
        }

        var path = SharedVerdict.LockOf(folder, Paths.GateFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (FileLock.TryTake(path) is { } free)
        {
            return free;
        }

        BuildEngine3.Yield();
        try
        {
            return FileLock.Take(path, Cancelled);
        }
        finally
        {
            BuildEngine3.Reacquire();
        }
    }

    private protected override int? Known()
    {
        if (SharedDirectory is not { Length: > 0 } folder || new SharedVerdict(folder, Paths).Take(DateTime.UtcNow) is not { } exitCode)
        {
            return null;
        }

        Log.LogMessage(MessageImportance.Low, "mlgate: reusing the verdict of another target framework; its inputs have not changed.");
        isTaken = true;
        return exitCode;
    }

    private protected override void Keep(int exitCode)
    {
        if (SharedDirectory is { Length: > 0 } folder && !isTaken && exitCode is 0 or 1 or 2)
        {
            new SharedVerdict(folder, Paths).Keep(exitCode, Started);
        }
    }

    // The state before the run was that of the last answer; this answer may come from other files. A failure of the environment is never
    // remembered.
    private protected override void Accept(bool decided)
    {
        if (decided)
        {
            var question = InputsState.QuestionOf(RegularFile.ReadText(Paths.StateFile, InputsState.Longest));
            AtomicFile.Write(Paths.StateFile, InputsState.Text(question, Paths, DateTime.UtcNow, Started));
            AtomicFile.Write(Paths.Stamp, GatePaths.StampOf(Ended!.Value));
        }
    }
}
