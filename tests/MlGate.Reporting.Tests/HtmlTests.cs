using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MlGate.Reporting.Html;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

/// <summary>The page as a parser of browsers sees it.</summary>
public sealed partial class HtmlTests
{
    private static readonly HashSet<string> Elements =
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "section",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "li",
        "b",
        "small",
        "span",
        "code",
        "bdi",
        "div",
        "details",
        "summary",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "path",
        "polyline",
        "polygon",
        "rect",
        "circle",
        "text",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "href",
        "rel",
        "id",
        "aria-label",
        "aria-labelledby",
        "role",
        "tabindex",
        "open",
        "scope",
        "width",
        "height",
        "viewbox",
        "x",
        "y",
        "cx",
        "cy",
        "r",
        "d",
        "points",
        "stroke-width",
        "stroke-dasharray",
        "text-anchor",
        "transform",
    ];

    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_page_grows_no_active_element(int payload)
    {
        var (harmless, hostile) = (Parse(InjectionTests.Report("plain")), Parse(InjectionTests.Report(Payloads.All[payload])));

        Assert.Equal(Structure(harmless), Structure(hostile));
        Assert.All(hostile.All, element => Assert.Contains(element.LocalName, Elements));
        Assert.All(hostile.All.SelectMany(element => element.Attributes), attribute =>
            Assert.Contains(attribute.Name.ToLowerInvariant(), Attributes)
        );
        Assert.All(hostile.QuerySelectorAll("[href]"), link => Assert.Matches(OwnAddress(), link.GetAttribute("href")));
        Assert.Empty(hostile.Descendants<IComment>());
        Assert.All(hostile.DocumentElement.TextContent, letter =>
            Assert.True(letter == '\n' || InjectionTests.Visible(letter), $"U+{(int)letter:X4}")
        );
        Assert.All(hostile.All.SelectMany(element => element.Attributes).SelectMany(attribute => attribute.Value), letter =>
            Assert.True(InjectionTests.Visible(letter), $"U+{(int)letter:X4}")
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_page_keeps_its_own_policy(string form)
    {
        var page = Parse(ReportSamples.All[form]);

        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, base, [style], [src], [onclick]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_page_can_be_read_without_eyes(string form)
    {
        var page = Parse(ReportSamples.All[form]);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair =>
            Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}")
        );
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element =>
            Assert.NotEmpty(page.GetElementById(element.GetAttribute("aria-labelledby")!)!.TextContent)
        );
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("svg"), chart =>
            Assert.Equal(("img", "title"), (chart.GetAttribute("role"), chart.FirstElementChild!.LocalName))
        );
        Assert.All(page.QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), (string[])["col", "row"]));
        Assert.All(page.QuerySelectorAll("figure"), figure =>
            Assert.True(figure.QuerySelector("table") is not null || figure.ClassList.Contains("wide"), figure.TextContent)
        );
        Assert.All(page.QuerySelectorAll("table"), table =>
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
                Assert.Equal(table.QuerySelectorAll("thead th, thead td").Length, row.Children.Length)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_verdict_stands_first_and_every_finding_has_its_place(string form)
    {
        var report = ReportSamples.All[form];

        var page = Parse(report);

        Assert.Equal("verdict", page.QuerySelector("main")!.FirstElementChild!.GetAttribute("aria-labelledby"));
        Assert.Equal(report.Findings.Count, page.QuerySelectorAll("details.finding, section[aria-labelledby='passed'] tbody tr").Length);
        var places = page.QuerySelectorAll(".place, section[aria-labelledby='passed'] td:last-child")
            .Select(place => place.TextContent)
            .ToList();
        Assert.Equal(
            report
                .Findings.Select(finding =>
                    finding.Place switch
                    {
                        null => "–",
                        { Line: 0 } place => $"samples/churn/{place.File}",
                        { } place => $"samples/churn/{place.File}:{place.Line}:{place.Column}",
                    }
                )
                .Order(StringComparer.Ordinal),
            places.Order(StringComparer.Ordinal)
        );
        Assert.Empty(page.QuerySelectorAll(".left"));
    }

    [Fact]
    public void Everything_that_a_report_carries_is_drawn()
    {
        var page = Parse(ReportSamples.All["fail"]);

        var figures = page.QuerySelectorAll("figcaption b").Select(title => title.TextContent).ToList();
        Assert.Equal(
            [
                "ROC curve",
                "Precision and recall",
                "Reliability",
                "Flips",
                "Importance of features",
                "History of auc",
                "recall (min)",
                "monthly_charges",
                "contract",
            ],
            figures
        );
        Assert.Equal(
            ["1,604", "91", "48", "370"],
            page.QuerySelectorAll(".flips td").Select(cell => cell.TextContent).Where(text => text.Length > 0)
        );
        Assert.Equal(
            ["category 1", "category 2", "3 others", "missing"],
            page.QuerySelectorAll("section[aria-labelledby='data'] figure:last-child tbody th").Select(cell => cell.TextContent).Skip(1)
        );
        Assert.Equal(6, page.QuerySelectorAll(".metrics .strip svg").Length);
    }

    [Theory]
    [InlineData("stale", "The baseline is 14 commits behind origin/main, and models.churn has changed there since")]
    [InlineData("stale-only", "The baseline is 1 commit behind origin/main; no dataset or model of this gate has changed there since")]
    public void The_verdict_says_how_old_the_baseline_is(string form, string expected) =>
        Assert.Contains(expected, Parse(ReportSamples.All[form]).QuerySelector("section.verdict")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_dashed_ring_and_a_full_dot_tell_the_models_apart_without_colour()
    {
        var roc = Parse(ReportSamples.All["fail"]).QuerySelector("figure svg")!;

        Assert.Contains(roc.QuerySelectorAll("polyline"), line => line.ClassList.Contains("sb") && line.HasAttribute("stroke-dasharray"));
        Assert.Contains(roc.QuerySelectorAll("polyline"), line => line.ClassList.Contains("sc") && !line.HasAttribute("stroke-dasharray"));
        Assert.Contains(roc.QuerySelectorAll("circle"), dot => dot.ClassName == "sb");
        Assert.Contains(roc.QuerySelectorAll("circle"), dot => dot.ClassName == "fc");
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(Report report) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(new HtmlRenderer().Render(report));

    // A chart's grid follows the room that its labels leave; the elements in it are looked at one by one.
    private static string Structure(IDocument page) =>
        string.Join(
            '\n',
            page.All.Where(element => element.LocalName == "svg" || element.Closest("svg") is null)
                .Select(element => $"{element.LocalName} {AttributesOf(element)}")
        );

    private static string AttributesOf(IElement element) =>
        string.Join(
            ' ',
            element
                .Attributes.Where(attribute => attribute.Name is not ("aria-label" or "viewBox" or "height"))
                .Select(attribute => attribute.Name + "=" + attribute.Value)
        );

    [GeneratedRegex("^(#[a-z]+|https://github\\.com/mlgate/mlgate/blob/main/docs/diagnostics/MLG[0-9]{4}\\.md)$")]
    private static partial Regex OwnAddress();
}
