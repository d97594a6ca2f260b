using System.Diagnostics;
using System.Text;
using MlGate.Tracing;

namespace MlGate.Models.Worker;

/// <summary>
/// Starts the scoring process, watches it, and ends it with all its children when a limit is hit or the run is cancelled.
/// </summary>
internal sealed class ScoringProcess(WorkerCommand command, ScoringLimits limits)
{
    private const int LongestErrors = 16 * 1024;

    /// <summary>The limits.</summary>
    public ScoringLimits Limits => limits;

    /// <summary>The same process with another limit of time.</summary>
    /// <param name="time">Longest run; null to keep the limit.</param>
    public ScoringProcess Within(TimeSpan? time) => time is null ? this : new ScoringProcess(command, limits with { Time = time.Value });

    /// <summary>Runs one request.</summary>
    /// <param name="requestPath">The request's file.</param>
    /// <param name="temporaryFolder">A private folder that the caller removes.</param>
    /// <param name="cancel">Kills the process.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; the process is dead.</exception>
    public async Task<WorkerRun> RunAsync(string requestPath, string temporaryFolder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfo(requestPath, temporaryFolder) };
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.OutputDataReceived += (_, _) => { };
        using var trace = RunTrace.Start("program", command.Executable);
        process.Start();
        var clock = Stopwatch.StartNew();
        try
        {
            process.StandardInput.Close();
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            var end = await WatchAsync(process, clock, cancel);
            var code = Kill(process);
            trace?.SetTag("end", end).SetTag("exit", code);
            return new WorkerRun(end, code, Text(errors));
        }
        finally
        {
            Kill(process);
        }
    }

    private async Task<WorkerEnd> WatchAsync(Process process, Stopwatch clock, CancellationToken cancel)
    {
        while (true)
        {
            var left = limits.Time - clock.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                return WorkerEnd.TimedOut;
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            ended.CancelAfter(left < limits.Watch ? left : limits.Watch);
            try
            {
                await process.WaitForExitAsync(ended.Token);
                return WorkerEnd.Exited;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                if (!process.HasExited && Resident(process) > limits.ResidentBytes)
                {
                    return WorkerEnd.OutOfMemory;
                }
            }
        }
    }

    private static long Resident(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static int Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        // With a limit: a grandchild that got away may hold the pipes open.
        process.WaitForExit(TimeSpan.FromSeconds(5));
        return process.HasExited ? process.ExitCode : -1;
    }

    private ProcessStartInfo StartInfo(string requestPath, string temporaryFolder)
    {
        var start = new ProcessStartInfo(command.Executable)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = temporaryFolder,
        };
        foreach (var argument in command.Arguments.Concat(["--request", requestPath]))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in ChildEnvironment.For(Environment.GetEnvironmentVariables(), temporaryFolder, limits))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static void Keep(StringBuilder errors, string? line)
    {
        lock (errors)
        {
            if (line is not null && errors.Length < LongestErrors)
            {
                errors.Append(line, 0, Math.Min(line.Length, LongestErrors)).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder errors)
    {
        lock (errors)
        {
            return errors.ToString();
        }
    }
}
