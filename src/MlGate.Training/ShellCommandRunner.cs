using System.Diagnostics;

namespace MlGate.Training;

/// <summary>Runs commands by <c>/bin/sh</c>, or <c>cmd.exe</c> on Windows.</summary>
internal sealed class ShellCommandRunner : ICommandRunner
{
    // A child of the command (a build server) may hold its output open after it ended: what is still in the pipe arrives within this, and
    // nobody waits for the rest.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Killed = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public CommandResult Run(CommandRequest request, Action<string> line, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Start(request) };
        var gate = new Lock();
        var open = true;
        void Take(string? text)
        {
            lock (gate)
            {
                if (open && text is not null)
                {
                    line(text);
                }
            }
        }

        using var ended = new CountdownEvent(2);
        DataReceivedEventHandler handler = (_, data) =>
        {
            Take(data.Data);
            if (data.Data is null)
            {
                lock (gate)
                {
                    if (open)
                    {
                        ended.Signal();
                    }
                }
            }
        };
        process.OutputDataReceived += handler;
        process.ErrorDataReceived += handler;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var inTime = Wait(process, request.Within, cancel);
            if (!inTime)
            {
                Kill(process);
            }

            ended.Wait(Drain, CancellationToken.None);
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

    // Only the overload with a time waits for the process alone; the others wait for the end of its output too, which a server that it left
    // behind can keep open for ever.
    private static bool Wait(Process process, TimeSpan within, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(Tick))
        {
            cancel.ThrowIfCancellationRequested();
            if (clock.Elapsed > within)
            {
                return false;
            }
        }

        return true;
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
