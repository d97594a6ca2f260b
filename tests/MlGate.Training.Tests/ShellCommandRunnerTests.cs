using MlGate.Testing;

namespace MlGate.Training.Tests;

public sealed class ShellCommandRunnerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> lines = [];

    public ShellCommandRunnerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are those of a POSIX shell");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Both_streams_arrive_line_by_line_with_the_exit_code()
    {
        var result = await Run("echo out; echo err >&2; exit 3");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["err", "out"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_command_runs_in_its_folder_with_its_variables()
    {
        await Run("pwd -P; echo \"$A_SEED\"", new Dictionary<string, string> { ["A_SEED"] = "7" });

        Assert.Equal([Path.GetFileName(folder.Path), "7"], [Path.GetFileName(lines[0]), lines[1]]);
    }

    [Fact]
    public async Task The_command_reads_no_input()
    {
        Assert.Equal(0, (await Run("cat")).ExitCode);
    }

    [Fact]
    public async Task A_command_over_its_time_is_killed_with_its_children()
    {
        var result = await Run("sh -c 'sleep 600 & echo $! > child; wait' & wait", within: TimeSpan.FromSeconds(1));

        Assert.True(result.TimedOut);
        Assert.True(Ends(File.ReadAllText(folder["child"])));
    }

    [Fact]
    public async Task A_cancelled_command_is_killed_with_its_children()
    {
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ShellCommandRunner().RunAsync(
                new CommandRequest("sleep 600 & echo $!; wait", folder.Path, new Dictionary<string, string>(), TimeSpan.FromMinutes(5)),
                line =>
                {
                    lines.Add(line);
                    cancel.Cancel();
                },
                cancel.Token
            )
        );

        Assert.True(Ends(lines[0]));
    }

    [Fact]
    public async Task A_server_that_the_command_leaves_behind_does_not_hold_it_up()
    {
        var result = await Run("sleep 600 & echo $!", within: TimeSpan.FromMinutes(5));

        Assert.Equal(0, result.ExitCode);
        using var server = System.Diagnostics.Process.GetProcessById(
            int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture)
        );
        server.Kill();
    }

    private async Task<CommandResult> Run(string command, IReadOnlyDictionary<string, string>? variables = null, TimeSpan? within = null) =>
        await new ShellCommandRunner().RunAsync(
            new CommandRequest(command, folder.Path, variables ?? new Dictionary<string, string>(), within ?? TimeSpan.FromMinutes(1)),
            lines.Add,
            CancellationToken.None
        );

    // The signal is sent when the runner returns; the system takes its time to carry it out.
    private static bool Ends(string id) => SpinWait.SpinUntil(() => IsGone(id), TimeSpan.FromSeconds(30));

    // A killed orphan stays in the table until init takes it: gone is what runs no more.
    private static bool IsGone(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id.Trim()}/stat").Split(") ")[1][0] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
