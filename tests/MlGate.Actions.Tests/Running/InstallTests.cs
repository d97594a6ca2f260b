using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Actions.Tests.Running;

/// <summary>Where the tool comes from: these files, or exactly one version of the package.</summary>
public sealed class InstallTests
{
    private const string Version = "7.8.9";

    [Fact]
    public void The_tool_is_built_from_the_actions_own_files_and_needs_no_others()
    {
        Node.Need();
        using var repository = new Repository();
        using var files = new TempFolder();
        foreach (
            var name in Repository
                .GitIn(
                    Checkout.Root,
                    "ls-files",
                    "--cached",
                    "--others",
                    "--exclude-standard",
                    "--",
                    "*.props",
                    "global.json",
                    "NuGet.config",
                    "README.md",
                    ".editorconfig",
                    "action.yml",
                    "eng/action",
                    "src"
                )
                .Split('\n')
        )
        {
            if (File.Exists(Path.Combine(Checkout.Root, name)))
            {
                files.Write(name, File.ReadAllText(Path.Combine(Checkout.Root, name)));
            }
        }

        using var job = new Job(repository) { Action = files.Path };

        var result = job.Run(new() { ["version"] = "source" });

        Assert.True(result.Exit == 0, result.ToString());
        Assert.Equal("true", result.Output("passed"));
        Assert.Single(job.GitHub.Comments);
    }

    [Fact]
    public void A_version_of_the_package_is_installed_exactly_and_the_checkout_has_no_say_in_it()
    {
        Node.Need();
        using var repository = new Repository(folder =>
            File.WriteAllText(
                Path.Combine(folder, "NuGet.config"),
                "<configuration><packageSources><clear /><add key=\"evil\" value=\"http://127.0.0.1:9/v3/index.json\" "
                    + "/></packageSources></configuration>"
            )
        );
        using var job = new Job(repository);
        using var home = new TempFolder();
        Pack(home["feed/"]);
        home.Write(
            ".nuget/NuGet/NuGet.Config",
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{home["feed"]}\" /></packageSources></configuration>"
        );
        job.Variables["HOME"] = home.Path;

        var exact = job.Run(new() { ["version"] = Version });

        Assert.True(exact.Exit == 0, exact.ToString());
        Assert.Equal("true", exact.Output("passed"));

        // There is a newer one, which is not what was asked for.
        var older = job.Run(new() { ["version"] = "7.8.8" });

        Assert.Equal(7, older.Exit);
        Assert.Contains(older.Commands, command => command.Name == "error" && command.Message.Contains("7.8.8", StringComparison.Ordinal));
        Assert.Equal("skipped", older.Outcome("Measure"));
        Assert.Equal("skipped", older.Outcome("Publish"));

        // The action's own, which is of these files and not in the feed.
        Assert.Contains(job.Run([]).Commands, command => command.Message.Contains("MlGate.Tool 0.1.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("1.*")]
    [InlineData("[1.0.0,)")]
    [InlineData("1.0.0; touch pwned")]
    [InlineData("$(touch pwned)")]
    [InlineData("1.0.0\n::error::x")]
    public void Only_one_exact_version_is_taken(string version)
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);

        var result = job.Run(new() { ["version"] = version });

        Assert.Equal(7, result.Exit);
        Assert.Contains(result.Commands, command => command.Message.StartsWith("The input 'version'", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Commands, command => command.Message == "x");
        Assert.Empty(Directory.EnumerateFileSystemEntries(job.Everything, "pwned", SearchOption.AllDirectories));
    }

    private static void Pack(string feed)
    {
        var configuration = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar)[^3];
        string[] arguments =
        [
            "msbuild",
            "eng/Pack.proj",
            "-t:Pack",
            "-nologo",
            "-v:m",
            "-p:NoBuild=true",
            "-p:Packages=MlGate.Tool",
            "-p:Configuration=" + configuration,
            "-p:PackageVersion=" + Version,
            "-p:PackageOutputPath=" + feed,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
