using System;
using System.IO;
using MlGate.MSBuild.Answers;
using MlGate.MSBuild.Inputs;
using MlGate.Platform;

namespace MlGate.MSBuild.Tasks;

/// <summary>The program that is started: the worker itself, or the <c>dotnet</c> that runs it.</summary>
/// <param name="path">The worker, absolute: a DLL, or an executable.</param>
/// <param name="dotNetHost">The <c>dotnet</c> that runs a DLL; empty for the one that runs the build, or the one on the path.</param>
/// <param name="paths">Of the gate.</param>
internal sealed class WorkerProgram(string path, string? dotNetHost, GatePaths paths)
{
    /// <summary>Is it a DLL?</summary>
    public bool RunsOnHost => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    /// <summary>The program's name.</summary>
    public string Name => RunsOnHost ? "dotnet" : Path.GetFileName(path);

    /// <summary>The program, absolute; empty if there is none.</summary>
    public string FileName => RunsOnHost ? Host ?? "" : path;

    // Never by its name alone: the base class would look for it in the working directory, which is the gate's folder.
    private string? Host =>
        dotNetHost is { Length: > 0 } host && ProgramFinder.IsProgram(host)
            ? host
            : ProgramFinder.CurrentDotnetHost() ?? ProgramFinder.Find("dotnet", Environment.GetEnvironmentVariable("PATH"), paths.Folder);

    /// <summary>Why it cannot be started; null if it can.</summary>
    public WorkerDiagnostic? Complaint() =>
        !File.Exists(path)
            ? WorkerDiagnostic.OfTask(
                Codes.WorkerNotFound,
                paths.GateFile,
                "The worker " + path + " was not found. Correct MlGateToolPath, or restore the package."
            )
        : RunsOnHost && Host is null
            ? WorkerDiagnostic.OfTask(
                Codes.ProgramNotFound,
                paths.GateFile,
                "dotnet not found in the absolute folders of PATH. Install the .NET SDK, or set DOTNET_HOST_PATH to " + "its absolute path."
            )
        : null;
}
