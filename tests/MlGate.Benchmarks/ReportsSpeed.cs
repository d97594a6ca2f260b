using System.Diagnostics;
using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reporting;
using MlGate.Reporting.Formats;
using MlGate.Reports;
using MlGate.Statistics;

namespace MlGate.Benchmarks;

/// <summary>One report with many findings, half of them red, rendered to every format.</summary>
internal static class ReportsSpeed
{
    /// <summary>
    /// Prints milliseconds of processor time: of a first rendering, as a tool's run has it, and the median of the next ten.
    /// </summary>
    /// <param name="findings">How many.</param>
    /// <param name="folder">Where the formats are written, for eng/first-paint.cs; null for nowhere.</param>
    public static int Run(int findings, string? folder = null)
    {
        var report = Made([.. Enumerable.Range(1, findings).Select(Made)]);
        var (first, next) = (0.0, 0.0);
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }

        foreach (var renderer in Renderers.All)
        {
            var cold = Milliseconds(renderer, report, out var bytes);
            var warm = Enumerable.Range(0, 10).Select(_ => Milliseconds(renderer, report, out bytes)).Order().ElementAt(5);
            (first, next) = (first + cold, next + warm);
            if (folder is not null)
            {
                File.WriteAllText(Path.Combine(folder, "report." + renderer.Extension), renderer.Render(report));
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{renderer.Format, -12} {cold, 8:F0} ms first {warm, 8:F0} ms then {bytes, 12:N0} bytes"
                )
            );
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all", -12} {first, 8:F0} ms first {next, 8:F0} ms then"));
        return 0;
    }

    private static Report Made(IReadOnlyList<Finding> findings) =>
        new()
        {
            Tool = "0.1.0",
            Gate = "churn",
            GateFile = "samples/churn/mlgate.yml",
            Commit = new string('6', 40),
            Alpha = 0.05,
            Parts =
            [
                new ModelPart
                {
                    Id = "models.churn",
                    Path = "models/churn.zip",
                    Rows = 2_113,
                    Picture = Picture(),
                },
            ],
            Findings = findings,
            Verdict = Verdict.From(findings),
            GeneratedAt = DateTimeOffset.UnixEpoch,
        };

    private static Finding Made(int n) =>
        new()
        {
            Code = "MLG4102",
            Id = $"models.churn.segments.\"city={n}\".recall.max-drop",
            Subject = "models.churn",
            Outcome = n % 2 == 0 ? Outcome.Failed : Outcome.Passed,
            Expected = "a drop of at most 0.02",
            Found = $"recall of city={n} went 0.8093 \u2192 0.7326",
            Fix = "Retrain with the rows that are missing, or widen max-drop on purpose",
            Place = new FilePlace("mlgate.yml", n, 21),
            Evidence = new Evidence
            {
                Measure = "recall",
                Baseline = 0.8093,
                Candidate = 0.7326,
                Interval = new Interval(-0.1034, -0.0499, 0.9, "Tango"),
                Limit = new Limit(LimitKinds.MaxDrop, 0.02),
                Rows = 2_113,
                Denominator = new Denominator("positives", 561),
            },
        };

    private static ModelPlots Picture()
    {
        double[] x = [.. Enumerable.Range(0, ModelPlots.MostPoints).Select(at => at / (ModelPlots.MostPoints - 1.0))];
        var pair = new CurvePair(new Curve(x, [.. x.Select(Math.Sqrt)]), new Curve(x, [.. x.Select(Math.Cbrt)]));
        ReliabilityBin[] bins =
        [
            .. Enumerable.Range(0, 15).Select(at => new ReliabilityBin(at / 15.0, at / 16.0, 140, at / 18.0, at / 15.0)),
        ];
        return new ModelPlots
        {
            Roc = pair,
            PrecisionRecall = pair,
            Reliability = new ReliabilityPair(bins, bins),
            Flips = new Flips(new PairedTable(1_500, 40, 90, 483), 130, 0.01),
        };
    }

    private static double Milliseconds(IReportRenderer renderer, Report report, out int bytes)
    {
        // Of the processor, not of the wall: what else runs on the machine is no part of it.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        bytes = Encoding.UTF8.GetByteCount(renderer.Render(report));
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
