using System.Diagnostics;
using System.Text;

namespace MlGate.EndToEnd.Tests.Builds;

/// <summary>Starts the <c>dotnet</c> that runs the tests, with nothing of the machine's own in its way.</summary>
internal static class Dotnet
{
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static (int ExitCode, string Output) Run(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var process = Start(folder, environment, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return (process.ExitCode, output.Append(error.Result).ToString());
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // What a shell starts in the background ignores Ctrl+C, and so does everything below it; a build of a user does not.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", Host, .. arguments])
            : new ProcessStartInfo(Host, arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);

        // A test runs inside a build's or a test host's environment; a build of a user does not.
        foreach (
            var name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH" or "CI"
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // Most builds are over before code that was profiled could run faster.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
