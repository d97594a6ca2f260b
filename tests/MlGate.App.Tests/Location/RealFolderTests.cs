using MlGate.App.Location;
using MlGate.Testing;

namespace MlGate.App.Tests.Location;

public sealed class RealFolderTests
{
    [Theory]
    [InlineData("plain/sub", "plain/sub")]
    [InlineData("link/sub", "plain/sub")]
    [InlineData("up/b", "elsewhere/b")]
    [InlineData("absent/sub", "absent/sub")]
    [InlineData("circle", null)]
    [InlineData("l40", null)]
    public void Links_are_followed_as_the_system_follows_them(string path, string? expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TempFolder();
        foreach (var name in (string[])["plain/sub", "elsewhere/deep", "elsewhere/b", "b"])
        {
            Directory.CreateDirectory(folder[name]);
        }

        Directory.CreateSymbolicLink(folder["link"], "plain");
        Directory.CreateSymbolicLink(folder["l"], "elsewhere/deep");
        Directory.CreateSymbolicLink(folder["up"], "l/..");
        Directory.CreateSymbolicLink(folder["circle"], "circle");

        // Each leads twice to the one before: two to the fortieth links in all.
        Directory.CreateSymbolicLink(folder["l0"], ".");
        for (var n = 1; n <= 40; n++)
        {
            Directory.CreateSymbolicLink(folder[$"l{n}"], $"l{n - 1}/l{n - 1}");
        }

        Assert.Equal(expected is null ? null : Path.Combine(RealFolder.From(folder.Path)!, expected), RealFolder.From(folder[path]));
    }
}
