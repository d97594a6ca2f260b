namespace MlGate.Core.Tests.Architecture;

/// <summary>Who may reference what: the walls of the house.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Core_references_no_project_and_no_package_but_YAML_and_numerics()
    {
        var core = Repository.Projects["MlGate.Core"];

        Assert.Empty(core.Projects);
        Assert.Equal(["MathNet.Numerics", "YamlDotNet"], core.Packages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_command_line_references_more_than_Core_and_Platform()
    {
        var others = Repository.Projects.Where(project => project.Key is not ("MlGate.Cli" or "MlGate.Core"));

        Assert.All(others, project =>
            Assert.DoesNotContain(project.Value.Projects, reference => reference is not ("MlGate.Core" or "MlGate.Platform"))
        );
    }

    [Fact]
    public void Platform_references_nothing()
    {
        var platform = Repository.Projects["MlGate.Platform"];

        Assert.Empty(platform.Projects);
        Assert.Empty(platform.Packages);
    }

    [Theory]
    [InlineData("LibGit2Sharp", "MlGate.Git")]
    [InlineData("DuckDB.", "MlGate.Data")]
    [InlineData("Npgsql", "MlGate.Data")]
    [InlineData("ClickHouse.", "MlGate.Data")]
    [InlineData("Microsoft.ML", "MlGate.Models")]
    [InlineData("LightGBM", "MlGate.Models")]
    [InlineData("Octokit", "MlGate.Publishing")]
    [InlineData("OxyPlot.", "MlGate.Reporting")]
    [InlineData("Microsoft.Build.", "MlGate.MSBuild")]
    [InlineData("System.CommandLine", "MlGate.Cli")]
    [InlineData("Spectre.Console", "MlGate.Cli")]
    public void A_family_of_packages_has_one_owner(string family, string owner)
    {
        var users = Repository
            .Projects.Where(project => project.Value.Packages.Any(package => package.StartsWith(family, StringComparison.Ordinal)))
            .Select(project => project.Key);

        Assert.All(users, user => Assert.Equal(owner, user));
    }

    [Fact]
    public void Every_project_of_the_product_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "MlGate.sln"));

        Assert.All(Repository.Projects.Keys, project =>
            Assert.Contains($"src\\{project}\\{project}.csproj", solution, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        string[] drawers = ["Helpers", "Utils", "Managers", "Common"];

        Assert.All(Repository.SourceFiles, path =>
            Assert.Empty(Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Intersect(drawers))
        );
    }
}
