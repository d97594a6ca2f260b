using MlGate.App.Init;
using MlGate.Testing;

namespace MlGate.App.Tests.Init;

public sealed class GatedProjectTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- a comment of the team -->
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>

        """;

    [Fact]
    public void Adds_the_package_and_leaves_everything_else_as_it_was()
    {
        using var folder = new TempFolder();
        var project = folder.Write("App/App.csproj", Project);

        var changed = GatedProject.Gate(project, folder["App/mlgate.yml"], "1.2.3");

        Assert.Equal([project], changed);
        Assert.Equal(
            Project.Replace(
                "</Project>",
                "\n  <ItemGroup>\n    <PackageReference Include=\"MlGate\" PrivateAssets=\"all\" Version=\"1.2.3\" />\n  "
                    + "</ItemGroup>\n</Project>"
            ),
            File.ReadAllText(project)
        );
    }

    [Fact]
    public void Names_a_gate_file_that_stands_elsewhere()
    {
        using var folder = new TempFolder();
        var project = folder.Write("App/App.csproj", Project);

        GatedProject.Gate(project, folder["mlgate.yml"], "1.2.3");

        Assert.Contains("<MlGateFile Include=\"..\\mlgate.yml\" />", File.ReadAllText(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Central_versions_get_the_version()
    {
        using var folder = new TempFolder();
        var project = folder.Write("App/App.csproj", Project);
        var central = folder.Write(
            "Directory.Packages.props",
            "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  "
                + "</PropertyGroup>\n</Project>\n"
        );

        var changed = GatedProject.Gate(project, folder["App/mlgate.yml"], "1.2.3");

        Assert.Equal([project, central], changed);
        Assert.DoesNotContain("Version=\"1.2.3\"", File.ReadAllText(project), StringComparison.Ordinal);
        Assert.Contains("<PackageVersion Include=\"MlGate\" Version=\"1.2.3\" />", File.ReadAllText(central), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gated_project_is_not_touched()
    {
        using var folder = new TempFolder();
        var project = folder.Write("App.csproj", Project);
        GatedProject.Gate(project, folder["mlgate.yml"], "1.2.3");
        var once = File.ReadAllText(project);

        var changed = GatedProject.Gate(project, folder["mlgate.yml"], "9.9.9");

        Assert.Empty(changed);
        Assert.Equal(once, File.ReadAllText(project));
    }

    [Fact]
    public void Windows_line_endings_stay()
    {
        using var folder = new TempFolder();
        var project = folder.Write("App.csproj", Project.ReplaceLineEndings("\r\n"));

        GatedProject.Gate(project, folder["mlgate.yml"], "1.2.3");

        Assert.DoesNotContain("\n", File.ReadAllText(project).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
