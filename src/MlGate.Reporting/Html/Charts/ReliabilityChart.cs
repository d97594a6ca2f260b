using MlGate.Plots;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using OxyPlot;
using OxyPlot.Axes;

namespace MlGate.Reporting.Html.Charts;

/// <summary>Predicted probability against what really happened, before and after; on the diagonal a model means what it says.</summary>
internal static class ReliabilityChart
{
    /// <summary>The chart.</summary>
    /// <param name="pair">The bins.</param>
    /// <param name="level">Two-sided level of the bounds.</param>
    public static Figure Render(ReliabilityPair pair, double level)
    {
        var model = Chart.Empty();
        model.Axes.Add(Chart.Share(AxisPosition.Bottom, "predicted probability"));
        model.Axes.Add(Chart.Share(AxisPosition.Left, "observed share"));
        model.Series.Add(Chart.Line([new(0, 0), new(1, 1)], ChartColour.Axis, 1));
        if (pair.Baseline is { } before)
        {
            model.Series.Add(Chart.Baseline(Points(before)));
            model.Series.Add(Chart.Dots(Points(before), ChartColour.Baseline, 3, ring: true));
        }

        foreach (var bin in pair.Candidate.Where(bin => bin is { Lower: not null, Upper: not null }))
        {
            model.Series.Add(
                Chart.Line([new(bin.Predicted, bin.Lower!.Value), new(bin.Predicted, bin.Upper!.Value)], ChartColour.Candidate, 1)
            );
        }

        model.Series.Add(Chart.Candidate(Points(pair.Candidate)));
        model.Series.Add(Chart.Dots(Points(pair.Candidate), ChartColour.Candidate));
        SafeText bounds = pair.Candidate.Any(bin => bin.Lower is not null)
            ? $" Bars: {TextPart.Number(Numbers.Percent(level))} interval (Wilson) of the candidate."
            : SafeText.Empty;
        return new Figure(
            $"Reliability",
            $"Reliability: mean probability and observed share in {(long)pair.Candidate.Count} bins of equal mass; largest distance "
                + $"from the diagonal: {Farthest(pair.Candidate)}.",
            model
        )
        {
            Key = Figure.BothKey(pair.Baseline is not null),
            Note = $"On the diagonal, the probabilities are correct.{bounds}",
            Table = Markup.Lines([
                Table(pair.Candidate, $"candidate"),
                pair.Baseline is { } other ? Table(other, $"baseline") : Markup.Empty,
            ]),
        };
    }

    private static SafeText Farthest(IReadOnlyList<ReliabilityBin> bins) =>
        NumberTable.Cell(bins.Count == 0 ? null : bins.Max(bin => Math.Abs(bin.Predicted - bin.Observed)));

    private static Markup Table(IReadOnlyList<ReliabilityBin> bins, SafeText who) =>
        NumberTable.Render(
            who,
            [$"predicted", $"observed", $"from", $"to", $"rows"],
            bins.Select(bin =>
                (IReadOnlyList<SafeText>)
                    [
                        NumberTable.Cell(bin.Predicted),
                        NumberTable.Cell(bin.Observed),
                        NumberTable.Cell(bin.Lower),
                        NumberTable.Cell(bin.Upper),
                        $"{bin.Rows}",
                    ]
            )
        );

    private static IEnumerable<DataPoint> Points(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Select(bin => new DataPoint(bin.Predicted, bin.Observed));
}
