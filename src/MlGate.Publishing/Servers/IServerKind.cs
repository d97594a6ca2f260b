using MlGate.Publishing.Contexts;
using MlGate.Reporting.Terminal;

namespace MlGate.Publishing.Servers;

/// <summary>A build server whose runs publish. A new one is a class, and a line in <c>Run/KnownServers.cs</c>.</summary>
internal interface IServerKind
{
    /// <summary>Its name, for people.</summary>
    string Name { get; }

    /// <summary>Environment variables that usually hold its tokens: their values are never printed.</summary>
    IReadOnlyList<string> TokenVariables { get; }

    /// <summary>Does this process run there?</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    bool IsHere(Func<string, string?> variable);

    /// <summary>The token that publishing needs there.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    TokenNeed TokenNeed(Func<string, string?> variable);

    /// <summary>Reads what the run says of itself.</summary>
    BuildServer Open(ServerRun run);
}

/// <summary>A run that publishes.</summary>
/// <param name="Variable">Looks up an environment variable; null where it is not set.</param>
/// <param name="Options">Of the command line.</param>
/// <param name="Output">The log.</param>
/// <param name="Sending">How requests leave.</param>
internal sealed record ServerRun(Func<string, string?> Variable, PublishOptions Options, Output Output, HttpSettings Sending)
{
    /// <summary>The token.</summary>
    /// <param name="usual">The variable that holds it, where the command line names no other.</param>
    public ServerToken Token(string usual) => new(Variable(Options.TokenVariable ?? usual) ?? "");
}
