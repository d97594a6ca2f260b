using System.CommandLine;
using MlGate.App.Services;
using MlGate.Data.Batches;
using MlGate.Data.Engines.DuckDb;
using MlGate.Findings;
using MlGate.Models.Formats;
using MlGate.Models.Scoring;
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
        command.SetAction(
            async (parsed, cancel) =>
            {
                ScoringRequest asked;
                try
                {
                    asked = ScoringRequest.Read(parsed.GetValue(request)!);
                }
                catch (InvalidDataException exception)
                {
                    output.Problem(Diagnostics.BadOption, "--request: " + exception.Message, "a request written by mlgate");
                    return ExitCode.Usage;
                }

                return await ScoringChild.RunAsync(asked, new RowBatches(new EngineOptions()), KnownFormats.All, cancel);
            }
        );
        return command;
    }
}
