using Microsoft.Playwright;

namespace MlGate.Browser.Tests;

/// <summary>The system's Chromium, started once for all tests; where there is none, every test says so and is skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Program = new[]
    {
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of its own, without a network and without what other pages left.</summary>
    internal async Task<IPage> Open(string file, int width, ColorScheme scheme)
    {
        Assert.SkipUnless(browser is not null, "Chromium is not installed; on Debian: apt-get install chromium");
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                ColorScheme = scheme,
                Offline = true,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>The same, and all that the page asked for or complained about.</summary>
    internal async Task<(IPage Page, IReadOnlyList<string> Requests, IReadOnlyList<string> Complaints)> Watch(string file, int width)
    {
        var page = await Open(file, width, ColorScheme.Light);
        var (requests, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.ReloadAsync();
        return (page, requests, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
