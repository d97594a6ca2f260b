using System.CommandLine;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>The hidden verb of the child process that loads models.</summary>
internal static class ScoreVerb
{
    public static Command Command(Output output)
    {
        var request = new Option<string>("--request") { Required = true, Description = "File of the request." };
        var command = new Command(Tool.ScoreVerb, "Score the models of a request.") { request };
        command.Hidden = true;
        command.SetAction((parsed, cancel) => ScoreModels.RunAsync(output, parsed.GetValue(request)!, cancel));
        return command;
    }
}
