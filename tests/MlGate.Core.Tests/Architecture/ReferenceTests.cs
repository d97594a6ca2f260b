namespace MlGate.Core.Tests.Architecture;

/// <summary>Who may reference what: the walls of the house.</summary>
public sealed class ReferenceTests
{
    /// <summary>Who may use whom.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["MlGate.Core"] = [],
        ["MlGate.Platform"] = [],
        ["MlGate.GateFile"] = ["MlGate.Core"],
        ["MlGate.Git"] = ["MlGate.Core", "MlGate.Platform"],
        ["MlGate.Data"] = ["MlGate.Core", "MlGate.Platform"],
        ["MlGate.Models"] = ["MlGate.Core", "MlGate.Platform"],
        ["MlGate.Training"] = ["MlGate.Core", "MlGate.Platform"],
        ["MlGate.Reporting"] = ["MlGate.Core", "MlGate.Platform"],
        ["MlGate.Publishing"] = ["MlGate.Core", "MlGate.Platform", "MlGate.Reporting"],
        ["MlGate.App"] =
        [
            "MlGate.Core",
            "MlGate.Data",
            "MlGate.GateFile",
            "MlGate.Git",
            "MlGate.Models",
            "MlGate.Platform",
            "MlGate.Publishing",
            "MlGate.Reporting",
            "MlGate.Training",
        ],
        ["MlGate.Cli"] = ["MlGate.App"],
        ["MlGate.MSBuild"] = ["MlGate.Platform"],
    };

    [Fact]
    public void Every_project_references_what_it_may_and_no_other()
    {
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Repository.Projects.Keys.Order(StringComparer.Ordinal));
        Assert.All(Repository.Projects, project => Assert.Equal([], project.Value.Projects.Except(Arrows[project.Key])));
    }

    [Fact]
    public void Core_needs_numerics_alone_and_Platform_nothing()
    {
        Assert.Equal(["MathNet.Numerics"], Repository.Projects["MlGate.Core"].Packages);
        Assert.Empty(Repository.Projects["MlGate.Platform"].Packages);
    }

    [Theory]
    [InlineData("YamlDotNet", "MlGate.GateFile")]
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

    /// <summary>An engine is a folder: to add one is to open it where datasets are opened, and to edit nothing else.</summary>
    [Fact]
    public void Only_what_opens_datasets_names_an_engine()
    {
        string[] opening = ["DataProfiles.cs", "RowBatches.cs", "SchemaInference.cs"];
        var folder = Path.Combine(Repository.Source, "MlGate.Data");
        var engine = Path.Combine(folder, "Engines", "DuckDb");

        var naming = Repository
            .SourceFiles.Where(file => file.StartsWith(folder, StringComparison.Ordinal))
            .Where(file => !file.StartsWith(engine, StringComparison.Ordinal) && File.ReadLines(file).Any(NamesEngine))
            .Select(Path.GetFileName);

        Assert.Equal(opening, naming.Order(StringComparer.Ordinal));
    }

    // Words in comments name engines to explain what the seam is for.
    private static bool NamesEngine(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        && (line.Contains("DuckDb", StringComparison.Ordinal) || line.Contains("DuckDB", StringComparison.Ordinal));
}
