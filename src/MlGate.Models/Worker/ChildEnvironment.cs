using System.Collections;
using System.Globalization;
using MlGate.Platform;

namespace MlGate.Models.Worker;

/// <summary>The environment of the scoring process: a short list of names, so that no token of the build reaches it.</summary>
internal static class ChildEnvironment
{
    // What a .NET process needs to start, on each system; nothing else is passed on.
    private static readonly string[] PassedOn = ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "LANG", "SystemRoot", "windir"];

    /// <summary>The whole environment.</summary>
    public static IReadOnlyDictionary<string, string> For(IDictionary parent, string temporaryFolder, ScoringLimits limits)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PassedOn)
        {
            if (parent[name] is string value)
            {
                environment[name] = value;
            }
        }

        environment["PATH"] = SearchPath.ForChild(parent["PATH"] as string);
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" })
        {
            environment[name] = temporaryFolder;
        }

        environment["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";

        // No debugger port and no dump: both would leave files, and a dump holds the data.
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        return environment;
    }
}
