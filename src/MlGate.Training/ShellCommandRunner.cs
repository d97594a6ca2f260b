using System.Diagnostics;

namespace MlGate.Training;

/// <summary>Runs commands by <c>/bin/sh</c>, or <c>cmd.exe</c> on Windows.</summary>
internal sealed class ShellCommandRunner : ICommandRunner
{
    // A child of the command (a build server) may hold its output open after it ended: what is still in the pipe arrives within this, and
    // nobody waits for the rest.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Killed = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(CommandRequest request, Action<string> line, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Start(request) };
        var gate = new Lock();
        var open = true;
        void Receive(string? text, TaskCompletionSource end)
        {
            lock (gate)
            {
                if (open && text is not null)
                {
                    line(text);
                }
            }

            if (text is null)
            {
                end.TrySetResult();
            }
        }

        var (exited, outputEnded, errorsEnded) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        process.OutputDataReceived += (_, data) => Receive(data.Data, outputEnded);
        process.ErrorDataReceived += (_, data) => Receive(data.Data, errorsEnded);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var inTime = await EndsAsync(exited.Task, request.Within, cancel);
            if (!inTime)
            {
                Kill(process);
            }

            await EndsAsync(Task.WhenAll(outputEnded.Task, errorsEnded.Task), Drain, CancellationToken.None);
            return new CommandResult(inTime ? process.ExitCode : null);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw;
        }
        finally
        {
            lock (gate)
            {
                open = false;
            }
        }
    }

    // WaitForExitAsync waits for the end of its output too, which a server that it left behind can keep open for ever.
    private static async Task<bool> EndsAsync(Task end, TimeSpan within, CancellationToken cancel)
    {
        try
        {
            await end.WaitAsync(within, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(Killed);
    }

    private static ProcessStartInfo Start(CommandRequest request)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = request.Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = Path.Combine(Environment.SystemDirectory, "cmd.exe");
            // cmd does not follow the quoting rules of other programs: with /s it takes what stands between the first and the last quote as
            // it is.
            start.Arguments = $"/d /s /c \"{request.Command}\"";
        }
        else
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(request.Command);
        }

        TrainingEnvironment.Scrub(start.Environment);
        foreach (var (name, value) in request.Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
