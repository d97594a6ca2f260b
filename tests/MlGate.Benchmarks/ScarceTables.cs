using System.Globalization;
using MlGate.Core.Tests.Statistics;

namespace MlGate.Benchmarks;

/// <summary>The measured tables on scarce information of <c>docs/statistics.md</c>, as Markdown.</summary>
internal static class ScarceTables
{
    // Its error must be small beside that of a run: a twentieth of a standard error moves a share of 5 % by half a point.
    private const int TruthRows = 4_000_000;

    /// <summary>Prints the rows of settings.</summary>
    /// <param name="runs">Test sets per cell.</param>
    /// <param name="part">Part of a setting's name, a comma and a metric: <c>10 groups of 40 rows, rmse</c>; empty for all.</param>
    public static int Run(int runs, string part)
    {
        Console.WriteLine(
            $"| what is scarce | metric | equal models fail | a loss of the margin passes | the 90 % interval covers | equal models: "
                + $"inconclusive | a loss of twice the margin fails |\n|---|---|--:|--:|--:|--:|--:|"
        );
        foreach (var setting in ScarceSimulation.Settings)
        {
            foreach (var metric in setting.Metrics.Where(metric => $"{setting.Name}, {metric}".Contains(part, StringComparison.Ordinal)))
            {
                var rates = ScarceSimulation.Run(setting, metric, runs, truthRows: TruthRows);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {setting.Name} | `{metric}` | {rates.Failed:P1} | {rates.PassedAtMargin:P1} | {rates.Covered:P1} | "
                            + $"{rates.Inconclusive:P1} | {rates.Found:P1} |"
                    )
                );
            }
        }

        return 0;
    }
}
