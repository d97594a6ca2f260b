// Measures how soon a browser shows a page of this disk, by its own clock. Prints the median of so many fresh pages; judges nothing.
//
//   dotnet run -c Release --project tests/MlGate.Benchmarks -- reports 10000 DIR
//   dotnet run eng/first-paint.cs -- DIR/report.html [pages]
//
// Needs Chromium; on Debian: apt-get install chromium.
#:package Microsoft.Playwright
#:property PublishAot=false
using System.Globalization;
using Microsoft.Playwright;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("Usage: dotnet run eng/first-paint.cs -- PAGE [pages]");
    return 3;
}

var address = new Uri(Path.GetFullPath(args[0])).AbsoluteUri;
var pages = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 9;
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(
    new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] }
);
foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
{
    List<(double Paint, double Loaded)> times = [];
    for (var at = 0; at < pages; at++)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);

        // The paint may come after the page is loaded.
        var paint = await page.EvaluateAsync<double>(
            """
            () => new Promise(done => new PerformanceObserver((list, observer) => {
              const entry = list.getEntriesByName('first-contentful-paint')[0];
              if (entry) { observer.disconnect(); done(entry.startTime); }
            }).observe({ type: 'paint', buffered: true }))
            """
        );
        times.Add((paint, await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd")));
    }

    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{scheme, -5} first contentful paint {Median(times.Select(time => time.Paint)), 6:F0} ms, loaded "
                + $"{Median(times.Select(time => time.Loaded)), 6:F0} ms ({pages} pages, {new FileInfo(args[0]).Length:N0} bytes)"
        )
    );
}

return 0;

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
