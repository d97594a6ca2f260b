using MlGate.EndToEnd.Tests.Builds;

namespace MlGate.EndToEnd.Tests.Cases;

/// <summary>The package's own worker, on a gate as small as can be, in repositories of every condition.</summary>
public sealed class RealWorkerTests(PackedMlGate package)
{
    private const string Real = "-p:RealWorker=true";

    [Fact]
    public void Without_a_repository_limits_hold_and_the_lock_is_asked_for()
    {
        using var project = Small();

        project.Build(Real).Expect(succeeded: true, checks: 1, warnings: ["MLG1008", "MLG1037"]);
        project.Build(Real).Expect(succeeded: true, checks: 0, warnings: ["MLG1008", "MLG1037"]);
        project.Write("data.csv", "a\n1\n-2\n3\n");

        var run = project.Build(Real).Expect(succeeded: false, checks: 1, errors: ["MLG2012"], warnings: ["MLG1008", "MLG1037"]);

        Assert.Equal((project["mlgate.yml"], 8), (run.Errors[0].File, run.Errors[0].LineNumber));
    }

    [Fact]
    public void A_waiver_that_appears_is_looked_at_by_the_next_build()
    {
        using var project = Small();
        project.Build(Real).Expect(succeeded: true, checks: 1, warnings: ["MLG1008", "MLG1037"]);
        project.Write(".mlgate/waivers/x.json", "{");

        var run = project.Build(Real).Expect(succeeded: false, checks: 1, errors: ["MLG0040"], warnings: ["MLG1008", "MLG1037"]);

        Assert.Equal(project[".mlgate/waivers/x.json"], run.Errors[0].File);
    }

    [Fact]
    public void A_gate_file_that_cannot_be_read_is_an_error_at_its_place()
    {
        using var project = Small();
        project.Write("mlgate.yml", "version: 1\nname: small\ndatasetz: {}\n");

        var run = project.Build(Real);

        Assert.False(run.Succeeded);
        Assert.Contains(run.Errors, error => error.Code == "MLG0002" && error.LineNumber == 3 && error.File == project["mlgate.yml"]);
    }

    [Fact]
    public void A_detached_head_is_gated_like_any_other()
    {
        Assert.SkipUnless(Git.Exists, "There is no git here.");
        using var project = Small();
        Commit(project);
        Git.Run(project.Folder, "checkout", "-q", "--detach");

        project.Build(Real).Expect(succeeded: true, checks: 1, warnings: ["MLG1008"]);
        project.Build(Real).Expect(succeeded: true, checks: 0, warnings: ["MLG1008"]);
    }

    [Fact]
    public void A_shallow_clone_without_the_baseline_is_told_how_to_get_it()
    {
        Assert.SkipUnless(Git.Exists, "There is no git here.");
        using var project = Small();
        Commit(project);
        Git.Run(project.Folder, "branch", "other");
        Git.Run(project.Folder, "commit", "-q", "--allow-empty", "-m", "two");
        Git.Run(project.Folder, "checkout", "-q", "other");
        Git.Run(project.Folder, "commit", "-q", "--allow-empty", "-m", "three");
        using var clone = GatedProject.Create(package);
        Git.Run(clone.Folder, "init", "-q");
        Git.Run(clone.Folder, "fetch", "-q", "--depth", "1", project.Folder, "main:refs/remotes/origin/main", "other:other");
        Git.Run(clone.Folder, "checkout", "-q", "-f", "other");

        var run = clone.Build(Real);

        var said = string.Join('\n', run.Errors.Concat(run.Warnings).Select(one => one.Code + " " + one.Text));
        Assert.Contains("MLG1031", said, StringComparison.Ordinal);
        Assert.Contains("fetch", said, StringComparison.Ordinal);
    }

    private static void Commit(GatedProject project)
    {
        project.Write(".gitignore", "bin/\nobj/\n.mlgate/cache/\n");
        Git.Run(project.Folder, "init", "-q");
        Git.Run(project.Folder, "add", "--all");
        Git.Run(project.Folder, "commit", "-q", "-m", "one");
    }

    private GatedProject Small()
    {
        var project = GatedProject.Create(package);
        project.Write(
            "mlgate.yml",
            """
            version: 1
            name: small
            datasets:
              train:
                path: data.csv
                rows: { min: 2 }
                columns:
                  a: { type: integer, min: 0 }

            """
        );
        project.Write("data.csv", "a\n1\n2\n3\n");
        return project;
    }
}
