using System;
using System.Collections.Generic;
using System.IO;

using Microsoft.Build.Framework;

using MlGate.MSBuild.Inputs;

namespace MlGate.MSBuild.Tasks;

/// <summary>Asks the worker for a verdict on one gate, and stamps it unless it stops the build.</summary>
[MSBuildMultiThreadableTask]
public sealed class MlGateCheck : MlGateTask
{
    /// <summary>A git ref to compare with; empty for the gate file's.</summary>
    public string? Baseline { get; set; }

    /// <summary>More reports than <c>report.json</c>.</summary>
    public string? ReportFormats { get; set; }

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
        InputsFile.Read(Paths.Inputs) is null ? "it left no readable inputs.txt"
        : succeeded && !File.Exists(Paths.Report) ? "it left no report.json"
        : null;

    // The state before the run was that of the last answer; this answer may come from other files. A failure of the environment is never remembered.
    private protected override void Accept(bool decided)
    {
        if (decided)
        {
            var question = InputsState.QuestionOf(File.ReadAllText(Paths.StateFile));
            AtomicFile.Write(Paths.StateFile, InputsState.Text(question, Paths, DateTime.UtcNow, Started));
            AtomicFile.Write(Paths.Stamp, GatePaths.StampOf(ExitCode));
        }
    }
}
