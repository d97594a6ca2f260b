using MlGate.MSBuild.Inputs;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class GlobTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("data/**", "data/a.csv data/b.CSV data/deep/c.csv data/deep/er/[x].csv")]
    [InlineData("data/*", "data/a.csv data/b.CSV")]
    [InlineData("data/?.csv", "data/a.csv")]
    [InlineData("**/*.csv", "data/a.csv data/deep/c.csv data/deep/er/[x].csv")]
    [InlineData("data/**/er/*", "data/deep/er/[x].csv")]
    [InlineData("data/deep/er/[x].csv", "data/deep/er/[x].csv")]
    [InlineData("d*/a.csv", "data/a.csv")]
    [InlineData("data/**/*", "data/a.csv data/b.CSV data/deep/c.csv data/deep/er/[x].csv")]
    [InlineData("nothing/**", "")]
    [InlineData("data", "")]
    public void A_pattern_finds_its_files_sorted(string pattern, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names differ in case only.");
        foreach (var file in new[] { "data/deep/er/[x].csv", "data/b.CSV", "data/a.csv", "data/deep/c.csv", "other.txt" })
        {
            folder.Write(file, "");
        }

        Assert.Equal(expected, string.Join(' ', Glob.Expand(folder.Path, pattern)));
    }

    [Fact]
    public void A_pattern_may_start_above_the_gate_and_a_circle_of_links_ends()
    {
        folder.Write("data/a.csv", "");
        Directory.CreateDirectory(folder["gate"]);
        Directory.CreateSymbolicLink(folder["data/loop"], folder["data"]);

        Assert.Equal(["../data/a.csv"], Glob.Expand(folder["gate"], "../data/**/*.csv"));
    }

    public void Dispose() => folder.Dispose();
}
