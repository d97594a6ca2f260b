namespace MlGate.Training;

/// <summary>Runs commands as children of this process.</summary>
internal interface ICommandRunner
{
    /// <summary>Runs a command by the platform's shell and waits for it.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="line">Takes each line that it writes, of both streams; called by one thread at a time.</param>
    /// <param name="cancel">Kills the command and all that it started.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing that it started runs any more.</exception>
    Task<CommandResult> RunAsync(CommandRequest request, Action<string> line, CancellationToken cancel);
}

/// <summary>A command.</summary>
/// <param name="Command">As a person types it.</param>
/// <param name="Folder">Absolute path of the folder in which it runs.</param>
/// <param name="Variables">Environment variables that are set on top of the scrubbed environment.</param>
/// <param name="Within">Longest run.</param>
internal sealed record CommandRequest(string Command, string Folder, IReadOnlyDictionary<string, string> Variables, TimeSpan Within);

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code; null when it was killed because it took too long.</param>
internal sealed record CommandResult(int? ExitCode)
{
    /// <summary>Was it killed because it took too long?</summary>
    public bool TimedOut => ExitCode is null;
}
