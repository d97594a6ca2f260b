using MlGate.Cli.Tests.Worker;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>A mistake that people make in their first hour, and what they must be told.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Make">Makes it, in a folder with data, predictions and a gate that passes.</param>
/// <param name="Code">The diagnostic.</param>
/// <param name="Place">Line and column in the gate file; empty where no line of it is at fault.</param>
/// <param name="Exit">The exit code.</param>
/// <param name="WayOut">Words of the message that say what to do.</param>
internal sealed record Mistake(string Name, Action<GateRepository> Make, string Code, string Place, int Exit, string WayOut)
{
    /// <summary>The command; the check of the gate file unless it says another.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Is a repository with a commit needed?</summary>
    public bool NeedsGit { get; init; }

    /// <summary>Another text in the gate file.</summary>
    public static Mistake InGate(string name, string old, string @new, string code, string place, string wayOut, int exit = 3) =>
        new(name, repository => repository.Replace("mlgate.yml", old, @new), code, place, exit, wayOut);

    /// <summary>Another gate file.</summary>
    public static Mistake WholeGate(string name, string text, string code, string place, string wayOut, int exit = 3) =>
        new(name, repository => repository.Write("mlgate.yml", text), code, place, exit, wayOut);

    /// <summary>A wrong command.</summary>
    public static Mistake OnCommandLine(string name, string code, int exit, string wayOut, params string[] command) =>
        new(name, _ => { }, code, "", exit, wayOut) { Command = command };
}
