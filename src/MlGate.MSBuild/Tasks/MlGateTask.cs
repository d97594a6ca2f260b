using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;

namespace MlGate.MSBuild.Tasks;

/// <summary>Starts the worker with one verb on one gate, and logs what it answers in files. It takes no decisions.</summary>
public abstract class MlGateTask : ToolTask
{
    private bool cancelled;

    /// <summary>Lets other projects of the build go on while the worker runs.</summary>
    protected MlGateTask() => YieldDuringToolExecution = true;

    /// <summary>One of the gates that <see cref="CollectMlGateInputs"/> returned.</summary>
    [Required]
    public ITaskItem Gate { get; set; } = new TaskItem();

    /// <summary>The worker, absolute: a DLL, or an executable.</summary>
    [Required]
    public string WorkerPath { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs a DLL; empty for the one that runs the build, or the one on the path.</summary>
    public string? DotNetHost { get; set; }

    /// <summary>Then the worker is ended; empty for never.</summary>
    public string? TimeoutSeconds { get; set; }

    /// <summary>Where profiles and predictions are cached; empty for the gate's own place.</summary>
    public string? CacheDirectory { get; set; }

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

    /// <summary>The gate, once its worker has run. Targets tell by it whether they were skipped.</summary>
    [Output]
    public ITaskItem[] Ran { get; set; } = [];

    /// <summary>What the worker is to do.</summary>
    protected abstract string Verb { get; }

    /// <inheritdoc/>
    protected override string ToolName => Worker.Name;

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    private protected virtual GatePaths Paths => GatePaths.From(Gate);

    /// <summary>When the worker was started, UTC.</summary>
    private protected DateTime Started { get; private set; }

    /// <summary>Set when the build is cancelled.</summary>
    private protected ManualResetEvent Cancelled { get; } = new(false);

    /// <summary>The worker's exit code: of this run, or of the one whose answer stands for it.</summary>
    private protected int? Ended { get; private set; }

    private WorkerProgram Worker => new(WorkerPath, DotNetHost, Paths);

    private string ResponseFile => Path.Combine(Paths.Output, Verb + ".rsp");

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new DiagnosticsLog(
            Log,
            new SeverityPolicy(Mode, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn),
            Paths.Folder
        );
        if (Complaint() is { } complaint)
        {
            log.Write(complaint);
            return !Log.HasLoggedErrors;
        }

        try
        {
            using var alone = Alone();
            if (cancelled)
            {
                return false;
            }

            Prepare();
            Ended = Known();
            if (Ended is null)
            {
                base.Execute();
                if (cancelled)
                {
                    return false;
                }
            }

            Conclude(log, Ended ??= ExitCode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Write(
                WorkerDiagnostic.OfTask(
                    Codes.NotAccessible,
                    Paths.GateFile,
                    "Cannot write the output of the gate: " + exception.Message + " Make " + Paths.Output + " writable."
                )
            );
        }

        Ran = [Gate];
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public override void Cancel()
    {
        cancelled = true;
        Cancelled.Set();
        base.Cancel();
    }

    /// <summary>Files of the last run, which must not be taken for those of this one.</summary>
    private protected virtual IEnumerable<string> Stale() => [Paths.Diagnostics, Paths.WorkerLog];

    /// <summary>Waits until nobody else asks the same; what is returned is disposed of at the end.</summary>
    private protected virtual IDisposable? Alone() => null;

    /// <summary>
    /// The exit code of a worker whose answer stands for that of this run, and has been put in its place; null to ask the worker.
    /// </summary>
    private protected virtual int? Known() => null;

    /// <summary>Called when the worker answered in full, whatever it said.</summary>
    /// <param name="exitCode">How it ended.</param>
    private protected virtual void Keep(int exitCode) { }

    /// <summary>Arguments of the verb beyond those that all verbs take.</summary>
    protected virtual IEnumerable<string> Arguments() => [];

    /// <summary>What the verb must have written beside <c>diagnostics.json</c>, and does not; null when all is there.</summary>
    private protected virtual string? MissingAnswer(bool succeeded) => null;

    /// <summary>Called when the worker answered in full and nothing was logged as an error.</summary>
    /// <param name="decided">The answer depends on the inputs alone: the worker passed, failed or could not decide.</param>
    private protected virtual void Accept(bool decided) { }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => Worker.FileName;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var command = new CommandLineBuilder();
        if (Worker.RunsOnHost)
        {
            command.AppendSwitch("exec");
            command.AppendFileNameIfNotNull(WorkerPath);
        }

        command.AppendSwitch(Verb);
        command.AppendSwitchIfNotNull("@", ResponseFile);
        return command.ToString();
    }

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => Paths.Folder;

    /// <summary>Keeps what the worker says. It is progress only and never read for errors.</summary>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        File.AppendAllText(Paths.WorkerLog, singleLine + "\n");
        Log.LogMessage(MessageImportance.Low, "{0}", "mlgate: " + OneLine.From(singleLine));
    }

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogCommandLine(MessageImportance.Low, message);

