using MlGate.EndToEnd.Tests.Builds;

namespace MlGate.EndToEnd.Tests.Cases;

/// <summary>Projects and builds of other shapes than one project with one framework.</summary>
public sealed class ProjectTests(PackedMlGate package)
{
    private const string Gate = "version: 1\nname: fake\n";

    [Fact]
    public void Every_framework_of_a_project_is_gated_and_says_the_same()
    {
        using var project = GatedProject.Empty(package);
        project.Write("two.csproj", package.Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>"));
        project.Write("mlgate.yml", Gate);
        project.Script("warning MLG2101 2 drifted");

        project.Run(["build", "-f", "net10.0"]).Expect(succeeded: true, checks: 1, warnings: ["MLG2101"]);
        project.Build().Expect(succeeded: true, checks: 1, warnings: ["MLG2101", "MLG2101"]);
        project.Build().Expect(succeeded: true, checks: 0, warnings: ["MLG2101", "MLG2101"]);
        project.Script("exit 1", "error MLG4102 2 worse");
        project.Write("mlgate.yml", Gate + "# changed\n");

        project.Build("-f", "netstandard2.0").Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
    }

    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:4")]
    [InlineData("-m:4", "-mt")]
    public void Frameworks_of_a_project_start_one_worker(params string[] options)
    {
        using var project = GatedProject.Empty(package);
        project.Write("two.csproj", package.Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>"));
        project.Write("mlgate.yml", Gate);
        project.Write("data.csv", "1");
        project.Script("warning MLG2101 2 drifted", "file data.csv");
        var restore = project.Run(["restore"]);
        Assert.True(restore.Succeeded, restore.Output);

        project.Build(options).Expect(succeeded: true, checks: 2, warnings: ["MLG2101", "MLG2101"]);
        Assert.Single(project.Runs);
        project.Build(options).Expect(succeeded: true, checks: 0, warnings: ["MLG2101", "MLG2101"]);
        Assert.Single(project.Runs);

        // New data is a new question, and a failure reaches every framework.
        project.Write("data.csv", "22");
        project.Script("exit 1", "error MLG4102 2 worse", "file data.csv");
        project.Build(options).Expect(succeeded: false, checks: 2, errors: ["MLG4102", "MLG4102"]);
        Assert.Equal(2, project.Runs.Count);

        // A failure is never remembered from one build to the next.
        project.Build(options).Expect(succeeded: false, checks: 2, errors: ["MLG4102", "MLG4102"]);
        Assert.Equal(3, project.Runs.Count);
        project.Script("file data.csv");
        project.Build(options).Expect(succeeded: true, checks: 2);
        Assert.Equal(4, project.Runs.Count);
    }

    [Fact]
    public void A_framework_that_is_built_alone_takes_the_verdict_of_another_until_something_changes()
    {
        using var project = GatedProject.Empty(package);
        project.Write("two.csproj", package.Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>"));
        project.Write("mlgate.yml", Gate);
        project.Write("data.csv", "1");
        project.Script("file data.csv");

        project.Run(["build", "-f", "net10.0"]).Expect(succeeded: true, checks: 1);
        project.Build("-f", "netstandard2.0").Expect(succeeded: true, checks: 1);
        Assert.Single(project.Runs);
        project.Build("-f", "net10.0", "-p:MlGateBaseline=v1").Expect(succeeded: true, checks: 1);
        Assert.Equal(2, project.Runs.Count);
        project.Write("data.csv", "22");
        project.Build("-f", "netstandard2.0", "-p:MlGateBaseline=v1").Expect(succeeded: true, checks: 1);
        Assert.Equal(3, project.Runs.Count);

        // What the environment broke decides nothing for anybody.
        project.Write("data.csv", "333");
        project.Script("exit 7", "error MLG7002 2 no disk", "file data.csv");
        project.Build().Expect(succeeded: false, checks: 2, errors: ["MLG7002", "MLG7002"]);
        Assert.Equal(5, project.Runs.Count);
        project.Run(["clean"]).Expect(succeeded: true, checks: 0);
        Assert.False(
            Directory.Exists(project["obj/mlgate"])
                && Directory.EnumerateFiles(project["obj/mlgate"], "*", SearchOption.AllDirectories).Any()
        );
    }

    [Fact]
    public void A_folder_for_reports_is_not_shared_by_frameworks_that_are_built_at_once()
    {
        using var project = GatedProject.Empty(package);
        project.Write(
            "two.csproj",
            package.Project(
                "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><MlGateOutputDirectory>reports</MlGateOutputDirectory>"
            )
        );
        project.Write("mlgate.yml", Gate);
        project.Script();

        project.Run(["build"]).Expect(succeeded: true, checks: 2);
        project.Build().Expect(succeeded: true, checks: 0);

        Assert.All(["net10.0", "netstandard2.0"], framework => Assert.True(File.Exists(project[$"reports/{framework}/report.json"])));
    }

    [Fact]
    public void Packing_several_frameworks_without_a_build_asks_for_the_verdict_of_each()
    {
        using var project = GatedProject.Empty(package);
        project.Write(
            "two.csproj",
            package.Project(
                "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><MlGateRequireVerdictOnPack>true</MlGateRequireVerdictOnPack>"
            )
        );
        project.Write("mlgate.yml", Gate);
        project.Script();
        project.Run(["build"]).Expect(succeeded: true, checks: 2);

        project.Run(["pack", "--no-build", "-c", "Debug"]).Expect(succeeded: true, checks: 0);
        File.Delete(project["obj/Debug/netstandard2.0/mlgate/passed.stamp"]);

        project.Run(["pack", "--no-build", "-c", "Debug"]).Expect(succeeded: false, checks: 0, errors: ["MLG0022"]);
    }

    [Fact]
    public void Pack_and_publish_are_gated_and_a_package_without_a_build_needs_a_present_verdict()
    {
        using var project = GatedProject.Create(package, "file data.csv");
        string[] packUnbuilt = ["pack", "--no-build", "-c", "Debug", "-p:MlGateRequireVerdictOnPack=true"];
        project.Write("data.csv", "1");

        project.Run(["pack", "--no-restore", "-c", "Debug"]).Expect(succeeded: true, checks: 1);
        project.Run(["publish", "--no-restore", "-c", "Debug"]).Expect(succeeded: true, checks: 0);
        project.Run(packUnbuilt).Expect(succeeded: true, checks: 0);
        project.Write("data.csv", "2");

        project.Run(packUnbuilt).Expect(succeeded: false, checks: 0, errors: ["MLG0022"]);
        project.Run(["pack", "--no-build", "-c", "Debug"]).Expect(succeeded: true, checks: 0);
        project.Script("exit 1", "error MLG4102 2 worse");
        project.Run(["pack", "--no-restore", "-c", "Debug"]).Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
        project.Run(["publish", "--no-restore", "-c", "Debug"]).Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
    }

    [Fact]
    public void A_failure_reaches_those_who_reference_the_project()
    {
        using var project = GatedProject.Empty(package);
        project.Write("lib/lib.csproj", package.Project("<TargetFramework>net10.0</TargetFramework>"));
        project.Write("lib/mlgate.yml", Gate);
        project.Write("lib/fake-worker.txt", "exit 1\nerror MLG4102 2 worse\n");
        project.Write(
            "app/app.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>
            </Project>
            """
        );

        project.Run(["build", "app"]).Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
    }

    [Theory]
    [InlineData("-m:4")]
    [InlineData("-m:4", "-graph", "-isolate")]
    [InlineData("-m:4", "-mt")]
    public void Four_projects_at_once_are_each_gated(params string[] options)
    {
        using var project = GatedProject.Empty(package);
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            project.Write($"{name}/{name}.csproj", package.Project("<TargetFramework>net10.0</TargetFramework>"));
            project.Write($"{name}/mlgate.yml", Gate);
            project.Write($"{name}/fake-worker.txt", $"warning MLG2101 2 {name} drifted\n");
        }

        project.Write(
            "all/all.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../a/a.csproj;../b/b.csproj;../c/c.csproj;../d/d.csproj" /></ItemGroup>
            </Project>
            """
        );
        string[] warnings = ["MLG2101", "MLG2101", "MLG2101", "MLG2101"];
        var restore = project.Run(["restore", "all"]);
        Assert.True(restore.Succeeded, restore.Output);

        var first = project.Build(["all", .. options]).Expect(succeeded: true, checks: 4, warnings: warnings);
        project.Build(["all", .. options]).Expect(succeeded: true, checks: 0, warnings: warnings);

        Assert.DoesNotContain(first.Messages, message =>
            message.Contains("task host", StringComparison.OrdinalIgnoreCase) && message.Contains("MlGate", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("-p:DesignTimeBuild=true")]
    [InlineData("-p:BuildingForLiveUnitTesting=true")]
    [InlineData("-p:BuildingInsideVisualStudio=true")]
    [InlineData("-p:_TargetAssemblyProjectName=gated")]
    public void A_build_that_only_asks_is_not_gated(string property)
    {
        using var project = GatedProject.Create(package, "exit 1", "error MLG4102 2 worse");

        project.Build(property).Expect(succeeded: true, checks: 0);

        Assert.False(Directory.Exists(project["obj/Debug/net10.0/mlgate"]));
    }

    [Theory]
    [InlineData("with space, at@home, dätä-资料-🙂, 100% $(Off) 'quoted'")]
    [InlineData("semi;colon")]
    public void The_folder_may_have_any_name(string name)
    {
        using var project = GatedProject.Empty(package, name);
        project.Write("odd.csproj", package.Project("<TargetFramework>net10.0</TargetFramework>"));
        project.Write("mlgate.yml", Gate);
        project.Write("data/a b;c.csv", "1");
        project.Script("warning MLG2101 2 drifted", "glob data/*");

        var run = project.Run(["build"]).Expect(succeeded: true, checks: 1, warnings: ["MLG2101"]);
        project.Build().Expect(succeeded: true, checks: 0, warnings: ["MLG2101"]);

        Assert.Equal(project["mlgate.yml"], run.Warnings[0].File);
        Assert.Single(project.Runs);
    }

    [Fact]
    public void Several_gate_files_of_one_project_are_kept_apart()
    {
        using var project = GatedProject.Create(package);
        project.Write(
            "gated.csproj",
            package.Project("<TargetFramework>net10.0</TargetFramework>", """<MlGateFile Include="one/mlgate.yml;two/mlgate.yml" />""")
        );
        foreach (var name in new[] { "one", "two" })
        {
            project.Write(name + "/mlgate.yml", Gate);
            project.Write(name + "/fake-worker.txt", $"warning MLG2101 2 {name} drifted\nfile data.csv\n");
        }

        project.Build().Expect(succeeded: true, checks: 2, warnings: ["MLG2101", "MLG2101"]);
        project.Build().Expect(succeeded: true, checks: 0, warnings: ["MLG2101", "MLG2101"]);
        project.Write("two/data.csv", "1");
        project.Build().Expect(succeeded: true, checks: 1, warnings: ["MLG2101", "MLG2101"]);

        Assert.Empty(project.Runs);
    }

    [Fact]
    public void Lock_runs_only_when_asked_for()
    {
        using var project = GatedProject.Create(package);
        project.Build().Expect(succeeded: true, checks: 1);

        var run = project.Build("-t:MlGateLock").Expect(succeeded: true, checks: 0);
        project.Build().Expect(succeeded: true, checks: 0);

        Assert.Equal(1, run.Tasks("MlGateLock"));
        Assert.Equal(["check", "lock"], project.Runs.Select(line => line.Split(' ')[0]));
    }
}
