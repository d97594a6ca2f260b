using MlGate.Core.Tests.Statistics;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Fairness;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Checks.Models.Fairness;

/// <summary>Rows in groups, and their judgement.</summary>
internal static class FairnessGroups
{
    public static IReadOnlyList<Finding> Evaluate(
        PredictionSet set,
        string key,
        (LimitKind Kind, double Value) limit,
        long least = 30,
        bool requireBaseline = false
    )
    {
        var id = CheckId.Parse("models.churn.fairness.group").Child(key);
        var gate = new FairnessGate
        {
            Id = "models.churn.fairness",
            Place = Evaluations.Place,
            Groups =
            [
                new GroupsGate
                {
                    Name = "group",
                    Id = "models.churn.fairness.group",
                    Columns = new SegmentColumns([new SegmentColumn("group", [])], Evaluations.Place),
                    MinDenominator = least,
                    Measures =
                    [
                        Evaluations.Metric(key) with
                        {
                            Id = id,
                            Limits = [new(new MetricLimit(limit.Kind, limit.Value), id.Child(limit.Kind.Key), Evaluations.Place)],
                        },
                    ],
                },
            ],
        };
        var of = Evaluations.Of(set);
        return (of with { Model = of.Model with { Checks = [gate] }, RequireBaseline = requireBaseline }).Evaluate();
    }

    public static PredictionSet Counted()
    {
        (int Label, int Predicted, int Group, int Count)[] cells =
        [
            (1, 1, 0, 30),
            (1, 0, 0, 10),
            (0, 1, 0, 12),
            (0, 0, 0, 48),
            (1, 1, 1, 20),
            (1, 0, 1, 30),
            (0, 1, 1, 30),
            (0, 0, 1, 120),
        ];
        var rows = cells.SelectMany(cell => Enumerable.Repeat(cell, cell.Count)).ToList();
        return new PredictionSet
        {
            Keys = [.. rows.Select((_, row) => (UInt128)(uint)row)],
            Classes = ["No", "Yes"],
            Labels = [.. rows.Select(row => (double)row.Label)],
            Candidate = new Scores([.. rows.Select(row => row.Predicted == 1 ? 0.9 : 0.1)], 1),
            Baseline = new Scores([.. rows.Select(row => row.Label == 1 ? 0.9 : 0.1)], 1),
            Columns = Columns("ab", [.. rows.Select(row => row.Group)]),
        };
    }

    public static IEnumerable<int> Tenth(PredictionSet set) => Enumerable.Range(0, set.Rows).Where(row => row % 10 == 0);

    public static PredictionSet With(PredictionSet selected, PredictionSet all, int[] rows) =>
        selected with
        {
            Columns = Columns("ab", [.. rows.Select(row => all.Columns["group"].Codes[row])]),
        };

    public static Dictionary<string, RowValues> Columns(string names, int[] codes) =>
        new() { ["group"] = new RowValues([.. names.Select(name => name.ToString())], codes) };
}
