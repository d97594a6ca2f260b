using System.Globalization;
using MlGate.Core.Tests.Statistics.Drift;
using MlGate.Drift;

namespace MlGate.Benchmarks;

/// <summary>
/// The measured tables on drift of <c>docs/statistics.md</c>, as Markdown: how often a column alarms that did not change, and one that
/// moved.
/// </summary>
internal static class DriftTables
{
    // α = 0.05 over 20 judged columns, and the default limit of both methods.
    private const double Level = 0.05 / 20;
    private const double Limit = 0.1;

    private static readonly DriftMethod[] Methods = [DriftMethods.Wasserstein, DriftMethods.KolmogorovSmirnov];

    private static readonly (string Name, Func<Random, double> Draw)[] Shapes =
    [
        ("normal", Samples.Normal),
        ("ten integers", random => random.Next(10)),
        ("80 % zeros, else lognormal", random => random.NextDouble() < 0.8 ? 0 : Math.Exp(Samples.Normal(random))),
        ("lognormal, σ = 1", random => Math.Exp(Samples.Normal(random))),
        ("Student's t, 3 degrees", random =>
            Samples.Normal(random) / Math.Sqrt(Enumerable.Range(0, 3).Sum(_ => Math.Pow(Samples.Normal(random), 2)) / 3)
        ),
        ("lognormal, σ = 3", random => Math.Exp(3 * Samples.Normal(random))),
        ("Cauchy", random => Math.Tan(Math.PI * (random.NextDouble() - 0.5))),
    ];

    /// <summary>Prints the tables.</summary>
    /// <param name="runs">Pairs of samples per cell.</param>
    public static int Run(int runs)
    {
        Print($"| distribution | rows a side | unchanged: `wasserstein` alarms | `kolmogorov-smirnov` alarms |\n|---|--:|--:|--:|");
        foreach (var (name, draw) in Shapes)
        {
            foreach (var rows in new[] { 100, 1_000 })
            {
                var alarms = Alarms(draw, rows, 0, outlier: false, runs);
                Print($"| {name} | {rows:N0} | {alarms[0]:P1} | {alarms[1]:P1} |");
            }
        }

        var extreme = Alarms(Samples.Normal, 1_000, 0, outlier: true, runs);
        Print($"| normal, one value of 1e6 in the reference | 1,000 | {extreme[0]:P1} | {extreme[1]:P1} |");
        Print($"\n| distribution | shift, in scales | `wasserstein` alarms | `kolmogorov-smirnov` alarms |\n|---|--:|--:|--:|");
        foreach (var (name, draw) in Shapes)
        {
            foreach (var shift in new[] { 0.2, 0.5, 1 })
            {
                var alarms = Alarms(draw, 1_000, shift, outlier: false, Math.Max(1, runs / 5));
                Print($"| {name} | {shift} | {alarms[0]:P0} | {alarms[1]:P0} |");
            }
        }

        foreach (var shift in new[] { 0.2, 0.5, 3 })
        {
            var alarms = Alarms(Samples.Normal, 1_000, shift, outlier: true, Math.Max(1, runs / 5));
            Print($"| normal, one value of 1e6 in the reference | {shift} | {alarms[0]:P0} | {alarms[1]:P0} |");
        }

        return 0;
    }

    private static double[] Alarms(Func<Random, double> draw, int rows, double shift, bool outlier, int runs)
    {
        var alarms = new int[Methods.Length];
        Parallel.For(0, runs, run =>
        {
            var random = new Random((rows * 100_003) + run);
            double[] baseline = [.. Enumerable.Range(0, rows).Select(_ => draw(random))];
            var moved = shift * Samples.Winsorised(baseline);
            double[] candidate = [.. Enumerable.Range(0, rows).Select(_ => moved + draw(random))];
            baseline[0] = outlier ? 1e6 : baseline[0];
            var pair = Samples.Pair(baseline, candidate);
            for (var method = 0; method < Methods.Length; method++)
            {
                if (DriftStatistic.Create(pair, Methods[method], run).Evaluate(Limit, Level).Alarm)
                {
                    Interlocked.Increment(ref alarms[method]);
                }
            }
        });
        return [.. alarms.Select(count => (double)count / runs)];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
