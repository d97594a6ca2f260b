using System.Diagnostics;
using MlGate.Checks.Models;
using MlGate.Checks.Models.Evaluation;
using MlGate.Core.Tests.Checks.Models;
using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Predictions;

namespace MlGate.Benchmarks;

/// <summary>How long segments and fairness take beside the metrics over all rows.</summary>
internal static class SegmentsSpeed
{
    private const int Rounds = 3;

    /// <summary>Prints the least times of some rounds.</summary>
    /// <param name="rows">Test rows.</param>
    /// <param name="groups">Values of the column that parts them.</param>
    public static int Run(int rows, int groups)
    {
        var set = Simulated.Binary(rows, 1) with
        {
            Columns = new Dictionary<string, RowValues>
            {
                ["group"] = new(
                    [.. Enumerable.Range(0, groups).Select(group => $"{group:D3}")],
                    [.. Enumerable.Range(0, rows).Select(row => row * 7 % groups)]
                ),
            },
        };
        var of = Evaluations.Of(set, Evaluations.Metric("accuracy", (LimitKinds.MaxDrop, 0.01)));
        var columns = new SegmentColumns([new SegmentColumn("group", [])], Evaluations.Place);
        MetricGate Measure(string key, LimitKind kind, double value) => Evaluations.Metric(key, (kind, value));
        ModelCheckGate segments = new SegmentsGate
        {
            Id = "models.churn.segments",
            Place = Evaluations.Place,
            Declared = [columns],
            Metrics = [Measure("recall", LimitKinds.MaxDrop, 0.05), Measure("accuracy", LimitKinds.MaxDrop, 0.05)],
        };
        ModelCheckGate fairness = new FairnessGate
        {
            Id = "models.churn.fairness",
            Place = Evaluations.Place,
            Groups =
            [
                new GroupsGate
                {
                    Name = "group",
                    Id = "models.churn.fairness.group",
                    Columns = columns,
                    Measures =
                    [
                        Measure("demographic-parity-ratio", LimitKinds.Min, 0.8),
                        Measure("equalized-odds-difference", LimitKinds.Max, 0.1),
                        Measure("equalized-odds-difference", LimitKinds.MaxRise, 0.02),
                    ],
                },
            ],
        };
        Console.WriteLine($"{rows:N0} rows, {groups} groups");
        Time("metrics alone", of, []);
        Time("with segments", of, [segments]);
        Time("with fairness", of, [fairness]);
        Time("with both", of, [segments, fairness]);
        return 0;
    }

    private static void Time(string what, ModelEvaluation of, IReadOnlyList<ModelCheckGate> checks)
    {
        var evaluation = of with { Model = of.Model with { Checks = checks } };
        var least = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            ModelChecks.Evaluate(evaluation);
            least = Math.Min(least, watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{what}: {least:F2} s");
    }
}
