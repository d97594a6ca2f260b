using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using MlGate.EndToEnd.Tests.Builds;
using MlGate.Testing;

[assembly: AssemblyFixture(typeof(PackedMlGate))]

namespace MlGate.EndToEnd.Tests.Builds;

/// <summary>
/// The package as a stranger gets it: packed once per run under a version of its own into a feed of its own, with a project that consumes
/// it.
/// </summary>
public sealed class PackedMlGate : IDisposable
{
    private readonly TempFolder folder = new();

    public PackedMlGate()
    {
        var version = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Version = version;
        Succeed(
            Root,
            "msbuild",
            "eng/Pack.proj",
            "-t:Pack",
            "-nologo",
            "-v:m",
            "-p:NoBuild=true",
            "-p:Packages=MlGate",
            "-p:Configuration=" + Configuration,
            "-p:PackageVersion=" + version,
            "-p:PackageOutputPath=" + folder["feed/"],
            "-p:MlGateRuntimes=" + RuntimeInformation.RuntimeIdentifier
        );
        folder.Write(
            "NuGet.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{folder["feed"]}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
              <packageSourceMapping><clear /></packageSourceMapping>
              <disabledPackageSources><clear /></disabledPackageSources>
            </configuration>
            """
        );

        // Nothing of the folders above may reach the projects of the tests.
        folder.Write("Directory.Build.props", "<Project />");
        folder.Write("Directory.Build.targets", "<Project />");
        folder.Write("Directory.Packages.props", "<Project />");
        folder.Write("template/gated.csproj", Project("<TargetFramework>net10.0</TargetFramework>"));
        folder.Write("template/Answer.cs", "public static class Answer { public const int Value = 42; }\n");
        Succeed(folder["template"], "build", "-nologo", "-v:m", "-p:MlGateEnabled=false");
    }

    /// <summary>Where projects of tests lie, so that they find the NuGet.config.</summary>
    public string Folder => folder.Path;

    public string Version { get; }

    /// <summary>A project that was restored and compiled, and never gated.</summary>
    public string Template => folder["template"];

    public static string FakeWorker =>
        Path.Combine(Root, "tests", "MlGate.FakeWorker", "bin", Configuration, "net10.0", "MlGate.FakeWorker.dll");

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = folder["packages"] };

    /// <summary>The root of this repository.</summary>
    public static string Root => Metadata("RepositoryRoot");

    private static string Configuration => Metadata("Configuration");

    private static string MachinePackages =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The project file of a gated library.</summary>
    public string Project(string properties, string items = "") =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {properties}
                <MlGateToolPath Condition="'$(RealWorker)' != 'true'">{FakeWorker}</MlGateToolPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MlGate" Version="{Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """;

    public void Dispose() => folder.Dispose();

    private void Succeed(string folder, params string[] arguments)
    {
        var (exitCode, output) = Dotnet.Run(folder, Environment, arguments);
        Assert.True(exitCode == 0, output);
    }

    private static string Metadata(string key) =>
        typeof(PackedMlGate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
