using MlGate.Platform;

namespace MlGate.Training;

/// <summary>
/// What a training command inherits: everything but the variables by which a surrounding build would steer a build inside the command.
/// </summary>
internal static class TrainingEnvironment
{
    // MSBuildSDKsPath, MSBuildExtensionsPath, MSBUILD_EXE_PATH and their like point a `dotnet run` inside the command to the outer build's
    // SDK and state.
    private const string Prefix = "MSBUILD";

    /// <summary>
    /// Takes MSBuild's variables out. <c>DOTNET_HOST_PATH</c> and the absolute folders of <c>PATH</c> stay: the command may need the same
    /// dotnet.
    /// </summary>
    public static void Scrub(IDictionary<string, string?> variables)
    {
        foreach (var name in variables.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            variables.Remove(name);
        }

        SearchPath.Protect(variables);

        // A node or server that is left behind would outlive the command, hold its files open, and not be killed with it.
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        variables["UseSharedCompilation"] = "false";
    }
}
