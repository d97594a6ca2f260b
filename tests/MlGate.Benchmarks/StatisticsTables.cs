using System.Globalization;
using MlGate.Core.Tests.Statistics;

namespace MlGate.Benchmarks;

/// <summary>The measured tables of <c>docs/statistics.md</c>, as Markdown.</summary>
internal static class StatisticsTables
{
    private const int Runs = 10_000;

    /// <summary>Prints all tables.</summary>
    public static int Run()
    {
        Print($"| rows | discordant | Tango covers ({Runs:N0} runs) |\n|--:|--:|--:|");
        foreach (var n in new[] { 50, 200, 1000, 10000 })
        {
            foreach (var discordance in new[] { 0.02, 0.1, 0.3 })
            {
                var runs = n == 10000 ? Runs / 5 : Runs;
                var fewer = runs == Runs ? "" : FormattableString.Invariant($" ({runs:N0} runs)");
                Print($"| {n:N0} | {discordance:P0} | {DecisionSimulation.TangoCoverage(n, discordance, runs):P1}{fewer} |");
            }
        }

        Print($"\n| rows (27 % positive) | DeLong covers | equal models: passed at 0.02 | failed |\n|--:|--:|--:|--:|");
        foreach (var n in new[] { 200, 1000, 2113 })
        {
            var (rates, coverage) = DecisionSimulation.Auc(n, 0.5, 0, 0.02, 2000);
            Print($"| {n:N0} | {coverage:P1} | {rates.Passed:P1} | {rates.Failed:P1} |");
        }

        Print($"\n| rows | true rise of the mse | margin | BCa covers | passed | failed | inconclusive |\n|--:|--:|--:|--:|--:|--:|--:|");
        foreach (
            var (n, change, margin) in new[]
            {
                (50, 0.0, 0.2),
                (200, 0.0, 0.2),
                (200, 0.2, 0.2),
                (1000, 0.0, 0.1),
                (1000, 0.1, 0.1),
                (1000, 0.2, 0.1),
            }
        )
        {
            var (rates, coverage) = DecisionSimulation.SquaredError(n, change, margin, 2000, 2000);
            Print($"| {n:N0} | {change} | {margin} | {coverage:P1} | {rates.Passed:P1} | {rates.Failed:P1} | {rates.Inconclusive:P1} |");
        }

        Print($"\n| positives | discordant | margin | true loss | metrics | passed | failed | inconclusive |");
        Print($"|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (positives, discordance) in new[] { (561, 0.1), (561, 0.2), (1546, 0.1), (5000, 0.1) })
        {
            foreach (var loss in new[] { 0, 0.01, 0.02, 0.04 })
            {
                foreach (var family in new[] { 1, 4 })
                {
                    var rates = DecisionSimulation.Recall(positives, discordance, -loss, 0.02, Runs / 2, family);
                    var (passed, failed, open) = (rates.Passed, rates.Failed, rates.Inconclusive);
                    Print($"| {positives:N0} | {discordance:P0} | 0.02 | {loss} | {family} | {passed:P1} | {failed:P1} | {open:P1} |");
                }
            }
        }

        var (wrong, found) = DecisionSimulation.Discoveries(110, 10, 4, 0.1, Runs);
        Print($"\nHolm, 100 true hypotheses: {DecisionSimulation.FamilyError(100, Runs):P1} of the families have a false failure.");
        const string Family = "Benjamini-Hochberg, q = 10 %, 10 real among 110";
        Print($"{Family}: {wrong:P1} of the discoveries are false, {found:P1} of the real ones are found.");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
