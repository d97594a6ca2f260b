using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace MlGate.Core.Tests.Architecture;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Source => Path.Combine(Root, "src");

    /// <summary>Projects of the product by name, with the packages and projects that each references.</summary>
    public static IReadOnlyDictionary<string, ProjectReferences> Projects { get; } =
        Directory
            .EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Read, StringComparer.Ordinal);

    /// <summary>Source files of the product, without what a build writes.</summary>
    public static IReadOnlyList<string> SourceFiles { get; } = [.. CodeBelow(Source)];

    /// <summary>All C# files but those of the sample's trainer: the lock of the sample binds its model to their bytes.</summary>
    public static IReadOnlyList<string> AllCode { get; } =
    [.. new[] { "src", "tests", "eng", "samples/churn/Service" }.SelectMany(folder => CodeBelow(Path.Combine(Root, folder)))];

    private static IEnumerable<string> CodeBelow(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static ProjectReferences Read(string path)
    {
        var project = XDocument.Load(path);
        return new ProjectReferences(
            [.. project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)],
            [
                .. project
                    .Descendants("ProjectReference")
                    .Where(IsCompiledAgainst)
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
            ]
        );
    }

    // A project that is only built first, to be packed, is not known to the code.
    private static bool IsCompiledAgainst(XElement reference) =>
        !string.Equals(
            reference.Attribute("ReferenceOutputAssembly")?.Value ?? reference.Element("ReferenceOutputAssembly")?.Value,
            "false",
            StringComparison.OrdinalIgnoreCase
        );

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "MlGate.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}

internal sealed record ProjectReferences(IReadOnlyList<string> Packages, IReadOnlyList<string> Projects);
