using Microsoft.Build.Utilities;
using MlGate.MSBuild.Tasks;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class CollectMlGateInputsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeBuildEngine engine = new();

    public CollectMlGateInputsTests()
    {
        folder.Write("mlgate.yml", "version: 1\n");
        folder.Write("data/a.csv", "1");
        Answer("file\tmlgate.yml\nglob\tdata/**\nenv\tMLGATE_NOBODY_SETS_THIS\n");
    }

    [Fact]
    public void The_state_is_written_once_and_the_stamp_stays_while_nothing_changes()
    {
        Collect();
        folder.Write("obj/passed.stamp", "");
        var before = File.ReadAllText(folder["obj/inputs.state"]);

        Collect();

        Assert.True(File.Exists(folder["obj/passed.stamp"]));
        Assert.Equal(before, File.ReadAllText(folder["obj/inputs.state"]));
        Assert.Contains("in\tdata/a.csv\t1 ", before, StringComparison.Ordinal);
        Assert.Contains("env\tMLGATE_NOBODY_SETS_THIS\tabsent\n", before, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_takes_the_stamp_away_whatever_the_clock_says()
    {
        Collect();
        File.SetLastWriteTimeUtc(folder.Write("obj/passed.stamp", ""), DateTime.UtcNow.AddYears(1));

        folder.Write("data/b.csv", "2");
        Collect();

        Assert.False(File.Exists(folder["obj/passed.stamp"]));
    }

    [Theory]
    [InlineData("file\tmlgate.yml\nunknown\tx\n")]
    [InlineData("file\t\n")]
    [InlineData("no tab\n")]
    public void Inputs_that_are_not_understood_count_as_no_answer(string inputs)
    {
        Answer(inputs);

        Collect();

        Assert.EndsWith("\n\nno answer yet\n", File.ReadAllText(folder["obj/inputs.state"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_has_ended_is_a_change()
    {
        folder.Write("obj/diagnostics.json", """{"schema":1,"summary":null,"validUntil":"2026-06-01T00:00:00Z","diagnostics":[]}""");
        Collect(now: new DateTime(2026, 5, 31, 23, 59, 59, DateTimeKind.Utc));
        var before = File.ReadAllText(folder["obj/inputs.state"]);

        Collect(now: new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains("\nended no\n", before, StringComparison.Ordinal);
        Assert.Equal(before.Replace("ended no", "ended yes", StringComparison.Ordinal), File.ReadAllText(folder["obj/inputs.state"]));
    }

    [Fact]
    public void The_values_of_variables_stay_out_of_the_state()
    {
        Environment.SetEnvironmentVariable("MLGATE_TEST_SECRET", "hunter2");
        Answer("env\tMLGATE_TEST_SECRET\n");

        Collect();

        Assert.DoesNotContain("hunter2", File.ReadAllText(folder["obj/inputs.state"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_with_letters_that_MSBuild_reads_otherwise_come_back_as_they_were()
    {
        var file = folder.Write("a;b @(c) %3b 'd'/mlgate.yml", "");

        var task = Task(file);

        Assert.True(task.Execute());
        Assert.Equal(file, task.Gates[0].GetMetadata("GateFile"));
    }

    private CollectMlGateInputs Task(string gateFile) =>
        new()
        {
            BuildEngine = engine,
            GateFiles =
            [
                new TaskItem(gateFile.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3b", StringComparison.Ordinal)),
            ],
            ProjectFile = folder["gated.csproj"],
            StateDirectory = folder["obj"],
            OutputDirectory = folder["obj"],
            WorkerPath = folder["mlgate.dll"],
        };

    private void Collect(DateTime? now = null)
    {
        var task = Task(folder["mlgate.yml"]);
        task.Now = () => now ?? DateTime.UtcNow;
        Assert.True(task.Execute());
        Assert.Empty(engine.Errors);
    }

    private void Answer(string inputs)
    {
        folder.Write("obj/inputs.txt", inputs);
        folder.Write("obj/diagnostics.json", """{"schema":1,"summary":null,"validUntil":null,"diagnostics":[]}""");
    }

    public void Dispose() => folder.Dispose();
}
