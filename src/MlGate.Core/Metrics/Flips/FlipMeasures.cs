namespace MlGate.Metrics.Flips;

/// <summary>The shares of changed predictions that a gate file can limit.</summary>
/// <remarks>
/// Sources: newly wrong and newly right are the negative and the positive flip rate of Yan et al. 2021, "Positive-congruent training";
/// backward trust and error compatibility are those of Srivastava et al. 2020, "An empirical analysis of backward compatibility in machine
/// learning systems".
/// </remarks>
public static class FlipMeasures
{
    /// <summary>All, in the order of the docs.</summary>
    public static IReadOnlyList<FlipMeasure> All { get; } =
    [
        OfAll("newly-wrong", "rows that the baseline predicts right and the candidate wrong / rows", (1, 0), totals =>
            totals.FalseNegatives
        ),
        OfAll("newly-right", "rows that the baseline predicts wrong and the candidate right / rows", (0, 1), totals =>
            totals.FalsePositives
        ),
        new(
            new CountedShare(
                "churn",
                "rows with another predicted class than the baseline's / rows",
                ShareRule.FromPredictions((_, _) => true, (old, now) => old != now, paired: true),
                totals => totals.Total - totals.AllHits
            )
            {
                IsLoss = true,
            },
            FlipRows.Predicted,
            (old, now) => old != now
        ),
        Kept(
            "backward-trust",
            "rows that both predict right / rows that the baseline predicts right",
            ("rows right before", 1),
            FlipRows.Right,
            (old, now) => (old, now) == (1, 0)
        ),
        Kept(
            "backward-error",
            "rows that both predict wrong / rows that the candidate predicts wrong",
            ("wrong rows", 0),
            FlipRows.RightNow,
            (now, old) => (now, old) == (0, 1)
        ),
    ];

    /// <summary>The measure of a key; null for none.</summary>
    public static FlipMeasure? Find(string key) => All.FirstOrDefault(measure => measure.Key == key);

    private static FlipMeasure OfAll(string key, string definition, (int Old, int Now) pair, Func<ConfusionTotals, double> successes) =>
        new(
            new CountedShare(
                key,
                definition,
                ShareRule.FromPredictions((_, _) => true, (old, now) => (old, now) == pair, paired: true),
                successes
            )
            {
                IsLoss = pair.Now == 0,
            },
            FlipRows.Right,
            (old, now) => (old, now) == pair
        );

    private static FlipMeasure Kept(
        string key,
        string definition,
        (string Name, int Label) among,
        FlipRows rows,
        Func<int, int, bool> lists
    ) =>
        new(
            new CountedShare(
                key,
                definition,
                ShareRule.FromPredictions((label, _) => label == among.Label, (_, predicted) => predicted == among.Label, paired: true),
                totals => totals.Hits[among.Label]
            )
            {
                Among = among,
            },
            rows,
            lists
        );
}
