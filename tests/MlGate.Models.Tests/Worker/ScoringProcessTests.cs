using System.Diagnostics;
using MlGate.Findings;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Models.Worker;
using MlGate.Testing;

namespace MlGate.Models.Tests.Worker;

public sealed class ScoringProcessTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_process_that_hangs_is_ended_at_the_limit()
    {
        var problem = await Predict("hang", new ScoringLimits { Time = TimeSpan.FromSeconds(2) });

        Assert.Equal(("MLG8001", Outcome.NotMeasured), (problem.Code, problem.Outcome));
        Assert.Contains("2 s", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_file_can_set_the_limit()
    {
        var request = Requests.Of(models.Test, models.Candidate);
        request = request with { Model = request.Model with { Timeout = TimeSpan.FromSeconds(1) } };

        var problem = Assert.Single(
            (await Requests.Predictions(folder.Path, "hang").PredictAsync(request, CancellationToken.None)).Problems
        );

        Assert.Equal("MLG8001", problem.Code);
        Assert.Contains("not finished within 1 s", problem.Found, StringComparison.Ordinal);
        Assert.Contains("timeout", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_children_end_with_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The grandchild is a Unix command.");
        var id = folder["grandchild"];

        // Long enough to start; the test waits for the limit, not for a guess.
        var problem = await Predict("hang-with-grandchild", new ScoringLimits { Time = TimeSpan.FromSeconds(10) }, id);

        Assert.Equal("MLG8001", problem.Code);
        Assert.True(File.Exists(id), "The grandchild was never started.");
        // It was told to end; on a busy machine it takes a moment to do so.
        Assert.True(
            SpinWait.SpinUntil(() => !IsAlive(int.Parse(File.ReadAllText(id))), TimeSpan.FromSeconds(30)),
            "The grandchild is still alive."
        );
    }

    [Fact]
    public async Task A_process_that_wants_too_much_heap_is_told_apart() =>
        Assert.Equal("MLG8003", (await Predict("allocate", new ScoringLimits { HeapBytes = 100 << 20 })).Code);

    [Fact]
    public async Task Memory_outside_of_the_heap_counts_too() =>
        Assert.Equal(
            "MLG8003",
            (await Predict("allocate-native", new ScoringLimits { ResidentBytes = 300 << 20, Watch = TimeSpan.FromMilliseconds(20) })).Code
        );

    [Theory]
    [InlineData("segfault", "signal ")]
    [InlineData("overflow", "stack overflow")]
    [InlineData("kill-itself", "signal 9 (SIGKILL)")]
    public async Task A_process_that_dies_is_told_with_its_signal(string mode, string cause)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals on Windows.");

        var problem = await Predict(mode);

        Assert.Equal(("MLG8002", Outcome.NotMeasured), (problem.Code, problem.Outcome));
        Assert.Contains(cause, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_exit_code_is_told()
    {
        var problem = await Predict("exit", null, "42");

        Assert.Equal("MLG8002", problem.Code);
        Assert.Contains("exit code 42", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_output_neither_blocks_nor_fills_the_memory()
    {
        var run = await Requests.Process("print").RunAsync("none", folder.Path, CancellationToken.None);

        Assert.Equal(3, run.ExitCode);
        Assert.InRange(run.Errors.Length, 1, 64 * 1024);
    }

    [Fact]
    public async Task A_cancelled_run_ends_the_process_and_throws()
    {
        using var cancel = new CancellationTokenSource();
        cancel.CancelAfter(500);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Requests.Process("hang").RunAsync("none", folder.Path, cancel.Token));
    }

    [Fact]
    public async Task Only_a_short_list_of_variables_reaches_the_process()
    {
        var names = folder["names"];
        Environment.SetEnvironmentVariable("MLGATE_TEST_TOKEN", "secret");

        await Requests.Process("environment", null, names).RunAsync("none", folder.Path, CancellationToken.None);

        var seen = File.ReadAllLines(names);
        string[] allowed =
        [
            "DOTNET_CLI_TELEMETRY_OPTOUT",
            "DOTNET_DbgEnableMiniDump",
            "DOTNET_EnableDiagnostics",
            "DOTNET_GCHeapHardLimit",
            "DOTNET_NOLOGO",
            "DOTNET_ROOT",
            "DOTNET_ROOT_X64",
            "DOTNET_ROOT_ARM64",
            "DOTNET_gcServer",
            "LANG",
            "PATH",
            "SystemRoot",
            "TEMP",
            "TMP",
            "TMPDIR",
            "windir",
            "stdin: 0",
        ];
        Assert.Empty(seen.Except(allowed));
        Assert.Contains("stdin: 0", seen);
    }

    [Fact]
    public async Task The_private_folder_is_gone_afterwards_and_nobody_else_could_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var place = folder["place"];

        var problem = await Predict("tell-folder", null, place);

        var told = File.ReadAllLines(place);
        Assert.Equal("MLG8002", problem.Code);
        Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).ToString(), told[1]);
        Assert.False(Directory.Exists(told[0]));
    }

    private async Task<Finding> Predict(string mode, ScoringLimits? limits = null, params string[] arguments) =>
        Assert.Single(
            (
                await Requests
                    .Predictions(folder["cache"], mode, limits, arguments: arguments)
                    .PredictAsync(Requests.Of(models.Test, models.Candidate), CancellationToken.None)
            ).Problems
        );

    private static bool IsAlive(int id)
    {
        try
        {
            // A container's first process may never collect the dead: one that is only waiting for that is not alive.
            using var process = Process.GetProcessById(id);
            return !process.HasExited
                && !(OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal));
        }
        catch (Exception problem) when (problem is ArgumentException or IOException)
        {
            return false;
        }
    }
}
