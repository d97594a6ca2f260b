using System.CommandLine;

using MlGate.Data.Batches;
using MlGate.Data.Engine;
using MlGate.Models.Scoring;

namespace MlGate.Cli.Verbs;

/// <summary>The hidden verb of the child process that loads models.</summary>
internal static class ScoreVerb
{
    public const string Name = "score";

    public static Command Command()
    {
        var request = new Option<string>("--request") { Required = true, Description = "The request's file." };
        var command = new Command(Name, "Score the models of a request.") { request };
        command.Hidden = true;
        command.SetAction(parsed => ScoringChild.Run(parsed.GetValue(request)!, new RowBatches(new EngineOptions())));
        return command;
    }
}
