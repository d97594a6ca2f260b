using MlGate.Data.Batches;
using MlGate.Data.Engines.DuckDb;
using MlGate.Findings;
using MlGate.Models.Formats;
using MlGate.Models.Scoring;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>Scores the models of a request: the work of the child process.</summary>
internal static class ScoreModels
{
    /// <param name="output">Where a request that cannot be read is told.</param>
    /// <param name="file">File of the request.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Output output, string file, CancellationToken cancel)
    {
        ScoringRequest request;
        try
        {
            request = ScoringRequest.Read(file);
        }
        catch (InvalidDataException exception)
        {
            output.Problem(Diagnostics.BadOption, "--request: " + exception.Message, "a request written by mlgate");
            return ExitCode.Usage;
        }

        return await ScoringChild.RunAsync(request, new RowBatches(new EngineOptions()), KnownFormats.All, cancel);
    }
}
