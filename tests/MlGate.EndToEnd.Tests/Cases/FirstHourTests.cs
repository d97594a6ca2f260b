using System.Globalization;
using System.Text;
using MlGate.EndToEnd.Tests.Builds;
using MlGate.Testing;

namespace MlGate.EndToEnd.Tests.Cases;

/// <summary>The first hour with a project and its build.</summary>
public sealed class FirstHourTests(PackedMlGate package)
{
    private const string SkipNothing = "MLGATE_SKIP_NOTHING";

    private const string Real = "-p:RealWorker=true";

    [Fact]
    public void A_project_from_nothing_is_gated_fails_on_a_broken_batch_and_passes_on_the_next_ordinary_one()
    {
        Assert.SkipUnless(Git.Exists, "There is no git here.");
        using var project = GatedProject.Create(package);
        File.Delete(project["mlgate.yml"]);
        project.Write(".gitignore", "bin/\nobj/\nfake-*\n");
        project.Write("data.csv", Rows(seed: 1, unit: 1));
        Git.Run(project.Folder, "init", "-q");

        Tool(project, "init", "--project", "gated.csproj");
        Commit(project, "The gate");
        project.Build(Real).Expect(succeeded: true, checks: 1);

        project.Write("data.csv", Rows(seed: 2, unit: 1000));
        Tool(project, "lock");
        Commit(project, "A batch in another unit");
        var broken = project.Build(Real);
        Assert.False(broken.Succeeded, broken.Output);
        Assert.Contains(broken.Errors, error => error.Code == "MLG2012" && error.File == project["mlgate.yml"]);

        Git.Run(project.Folder, "reset", "-q", "--hard", "HEAD~1");
        project.Write("data.csv", Rows(seed: 3, unit: 1));
        Tool(project, "lock");
        Commit(project, "An ordinary batch");
        project.Build(Real).Expect(succeeded: true, checks: 1);
    }

    /// <summary>
    /// The command of the README, in a clone as others get it. It packs everything, so it runs only where nothing may be skipped.
    /// </summary>
    [Fact]
    public void The_readme_of_a_fresh_clone_holds()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable(SkipNothing) == "1",
            $"Set {SkipNothing}=1 to pack and gate the sample in a clone."
        );
        using var folder = new TempFolder();
        Git.Run(folder.Path, "clone", "-q", PackedMlGate.Root, "clone");

        // What analyzers say of this code was said when it was built.
        var (exit, output) = Dotnet.Run(
            folder["clone"],
            new Dictionary<string, string> { ["RunAnalyzers"] = "false" },
            "run",
            "eng/try.cs"
        );

        Assert.True(exit == 0, output);
        Assert.Contains("The gate passed, and so the build did.", output, StringComparison.Ordinal);
    }

    private static string Rows(int seed, double unit)
    {
        var random = new Random(seed);
        string[] colours = ["red", "green", "blue"];
        var text = new StringBuilder("id,weight,colour\n");
        for (var row = 1; row <= 400; row++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"r{seed}-{row},{unit * (50 + (20 * random.NextDouble())):0.00},{colours[row % 3]}\n"
            );
        }

        return text.ToString();
    }

    private static void Commit(GatedProject project, string message)
    {
        Git.Run(project.Folder, "add", "--all");
        Git.Run(project.Folder, "commit", "-q", "-m", message);
    }

    private void Tool(GatedProject project, params string[] arguments)
    {
        var worker = Path.Combine(package.Environment["NUGET_PACKAGES"], "mlgate", package.Version, "tools", "net10.0", "mlgate.dll");
        var (exit, output) = Dotnet.Run(project.Folder, package.Environment, ["exec", worker, .. arguments]);
        Assert.True(exit == 0, output);
    }
}
