using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MlGate.Reporting.Html;
using MlGate.Reporting.Tests;
using MlGate.Testing;

namespace MlGate.Browser.Tests;

/// <summary>The HTML report in a real browser.</summary>
public sealed class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Focusable =
        "[...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')].filter(element => element.checkVisibility())";
    private const string Content =
        "getComputedStyle(document.querySelector('details.finding:not([open])'), '::details-content').contentVisibility";
    private readonly TempFolder folder = new();

    public static TheoryData<string, ColorScheme> FormsInBothThemes =>
        new(
            from form in new[]
            {
                "fail",
                "pass",
                "warn",
                "waived",
                "check-gone",
                "stale",
                "inconclusive",
                "no-baseline",
                "nothing-measured",
            }
            from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
            select (form, scheme)
        );

    public static TheoryData<string, int> FormsInBothWidths =>
        new(from form in ReportSamples.All.Keys from width in new[] { 360, 1280 } select (form, width));

    [Theory]
    [MemberData(nameof(FormsInBothThemes))]
    public async Task Axe_finds_no_violation(string form, ColorScheme scheme)
    {
        var page = await chromium.Open(Write(form), 1280, scheme);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.True(result.Passes.Length > 15, $"only {result.Passes.Length} rules applied");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_violation_on_a_phone(ColorScheme scheme)
    {
        var page = await chromium.Open(Write("fail"), 400, scheme);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
    }

    [Fact]
    public async Task No_number_of_a_metric_is_cut_on_a_phone()
    {
        var page = await chromium.Open(Write("fail"), 400, ColorScheme.Light);

        Assert.Equal(5, await page.EvaluateAsync<int>("document.querySelectorAll('#metrics ~ * .metrics tbody tr').length"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('#metrics ~ * .metrics tbody :is(th, td)')].filter(cell => "
                    + "cell.getBoundingClientRect().right > innerWidth || cell.scrollWidth > cell.clientWidth + 1).length"
            )
        );
    }

    [Theory]
    [MemberData(nameof(FormsInBothWidths))]
    public async Task Nothing_is_wider_than_the_screen_and_nothing_leaves_the_page(string form, int width)
    {
        var file = Write(form);

        var (page, requests, complaints) = await chromium.Watch(file, width);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal([new Uri(file).AbsoluteUri], requests);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(680)]
    [InlineData(780)]
    [InlineData(1280)]
    public async Task A_place_never_hangs_out_of_its_finding(int width)
    {
        var page = await chromium.Open(Write("fail"), width, ColorScheme.Light);

        Assert.Equal(5, await page.EvaluateAsync<int>("document.querySelectorAll('details.finding summary').length"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('details.finding summary')].filter(summary => "
                    + "summary.querySelector('.place').getBoundingClientRect().bottom > summary.getBoundingClientRect().bottom).length"
            )
        );
    }

    [Fact]
    public async Task The_policy_holds_against_what_somebody_might_add()
    {
        var file = Write("pass");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            text.Replace(
                "</main>",
                "<img src=\"file:///etc/hostname\"><script>document.title = 'run'</script><p id=\"added\" style=\"color: rgb(1, 2, "
                    + "3)\">x</p></main>",
                StringComparison.Ordinal
            ),
            TestContext.Current.CancellationToken
        );

        var (page, _, complaints) = await chromium.Watch(file, 1280);

        Assert.Equal(3, complaints.Count(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)));
        Assert.NotEqual("run", await page.TitleAsync());
        Assert.NotEqual("rgb(1, 2, 3)", await page.EvaluateAsync<string>("getComputedStyle(document.getElementById('added')).color"));
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_the_order_of_the_page()
    {
        var page = await chromium.Open(Write("fail"), 1280, ColorScheme.Light);
        var expected = await page.EvaluateAsync<int>(Focusable + ".length");

        List<int> reached = [];
        for (var press = 0; press < expected; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<int>(Focusable + ".indexOf(document.activeElement)"));
        }

        Assert.True(expected > 25, $"only {expected} elements can be reached");
        Assert.Equal(Enumerable.Range(0, expected), reached);
    }

    [Fact]
    public async Task The_first_key_shows_the_way_past_the_links_and_a_closed_part_opens_by_key()
    {
        var page = await chromium.Open(Write("fail"), 1280, ColorScheme.Light);

        await page.Keyboard.PressAsync("Tab");
        var box = await page.Locator(".skip").BoundingBoxAsync();
        await page.Keyboard.PressAsync("Enter");
        var closed = page.Locator("details.finding:not([open])").First;
        await closed.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.True(box is { X: >= 0, Y: >= 0 }, "the link stays out of sight");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.parentElement.open"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }

    [Fact]
    public async Task Paper_is_white_and_shows_what_is_closed()
    {
        var page = await chromium.Open(Write("fail"), 1280, ColorScheme.Dark);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = false)");
        var onScreen = await page.EvaluateAsync<string>(Content);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal("hidden", onScreen);
        Assert.Equal("visible", await page.EvaluateAsync<string>(Content));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.True((await page.Locator("section[aria-labelledby='passed'] tbody tr").First.BoundingBoxAsync())!.Height > 0);
        Assert.False(await page.Locator("nav").IsVisibleAsync());
        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF"u8.ToArray(), paper[..4]);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Lines_of_the_two_models_differ_from_the_paper_and_from_each_other(ColorScheme scheme)
    {
        var page = await chromium.Open(Write("fail"), 1280, scheme);

        var colours = await page.EvaluateAsync<string[]>(
            "[getComputedStyle(document.body).backgroundColor, ...['.sb', '.sc', '.sl'].map(name => "
                + "getComputedStyle(document.querySelector(name)).stroke)]"
        );

        Assert.Equal(4, colours.Distinct().Count());
        Assert.DoesNotContain("none", colours);
    }

    public void Dispose() => folder.Dispose();

    private string Write(string form) => folder.Write("report.html", new HtmlRenderer().Render(ReportSamples.All[form]));
}
