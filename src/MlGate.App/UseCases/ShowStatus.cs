using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>Shows which artifacts differ from their lock, and which models are stale.</summary>
/// <param name="output">Where it is printed.</param>
/// <param name="asJson">True for JSON, false for text.</param>
internal sealed class ShowStatus(Output output, bool asJson)
{
    /// <summary>What counts as an error.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(GateServices services, Gate gate, CancellationToken cancel)
    {
        var states = await services.ReadStatusAsync(gate, cancel);
        output.Result(asJson ? StatusText.Json(gate, states) : StatusText.Plain(gate, states));
        return [.. states.SelectMany(state => state.Findings).Where(finding => finding.Counts)];
    }
}
