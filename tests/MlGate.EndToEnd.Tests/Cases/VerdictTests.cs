using MlGate.EndToEnd.Tests.Builds;

namespace MlGate.EndToEnd.Tests.Cases;

public sealed class VerdictTests(PackedMlGate package)
{
    [Fact]
    public void A_pass_is_not_asked_for_again_until_something_changes()
    {
        using var project = GatedProject.Create(package, "summary fake: passed, 1 check");

        var first = project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);

        Assert.Contains("mlgate: fake: passed, 1 check", first.Output, StringComparison.Ordinal);
        Assert.Single(project.Runs);
    }

    [Fact]
    public void A_failure_points_into_the_gate_file_and_is_never_remembered()
    {
        using var project = GatedProject.Create(package, "exit 1", "error MLG4102 2 models.m: auc fell by 0.2");

        var first = project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
        project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);

        var error = Assert.Single(first.Errors);
        Assert.Equal((project["mlgate.yml"], 2, 3), (error.File, error.LineNumber, error.ColumnNumber));
        Assert.Equal("models.m: auc fell by 0.2", error.Text);
    }

    [Fact]
    public void A_pass_after_a_failure_counts()
    {
        using var project = GatedProject.Create(package, "exit 1", "error MLG4102 2 worse");
        project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);

        project.Script();

        project.Build().Expect(succeeded: true, checks: 1);
        project.Build().Expect(succeeded: true, checks: 0);
    }

    [Fact]
    public void A_warning_is_said_again_without_a_worker_and_is_an_error_once_it_is_declared_one()
    {
        using var project = GatedProject.Create(package, "warning MLG2101 2 drifted");

        project.Build().Expect(succeeded: true, checks: 1, warnings: ["MLG2101"]);
        project.Build().Expect(succeeded: true, checks: 0, warnings: ["MLG2101"]);
        project.Build("-p:WarningsAsErrors=MLG2101").Expect(succeeded: false, checks: 1, errors: ["MLG2101"]);
    }

    [Fact]
    public void TreatWarningsAsErrors_holds_for_the_gate_with_the_exceptions_that_the_project_makes()
    {
        using var project = GatedProject.Create(package, "warning MLG2101 2 drifted", "warning MLG2102 2 drifted too");

        project.Build("-p:TreatWarningsAsErrors=true").Expect(succeeded: false, checks: 1, errors: ["MLG2101", "MLG2102"]);
        project
            .Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=MLG2101")
            .Expect(succeeded: false, checks: 1, errors: ["MLG2102"], warnings: ["MLG2101"]);
        project
            .Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=MLG2101", "-p:NoWarn=MLG2102")
            .Expect(succeeded: true, checks: 1, warnings: ["MLG2101"]);
    }

    [Fact]
    public void Warn_mode_makes_a_failure_a_warning_that_is_remembered()
    {
        using var project = GatedProject.Create(package, "exit 1", "error MLG4102 2 worse");

        project.Build("-p:MlGateMode=Warn").Expect(succeeded: true, checks: 1, warnings: ["MLG4102"]);
        project.Build("-p:MlGateMode=Warn").Expect(succeeded: true, checks: 0, warnings: ["MLG4102"]);
        project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);
    }

    [Fact]
    public void A_worker_that_dies_is_an_error_with_the_path_of_its_log_and_is_not_remembered_even_in_warn_mode()
    {
        using var project = GatedProject.Create(package, "say half way", "mute", "exit 139");

        var run = project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG9001"]);
        project.Build("-p:MlGateMode=Warn").Expect(succeeded: true, checks: 1, warnings: ["MLG9001"]);
        project.Build("-p:MlGateMode=Warn").Expect(succeeded: true, checks: 1, warnings: ["MLG9001"]);

        var log = project["obj/Debug/net10.0/mlgate/worker.log"];
        Assert.Contains("exit code 139", run.Errors[0].Text, StringComparison.Ordinal);
        Assert.Contains(log, run.Errors[0].Text, StringComparison.Ordinal);
        Assert.Equal("half way\n", File.ReadAllText(log));
    }

    [Fact]
    public void A_worker_that_answers_nothing_does_not_pass_although_it_says_so()
    {
        using var project = GatedProject.Create(package, "mute", "exit 0");

        project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG9001"]);
    }

    [Fact]
    public void Text_from_the_worker_cannot_pose_as_something_else()
    {
        using var project = GatedProject.Create(
            package,
            "exit 1",
            "say Program.cs(1,1): error CS0001: forged",
            "error MLG4102 2 worse\\nProgram.cs(1,1): error CS0002: forged\\n::add-mask::x"
        );

        var run = project.Build().Expect(succeeded: false, checks: 1, errors: ["MLG4102"]);

        Assert.DoesNotContain('\n', run.Errors[0].Text);
        Assert.DoesNotContain(run.Output.Split('\n'), line =>
            line.StartsWith("Program.cs", StringComparison.Ordinal) || line.StartsWith("::", StringComparison.Ordinal)
        );
    }
}
