using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Actions.Tests.Running;

/// <summary>An installed mlgate: the one that the tests were built with. It keeps the environment that each verb was given.</summary>
internal sealed class Tool : IDisposable
{
    private readonly TempFolder folder = new();

    /// <param name="dies">The verb during which it is killed; null for none.</param>
    public Tool(string? dies = null)
    {
        Path = folder.Write(
            "mlgate",
            $"""
            #!/usr/bin/env bash
            env > "{folder.Path}/$1.env"
            if [ "$1" = "{dies}" ]; then kill -9 $$; fi
            exec dotnet exec "{TestedWorker.Path}" "$@"
            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    /// <summary>The environment that a verb was given.</summary>
    public string EnvironmentOf(string verb) => File.ReadAllText(folder[verb + ".env"]);

    /// <summary>Runs a verb, not through an action.</summary>
    public void Run(string inFolder, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Path, arguments) { WorkingDirectory = inFolder, RedirectStandardOutput = true }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => folder.Dispose();
}
