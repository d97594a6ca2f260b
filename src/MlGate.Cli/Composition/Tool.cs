using System.Reflection;

namespace MlGate.Cli.Composition;

/// <summary>This program.</summary>
internal static class Tool
{
    /// <summary>Its version, without the commit that the build appends.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
