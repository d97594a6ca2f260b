using MlGate.Plots;
using MlGate.Reporting.Wording;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MlGate.Reporting.Html.Charts;

/// <summary>A drifted column in both versions, one over the other, as shares of the rows.</summary>
internal static class DistributionChart
{
    /// <summary>The chart of at least one bin.</summary>
    public static Figure Render(Distribution distribution)
    {
        var bins = distribution.Bins;
        var (before, now) = (Shares(bins, bin => bin.Baseline), Shares(bins, bin => bin.Candidate));
        var ranges = bins.All(bin => bin.Kind == BinKind.Range && Chart.IsDrawable(bin.From ?? 0) && Chart.IsDrawable(bin.To ?? 0));
        var model = ranges ? Histogram(bins, before, now) : Bars(bins, before, now);
        SafeText title = $"{TextPart.Name(distribution.Column)}";
        SafeText added = distribution.AddedRowsOnly ? $" The candidate includes only rows that are not in the baseline." : SafeText.Empty;
        return new Figure(
            title,
            $"Distribution of {title} in baseline and candidate.",
            model,
            Height: ranges ? Chart.Height - 60 : 70 + (bins.Count * 30)
        )
        {
            Key = ranges
                ? Figure.BothKey(baseline: true)
                : $"""<span class="key kq">baseline</span> <span class="key kr">candidate</span>""",
            Note = $"{Rows(bins, bin => bin.Baseline)} and {Rows(bins, bin => bin.Candidate)} rows with a value.{added}",
            Table = NumberTable.Render(
                title,
                [ranges ? (SafeText)$"range" : $"category", $"baseline", $"share", $"candidate", $"share"],
                bins.Select(
                    (bin, at) =>
                        (IReadOnlyList<SafeText>)
                            [
                                Name(bins, at),
                                $"{bin.Baseline}",
                                NumberTable.Percent(before[at]),
                                $"{bin.Candidate}",
                                NumberTable.Percent(now[at]),
                            ]
                )
            ),
        };
    }

    private static PlotModel Histogram(IReadOnlyList<DistributionBin> bins, double[] before, double[] now)
    {
        // An open bin is drawn as wide as its neighbours; the axis does not say where it ends.
        var width = bins.Where(bin => bin is { From: not null, To: not null })
            .Select(bin => bin.To!.Value - bin.From!.Value)
            .DefaultIfEmpty(1)
            .Max();
        (double From, double To)[] edges = [.. bins.Select(bin => (bin.From ?? bin.To - width ?? 0, bin.To ?? bin.From + width ?? 1))];
        var (least, most) = (edges.Min(edge => edge.From), edges.Max(edge => edge.To));
        if (most <= least)
        {
            (least, most) = Chart.Room([least, most]);
        }

        var model = Chart.Empty();
        model.Axes.Add(Chart.Axis(AxisPosition.Bottom, "value", least, most));
        model.Axes.Add(Shares(AxisPosition.Left, before, now));
        var area = new RectangleBarSeries { StrokeThickness = 0, FillColor = ChartColour.Area };
        for (var at = 0; at < edges.Length; at++)
        {
            area.Items.Add(new RectangleBarItem(edges[at].From, 0, edges[at].To, now[at]));
        }

        model.Series.Add(area);
        model.Series.Add(Chart.Candidate(Outline(edges, now)));
        model.Series.Add(Chart.Baseline(Outline(edges, before)));
        return model;
    }

    private static PlotModel Bars(IReadOnlyList<DistributionBin> bins, double[] before, double[] now)
    {
        var model = Chart.Empty();
        model.Axes.Add(Chart.Names(bins.Select((_, at) => Label(bins, at))));
        model.Axes.Add(Shares(AxisPosition.Bottom, before, now));
        var bars = new RectangleBarSeries { StrokeThickness = 0 };
        for (var at = 0; at < bins.Count; at++)
        {
            bars.Items.Add(new RectangleBarItem(0, at - 0.36, before[at], at - 0.02) { Color = ChartColour.Baseline });
            bars.Items.Add(new RectangleBarItem(0, at + 0.02, now[at], at + 0.36) { Color = ChartColour.Candidate });
        }

        model.Series.Add(bars);
        return model;
    }

    private static LinearAxis Shares(AxisPosition position, double[] before, double[] now) =>
        Chart.Axis(position, "share of the rows", 0, Math.Max(1e-6, before.Concat(now).Max()) * 1.08, share =>
            Chart.Number(Math.Round(share * 100, 6)) + "\u00A0%"
        );

    private static IEnumerable<DataPoint> Outline((double From, double To)[] edges, double[] shares)
    {
        yield return new DataPoint(edges[0].From, 0);
        for (var at = 0; at < edges.Length; at++)
        {
            yield return new DataPoint(edges[at].From, shares[at]);
            yield return new DataPoint(edges[at].To, shares[at]);
        }

        yield return new DataPoint(edges[^1].To, 0);
    }

    private static double[] Shares(IReadOnlyList<DistributionBin> bins, Func<DistributionBin, long> count)
    {
        var all = Math.Max(1, bins.Sum(bin => (double)count(bin)));
        return [.. bins.Select(bin => count(bin) / all)];
    }

    private static long Rows(IReadOnlyList<DistributionBin> bins, Func<DistributionBin, long> count) =>
        (long)Math.Min(9e18, bins.Sum(bin => (double)count(bin)));

    private static string Label(IReadOnlyList<DistributionBin> bins, int at) => bins[at].Name ?? Words(bins, at);

    private static SafeText Name(IReadOnlyList<DistributionBin> bins, int at) =>
        bins[at] switch
        {
            { Name: { } name } => $"{TextPart.Name(name)}",
            { Kind: BinKind.Range, From: { } from, To: { } to } => $"{TextPart.Number(Chart.Number(from) + " to " + Chart.Number(to))}",
            { Kind: BinKind.Range, To: { } to } => $"below {TextPart.Number(Chart.Number(to))}",
            { Kind: BinKind.Range, From: { } from } => $"from {TextPart.Number(Chart.Number(from))}",
            _ => $"{TextPart.Own(Words(bins, at))}",
        };

    // The names of categories that the gate file does not name are values of the data: they are counted instead.
    private static string Words(IReadOnlyList<DistributionBin> bins, int at) =>
        bins[at].Kind switch
        {
            BinKind.Missing => "missing",
            BinKind.Others => $"{Numbers.Count(bins[at].Merged ?? 0)} others",
            BinKind.Range => "all",
            _ => $"category {Numbers.Count(bins.Take(at + 1).Count(bin => bin is { Kind: BinKind.Category, Name: null }))}",
        };
}
