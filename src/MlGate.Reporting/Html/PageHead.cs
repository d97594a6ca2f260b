using System.Security.Cryptography;
using System.Text;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The head of the page: a policy that forbids everything but the page's own style sheet, named by its hash.</summary>
internal static class PageHead
{
    private static readonly string Style = ReadStyle();
    private static readonly string Hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Room that the head takes, the longest title included.</summary>
    public static int Bytes { get; } = Style.Length + 8_000;

    /// <summary>From the first byte to the end of the head.</summary>
    public static string Render(Report report, Headline headline) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{HtmlText.PlainOf($"{TextPart.Name(report.Gate)}: {headline.Title}")} · MlGate</title>
            <style>{Style}</style>
            </head>

            """;

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PageHead).Assembly.GetManifestResourceStream("report.css")!);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
