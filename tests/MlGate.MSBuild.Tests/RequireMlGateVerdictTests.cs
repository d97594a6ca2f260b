using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlGate.MSBuild.Inputs;
using MlGate.MSBuild.Tasks;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class RequireMlGateVerdictTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeBuildEngine engine = new();

    public RequireMlGateVerdictTests()
    {
        folder.Write("mlgate.yml", "version: 1\n");
        folder.Write("obj/inputs.txt", "file\tmlgate.yml\n");
        folder.Write("obj/diagnostics.json", """{"schema":1,"summary":null,"validUntil":null,"diagnostics":[]}""");
    }

    [Theory]
    [InlineData("Enforce")]
    [InlineData("Warn")]
    public void A_stamped_pass_is_a_verdict(string mode)
    {
        Collect(mode);
        folder.Write("obj/passed.stamp", GatePaths.StampOf(0));

        Assert.True(Require(mode));
        Assert.Empty(engine.Errors);
    }

    [Theory]
    [InlineData("Enforce", 1)]
    [InlineData("Warn", 1)]
    [InlineData("Warn", 2)]
    public void A_stamped_failure_is_none(string mode, int exitCode)
    {
        Collect(mode);
        folder.Write("obj/passed.stamp", GatePaths.StampOf(exitCode));

        Assert.False(Require(mode));
        Assert.Equal("MLG0022", Assert.Single(engine.Errors).Code);
    }

    [Fact]
    public void A_stamp_that_says_nothing_is_none()
    {
        Collect("Enforce");
        folder.Write("obj/passed.stamp", "");

        Assert.False(Require("Enforce"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    public void A_gate_that_warns_stamps_how_its_worker_ended(int exitCode, bool verdict)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The worker is a Unix script.");
        var severity = exitCode == 0 ? "message" : "error";
        var worker = folder.Write(
            "worker.sh",
            $$"""
            #!/bin/sh
            echo '{}' > obj/report.json
            printf 'file\tmlgate.yml\n' > obj/inputs.txt
            echo '{"schema":1,"summary":null,"validUntil":null,"diagnostics":[{"code":"MLG4101","severity":"{{severity}}","message":"x"}]}' > obj/diagnostics.json
            exit {{exitCode}}

            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(worker, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // What was written within the lag of the clock counts as in motion, and an answer over it is asked for again.
        Assert.True(
            SpinWait.SpinUntil(
                () => DateTime.UtcNow - File.GetLastWriteTimeUtc(worker) > TimeSpan.FromMilliseconds(200),
                TimeSpan.FromSeconds(30)
            )
        );
        var gate = Collect("Warn", worker);
        Assert.True(
            new MlGateCheck
            {
                BuildEngine = engine,
                Gate = gate,
                WorkerPath = worker,
                Mode = "Warn",
                YieldDuringToolExecution = false,
            }.Execute()
        );

        Assert.Equal($"exit {exitCode}\n", File.ReadAllText(folder["obj/passed.stamp"]));
        Assert.Equal(verdict, Require("Warn", worker));
    }

    public void Dispose() => folder.Dispose();

    private ITaskItem Collect(string mode, string? worker = null)
    {
        var task = Prepared(new CollectMlGateInputs(), mode, worker);
        Assert.True(task.Execute());
        return task.Gates[0];
    }

    private bool Require(string mode, string? worker = null) => Prepared(new RequireMlGateVerdict(), mode, worker).Execute();

    private T Prepared<T>(T task, string mode, string? worker)
        where T : CollectMlGateInputs
    {
        task.BuildEngine = engine;
        task.GateFiles = [new TaskItem(folder["mlgate.yml"])];
        task.ProjectFile = folder["gated.csproj"];
        task.StateDirectory = folder["obj"];
        task.OutputDirectory = folder["obj"];
        task.WorkerPath = worker ?? folder["mlgate.dll"];
        task.Mode = mode;
        return task;
    }
}
