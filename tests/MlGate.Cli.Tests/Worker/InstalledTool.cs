using System.Text;

namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// The worker as an executable, as <c>dotnet tool install</c> makes one: the SDK's launcher with the path of the worker in it.
/// </summary>
internal static class InstalledTool
{
    // The launcher holds this text where the path goes, with room behind it.
    private static readonly byte[] Placeholder = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2"u8.ToArray();

    /// <summary>The folder of the <c>dotnet</c> program.</summary>
    public static string DotnetRoot { get; } =
        Path.GetDirectoryName(
            File.ResolveLinkTarget(GateRepository.DotnetHost, returnFinalTarget: true)?.FullName ?? GateRepository.DotnetHost
        )!;

    /// <summary>Makes the executable.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <returns>Its absolute path.</returns>
    public static string Create(string folder)
    {
        var launcher = Directory
            .EnumerateFiles(Path.Combine(DotnetRoot, "sdk"), "apphost", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        var bytes = File.ReadAllBytes(launcher);
        var at = bytes.AsSpan().IndexOf(Placeholder);
        Assert.True(at > 0, "The launcher has no place for a path.");
        var path = Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, GateRepository.Worker));
        bytes.AsSpan(at, Math.Max(path.Length + 1, Placeholder.Length)).Clear();
        path.CopyTo(bytes.AsSpan(at));
        Directory.CreateDirectory(folder);
        var tool = Path.Combine(folder, "mlgate");
        File.WriteAllBytes(tool, bytes);
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return tool;
    }
}
