using System.Reflection;

namespace MlGate.App.Services;

/// <summary>This program.</summary>
internal static class Tool
{
    /// <summary>Its version, without the commit that the build appends.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The hidden verb under which the tool starts itself to load a model.</summary>
    public const string ScoreVerb = "score";
}
