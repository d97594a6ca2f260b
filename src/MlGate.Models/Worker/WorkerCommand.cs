namespace MlGate.Models.Worker;

/// <summary>How the scoring process is started: <c>dotnet exec mlgate.dll score</c>.</summary>
/// <param name="Executable">The program.</param>
/// <param name="Arguments">What comes before <c>--request FILE</c>.</param>
internal sealed record WorkerCommand(string Executable, IReadOnlyList<string> Arguments);
