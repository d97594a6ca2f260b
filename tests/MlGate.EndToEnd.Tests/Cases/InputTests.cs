using MlGate.EndToEnd.Tests.Builds;

namespace MlGate.EndToEnd.Tests.Cases;

/// <summary>What asks the gate again, and what does not.</summary>
public sealed class InputTests(PackedMlGate package)
{
    [Fact]
    public void A_file_that_joins_or_leaves_a_folder_dataset_asks_again()
    {
        using var project = GatedProject.Create(package, "glob data/**");
        project.Write("data/a.csv", "1");
        Settle(project);

        project.Write("data/deep/b.csv", "2");
        project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);
        File.Delete(project["data/a.csv"]);

        project.Build().Expect(succeeded: true, checks: 1);
    }

    [Fact]
    public void New_content_under_the_old_time_stamp_and_size_asks_again()
    {
        using var project = GatedProject.Create(package, "file data.csv");
        var data = project.Write("data.csv", "1,2");
        Settle(project);
        var written = File.GetLastWriteTimeUtc(data);

        File.WriteAllText(data, "3,4");
        File.SetLastWriteTimeUtc(data, written);

        project.Build().Expect(succeeded: true, checks: 1);
    }

    [Fact]
    public void A_touch_asks_once_and_not_for_ever()
    {
        using var project = GatedProject.Create(package, "file data.csv");
        var data = project.Write("data.csv", "1");
        Settle(project);

        File.SetLastWriteTimeUtc(data, DateTime.UtcNow.AddMinutes(-1));

        project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);
    }

    [Fact]
    public void A_file_that_changes_while_the_worker_runs_asks_again()
    {
        using var project = GatedProject.Create(package, "file data.csv", "touch data.csv");
        project.Write("data.csv", "1");

        project.Build().Expect(succeeded: true, checks: 1);
        project.Script("file data.csv");

        project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);
    }

    [Fact]
    public void A_change_of_the_code_alone_asks_nothing()
    {
        using var project = GatedProject.Create(package, "file data.csv");
        project.Write("data.csv", "1");
        Settle(project);

        project.Write("Answer.cs", "public static class Answer { public const int Value = 43; }\n");

        project.Build().Expect(succeeded: true, checks: 0);
    }

    [Fact]
    public void Packing_the_refs_asks_nothing_and_moving_one_asks_again()
    {
        Assert.SkipUnless(Git.Exists, "There is no git here.");
        using var project = GatedProject.Create(package, "ref base");
        Git.Run(project.Folder, "init", "-q");
        Git.Run(project.Folder, "commit", "-q", "--allow-empty", "-m", "one");
        Git.Run(project.Folder, "branch", "base");
        Settle(project);

        Git.Run(project.Folder, "pack-refs", "--all");
        project.Build().Expect(succeeded: true, checks: 0);
        Git.Run(project.Folder, "branch", "-f", "base", Git.Run(project.Folder, "commit-tree", "-m", "two", "HEAD^{tree}"));
        project.Build().Expect(succeeded: true, checks: 1);
        Git.Run(project.Folder, "pack-refs", "--all");
        project.Build().Expect(succeeded: true, checks: 0);
        Git.Run(project.Folder, "commit", "-q", "--allow-empty", "-m", "three");

        project.Build().Expect(succeeded: true, checks: 1);
    }

    [Fact]
    public void The_end_of_a_waiver_asks_again()
    {
        using var project = GatedProject.Create(package, "valid-until 2999-01-01T00:00:00Z");
        Settle(project);
        var answer = project["obj/Debug/net10.0/mlgate/diagnostics.json"];

        File.WriteAllText(answer, File.ReadAllText(answer).Replace("2999", "2001", StringComparison.Ordinal));

        project.Build().Expect(succeeded: true, checks: 1);
    }

    [Fact]
    public void A_property_that_the_worker_sees_asks_again_and_reaches_it()
    {
        using var project = GatedProject.Create(package);
        Settle(project);

        project
            .Build("-p:MlGateBaseline=v1.0", "-p:MlGateCacheDirectory=cache", "-p:MlGateReportFormats=html%3Bmarkdown")
            .Expect(succeeded: true, checks: 1);

        Assert.EndsWith(
            $"--no-progress --baseline=v1.0 --report-formats=html,markdown --cache={project["cache"]}",
            project.Runs[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_environment_variable_that_the_worker_read_asks_again()
    {
        using var project = GatedProject.Create(package, "env GITHUB_BASE_REF");
        string[] build = ["build", "--no-restore"];
        project.Run(build, ("GITHUB_BASE_REF", "main")).Expect(succeeded: true, checks: 1);
        project.Run(build, ("GITHUB_BASE_REF", "main")).Expect(succeeded: true, checks: 0);

        project.Run(build, ("GITHUB_BASE_REF", "release")).Expect(succeeded: true, checks: 1);
    }

    [Fact]
    public void A_gate_file_that_vanishes_fails_the_build()
    {
        using var project = GatedProject.Create(package);
        Settle(project);

        File.Delete(project["mlgate.yml"]);

        var run = project.Build().Expect(succeeded: false, checks: 0, errors: ["MLG0012"]);
        project.Build("-p:MlGateEnabled=false").Expect(succeeded: true, checks: 0);
        project.Build("-p:MlGateMode=Off").Expect(succeeded: true, checks: 0);
        project.Build("-p:MlGateMode=Lenient").Expect(succeeded: false, checks: 0, errors: ["MLG0020"]);
        project.Build("-p:MlGateEnabled=maybe").Expect(succeeded: false, checks: 0, errors: ["MLG0020"]);
        project.Build("-p:MlGateRequireVerdictOnPack=maybe").Expect(succeeded: false, checks: 0, errors: ["MLG0020"]);
        Assert.Equal(project["gated.csproj"], run.Errors[0].File);
    }

    [Fact]
    public void Clean_takes_the_verdict_with_it()
    {
        using var project = GatedProject.Create(package);
        Settle(project);
        var listed = File.ReadAllLines(Directory.GetFiles(project["obj/Debug/net10.0"], "*.FileListAbsolute.txt").Single());

        var clean = project.Run(["clean"]);

        Assert.True(clean.Succeeded, clean.Output);
        Assert.False(Directory.Exists(project["obj/Debug/net10.0/mlgate"]));
        Assert.Equal(
            ["check.rsp", "diagnostics.json", "inputs.state", "inputs.txt", "passed.stamp", "report.json"],
            listed.Where(file => file.Contains("/mlgate/", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        project.Build().Expect(succeeded: true, checks: 1);
    }

    private static void Settle(GatedProject project)
    {
        project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);
    }
}
