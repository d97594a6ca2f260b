// Draws a comment of a pull request as its host shows it, in light and dark: the pictures of README.md.
//
//   dotnet run eng/try.cs -- worse
//   mlgate show artifacts/try/worse/Service/obj/Debug/net10.0/mlgate/report.json --format comment > comment.md
//   dotnet run eng/comment-picture.cs -- comment.md docs/images
//
// Needs Chromium; on Debian: apt-get install chromium fonts-noto-color-emoji.
#:package Markdig
#:package Microsoft.Playwright
#:property PublishAot=false
using Markdig;
using Microsoft.Playwright;

const int Width = 830;
const string Style = """
    body { margin: 0; padding: 12px; width: 806px; box-sizing: border-box; background: var(--paper); color: var(--ink);
      font: 14px/1.5 "Noto Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif; }
    :root { --paper: #ffffff; --ink: #20262c; --line: #d4dbe1; --band: #f6f8fa; --code: #eceff2; --link: #0a5cb8; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #10151b; --ink: #eef2f6; --line: #3c454e; --band: #171d24; --code: #252c34; --link: #6db3ff; }
    }
    article { border: 1px solid var(--line); border-radius: 6px; }
    header { padding: 8px 16px; border-bottom: 1px solid var(--line); background: var(--band); border-radius: 6px 6px 0 0; }
    main { padding: 16px; }
    h2 { margin: 0 0 14px; padding-bottom: 7px; border-bottom: 1px solid var(--line); font-size: 21px; line-height: 1.25; }
    p, table, details { margin: 0 0 14px; }
    table { border-collapse: collapse; }
    th, td { padding: 6px 13px; border: 1px solid var(--line); }
    tr:nth-child(2n) td { background: var(--band); }
    code { padding: 2px 5px; border-radius: 5px; background: var(--code); font: 12px "DejaVu Sans Mono", monospace; }
    h2 code { font-size: 18px; }
    a { color: var(--link); }
    sub { font-size: 11px; vertical-align: baseline; }
    sub code { font-size: 10px; }
    """;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: dotnet run eng/comment-picture.cs -- COMMENT.md FOLDER");
    return 3;
}

var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();
var body = Markdown.ToHtml(await File.ReadAllTextAsync(args[0]), pipeline);
var page = $"""
    <!DOCTYPE html><meta charset="utf-8"><style>{Style}</style>
    <article><header><b>mlgate</b> commented</header><main>{body}</main></article>
    """;

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(
    new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] }
);
foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
{
    await using var context = await browser.NewContextAsync(
        new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = Width, Height = 400 },
            DeviceScaleFactor = 1.5f,
            Offline = true,
        }
    );
    var tab = await context.NewPageAsync();
    await tab.SetContentAsync(page);
    var file = Path.Combine(args[1], $"comment-{(scheme == ColorScheme.Light ? "light" : "dark")}.png");
    await tab.Locator("body").ScreenshotAsync(new LocatorScreenshotOptions { Path = file });
    Console.WriteLine(file);
}

return 0;
