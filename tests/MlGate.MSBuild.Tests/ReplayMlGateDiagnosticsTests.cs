using Microsoft.Build.Framework;
using MlGate.MSBuild.Inputs;
using MlGate.MSBuild.Tasks;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class ReplayMlGateDiagnosticsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeBuildEngine engine = new();

    [Fact]
    public void A_gate_that_was_skipped_says_its_warnings_again_with_place_and_help()
    {
        Assert.True(Task().Execute());

        var warning = Assert.Single(engine.Warnings);
        Assert.Equal(
            ("MLG2101", folder["mlgate.yml"], 7, 3, "drifted {0}", "https://x"),
            (warning.Code, warning.File, warning.LineNumber, warning.ColumnNumber, warning.Message, warning.HelpLink)
        );
    }

    [Fact]
    public void A_gate_that_was_skipped_says_that_it_is_up_to_date()
    {
        Assert.True(Task().Execute());

        var message = Assert.Single(engine.Messages, message => message.Importance == MessageImportance.High);
        Assert.Equal("mlgate: churn: up to date (passed with 1 warning)", message.Message);
    }

    [Fact]
    public void Todays_properties_decide_the_severity()
    {
        var task = Task();
        task.TreatWarningsAsErrors = "true";

        Assert.False(task.Execute());
        Assert.Equal("MLG2101", Assert.Single(engine.Errors).Code);
    }

    [Fact]
    public void A_gate_that_has_just_spoken_is_silent()
    {
        var task = Task();
        task.Checked = task.Gates;

        Assert.True(task.Execute());
        Assert.Empty(engine.Warnings);
        Assert.Empty(engine.Messages);
    }

    private ReplayMlGateDiagnostics Task()
    {
        folder.Write(
            "obj/diagnostics.json",
            """
            {"schema":1,"unchanged":"churn: up to date (passed with 1 warning)","validUntil":null,"diagnostics":[
              {"code":"MLG2101","severity":"warning","file":"mlgate.yml","line":7,"column":3,"message":"drifted {0}","helpLink":"https://x"}]}
            """
        );
        ITaskItem gate = GatePaths.From([folder["mlgate.yml"]], folder["obj"], folder["obj"])[0].ToItem();
        return new ReplayMlGateDiagnostics { BuildEngine = engine, Gates = [gate] };
    }

    public void Dispose() => folder.Dispose();
}