    /// <summary>Says nothing: the answer explains an exit code, or its absence does.</summary>
    protected override bool HandleTaskExecutionErrors() => false;

    private WorkerDiagnostic? Complaint()
    {
        if (Worker.Complaint() is { } complaint)
        {
            return complaint;
        }

        if (TimeoutSeconds is { Length: > 0 } text)
        {
            if (
                !int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                || seconds is 0 or > int.MaxValue / 1000
            )
            {
                return WorkerDiagnostic.OfTask(
                    Codes.BadOption,
                    Paths.GateFile,
                    "MlGateTimeoutSeconds is '" + text + "'; expected an integer number of seconds from 1 to 2147483."
                );
            }

            Timeout = seconds * 1000;
        }

        return null;
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Paths.Output);
        foreach (var stale in Stale())
        {
            File.Delete(stale);
        }

        string[] all = [Paths.GateFile, "--output=" + Paths.Output, "--no-progress", .. Arguments()];
        if (CacheDirectory is { Length: > 0 } cache)
        {
            all = [.. all, "--cache=" + cache];
        }

        AtomicFile.Write(ResponseFile, string.Concat(all.Select(argument => argument + "\n")));
        Started = DateTime.UtcNow;
    }

    private void Conclude(DiagnosticsLog log, int exitCode)
    {
        var answer = WorkerAnswer.Read(Paths.Diagnostics, out var problem);
        var speaksOfAnError = false;
        foreach (var diagnostic in answer?.Diagnostics ?? [])
        {
            log.Write(diagnostic);
            speaksOfAnError |= diagnostic.Loudness == DiagnosticLevel.Error;
        }

        // The base class ends the worker and tells nobody, and the exit code is the system's word for "was ended".
        if (
            answer is null
            && exitCode != 0
            && Timeout != System.Threading.Timeout.Infinite
            && (DateTime.UtcNow - Started).TotalMilliseconds >= Timeout
        )
        {
            log.Write(WorkerFailure.TimedOut(Paths, TimeoutSeconds!));
            return;
        }

        var missing =
            answer is null ? problem
            : exitCode != 0 && !speaksOfAnError ? "reported no error"
            : MissingAnswer(exitCode == 0);
        if (missing is not null)
        {
            // When the process could not be started at all, the base class has said why.
            log.Write(WorkerFailure.Died(Paths, exitCode, missing));
            return;
        }

        Keep(exitCode);
        if (answer?.Summary is { } summary)
        {
            Log.LogMessage(MessageImportance.High, "{0}", "mlgate: " + OneLine.From(summary));
        }

        if (!Log.HasLoggedErrors)
        {
            Accept(decided: exitCode is 0 or 1 or 2);
        }
    }
}
