using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>
/// One page that needs nothing else: no script, no request, no font, no image. The verdict and the next action first, then all
/// metrics, what needs attention, the models, the data, what passed, and the versions.
/// </summary>
internal sealed class HtmlRenderer : IReportRenderer
{
    /// <summary>A page that a browser shows at once, and that a mail or an artifact store takes.</summary>
    public const int MostBytes = 2_000_000;

    public string Format => "html";

    public string Extension => "html";

    public string Render(Report report)
    {
        var (reading, ids) = (new ReportReading(report), new PageIds());
        var headline = Headline.From(reading);
        Markup[] first =
        [
            VerdictPart.Render(headline, reading),
            GonePart.Render(reading),
            PreviewPart.Render(reading),
            WaiversPart.Render(reading),
            LoosenedPart.Render(reading),
        ];
        var metrics = MetricsPart.Render(reading, ids);
        var footer = FooterPart.Render(reading);

        // What matters most takes its room first; what passed takes what is left.
        var budget = new PageBudget(MostBytes - PageHead.Bytes - first.Sum(part => part.Bytes) - metrics.Bytes - footer.Bytes);
        var attention = AttentionPart.Render(reading, budget.Share(0.45));
        var models = ModelsPart.Render(reading, ids, budget.Share(0.5));
        var data = DataPart.Render(reading, ids, budget.Share(0.4));
        var versions = VersionsPart.Render(reading, budget.Share(0.2));
        var passed = PassedPart.Render(reading, budget.Share(0.95));
        (string Id, string Name, Markup Body)[] sections =
        [
            ("metrics", "Metrics", metrics),
            ("attention", "Needs attention", attention),
            ("models", "Models", models),
            ("data", "Data", data),
            ("passed", "Passed", passed),
            ("versions", "Versions", versions),
        ];
        var shown = sections.Where(section => section.Body.Length > 0).ToList();
        var links = Markup.Lines(
            shown.Select(section => (Markup)$"<li><a href=\"#{TextPart.Own(section.Id)}\">{TextPart.Own(section.Name)}</a></li>")
        );
        Markup body = $"""
            <body>
            <a class="skip" href="#main">Skip to the verdict</a>
            <header><p>MlGate · {TextPart.Name(report.Gate)}</p>
            <nav aria-label="Parts of the report"><ul>
            {links}
            </ul></nav></header>
            <main id="main">
            {Markup.Lines([.. first.Where(part => part.Length > 0), .. shown.Select(section => section.Body)])}
            </main>
            {footer}
            </body>
            </html>

            """;
        return PageHead.Render(report, headline) + body.ToString();
    }
}
