using System.Globalization;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;
using MlGate.Runs;

namespace MlGate.App.UseCases;

/// <summary>Shows how metrics went over the recorded runs of a gate.</summary>
/// <param name="output">Where it is printed.</param>
internal sealed class ShowHistory(Output output)
{
    /// <summary>Runs that are shown where nothing else is asked for.</summary>
    public const int UsualCount = 20;

    private const int MostCount = 1_000;

    /// <summary>What is said where <see cref="CountFrom"/> finds no count.</summary>
    public static string CountComplaint { get; } = FormattableString.Invariant($"--count must be an integer from 1 to {MostCount}");

    /// <summary>A number of runs; null for anything else.</summary>
    public static int? CountFrom(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostCount ? count : null;

    /// <summary>One model only; null for all.</summary>
    public string? Model { get; init; }

    /// <summary>One metric only; null for all.</summary>
    public string? Metric { get; init; }

    /// <summary>Most runs.</summary>
    public required int Count { get; init; }

    /// <summary>The remote to fetch recorded runs from first; null to fetch nothing.</summary>
    public string? Remote { get; init; }

    /// <summary>True for JSON, false for text.</summary>
    public bool AsJson { get; init; }

    /// <summary>Why nothing could be shown.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(GateServices services, Gate gate, CancellationToken cancel)
    {
        if (Remote is not null && await services.History.FetchAsync(Remote, cancel) is { Count: > 0 } problems)
        {
            return problems;
        }

        var runs = await services.History.ReadAsync(gate.Name, Count, _ => true, cancel);
        if (runs.Value is null)
        {
            return runs.Problems;
        }

        var trends = Trend.From(runs.Value, Model, Metric);
        output.Result(AsJson ? HistoryText.Json(gate.Name, trends) : HistoryText.Plain(gate.Name, runs.Value.Count, trends));
        return [];
    }
}
