using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reporting.Html;
using MlGate.Reports;
using MlGate.Statistics;

namespace MlGate.Reporting.Tests;

/// <summary>However much a report holds, the page stays small and says what it leaves out.</summary>
public sealed class HtmlSizeTests
{
    public static TheoryData<double> Extremes =>
        [0, double.Epsilon, 1e-300, 1e300, double.MaxValue, -double.MaxValue, double.NaN, double.PositiveInfinity];

    [Fact]
    public void Ten_thousand_findings_fit_and_what_is_left_out_is_counted()
    {
        var findings = Enumerable
            .Range(1, 10_000)
            .Select(n =>
                SampleModelFindings.Metric(
                    "recall",
                    "max-drop",
                    0.02,
                    0.8,
                    0.7,
                    -0.2,
                    -0.05,
                    n % 2 == 0 ? Outcome.Failed : Outcome.Passed,
                    n
                ) with
                {
                    Id = $"models.churn.segments.\"city={n}\".recall.max-drop",
                    Fix = "Retrain with the rows that are missing, or widen max-drop on purpose",
                }
            );

        var text = new HtmlRenderer().Render(ReportSamples.WithPictures(ReportSamples.Make([.. findings])));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), HtmlRenderer.MostBytes / 2, HtmlRenderer.MostBytes);
        var page = new HtmlParser().ParseDocument(text);
        var (failed, passed) = (
            page.QuerySelectorAll("details.finding").Length,
            page.QuerySelectorAll("section[aria-labelledby='passed'] tbody tr").Length
        );
        Assert.True(failed > 500 && passed > 500, $"{failed} failed and {passed} passed are shown");
        var left = page.QuerySelectorAll(".left").Select(note => note.TextContent).ToList();
        Assert.Contains(left, note =>
            note.StartsWith($"{(5_000 - failed).ToString("N0", CultureInfo.InvariantCulture)} of 5,000 findings", StringComparison.Ordinal)
        );
        Assert.Contains(left, note =>
            note.StartsWith($"{(5_000 - passed).ToString("N0", CultureInfo.InvariantCulture)} of 5,000 checks", StringComparison.Ordinal)
        );
        Assert.Contains(left, note => note.StartsWith("9,970 of 10,000 limits on segments", StringComparison.Ordinal));
    }

    [Fact]
    public void However_many_models_and_datasets_there_are_the_page_stays_small()
    {
        var sample = ReportSamples.All["fail"];
        ReportPart Many(ReportPart artifact, int n) => artifact with { Id = artifact.Id + n.ToString(CultureInfo.InvariantCulture) };
        var report = sample with
        {
            Parts = [.. Enumerable.Range(0, 400).SelectMany(n => sample.Parts.Select(artifact => Many(artifact, n)))],
        };

        var text = new HtmlRenderer().Render(report);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), HtmlRenderer.MostBytes / 2, HtmlRenderer.MostBytes);
        Assert.Contains(" of 400 models are not drawn", text, StringComparison.Ordinal);
        Assert.Contains(" of 1,200 artifacts are not shown", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void No_number_keeps_a_page_from_being_written(double value)
    {
        var finding = SampleModelFindings.Metric(
            "recall",
            "max-drop",
            double.IsFinite(value) ? value : 0.02,
            value,
            -value,
            value,
            -value,
            Outcome.Failed,
            7
        );

        // Evidence may lack its number; what is drawn beside it has been read from a file, or was finite when it was made.
        value = double.IsFinite(value) ? value : 1;
        ModelPlots picture = ReportPictures.Model() with
        {
            Reliability = new ReliabilityPair([], []),
            Flips = new Flips(new PairedTable(long.MaxValue, long.MaxValue, long.MaxValue, 0), long.MaxValue, 0),
            Importance = [new("a", value, -value), new("b", value)],
        };
        MetricHistory[] history =
        [
            new(
                "auc",
                [new PastValue(new string('a', 40), DateTimeOffset.MinValue, value, -value, value)],
                new Limit(LimitKinds.Min, value)
            ),
            new("empty", []),
        ];
        Distribution Bins(params DistributionBin[] bins) =>
            new()
            {
                Check = "x",
                Column = "x",
                AddedRowsOnly = false,
                Bins = bins,
            };
        DistributionBin Bin(double? from, double? to, long count) =>
            new()
            {
                Kind = BinKind.Range,
                From = from,
                To = to,
                Baseline = count,
                Candidate = 0,
            };
        IReadOnlyList<Distribution> data =
        [
            Bins(),
            Bins(Bin(value, -value, 1)),
            Bins(Bin(null, null, long.MaxValue), Bin(value, null, long.MaxValue)),
            Bins(Bin(value, value, 0)),
        ];

        var page = Parse(
            ReportSamples.WithPictures(
                ReportSamples.Make([finding, finding with { Id = "models.churn.segments.x.recall.max-drop" }]),
                picture,
                data,
                history
            )
        );

        Assert.NotEmpty(page.QuerySelectorAll("svg"));
        Assert.DoesNotMatch(
            "NaN|Infinity|∞\"",
            string.Concat(page.QuerySelectorAll("svg *").SelectMany(shape => shape.Attributes).Select(attribute => attribute.Value + "\n"))
        );
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(Report report) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(new HtmlRenderer().Render(report));
}
