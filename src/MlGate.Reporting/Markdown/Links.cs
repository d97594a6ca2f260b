using MlGate.Findings;

namespace MlGate.Reporting.Markdown;

/// <summary>The links of a summary that lead out of it: those that the run gave, and no others.</summary>
internal static class Links
{
    /// <summary>
    /// A link, or null where the address is none that a page may lead to. An absolute address is escaped but for what Markdown reads
    /// between angle brackets.
    /// </summary>
    public static string? From(string words, Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
            ? $"[{words}](<{Escaped(address)}>)"
            : null;

    /// <summary>
    /// The page of a code. The code is one of the table, so nobody else chose the address.
    /// </summary>
    public static string Code(string code) =>
        Diagnostics.Find(code) is { } known ? $"[{known.Code}]({known.HelpLink})" : MarkdownText.Name(code);

    private static string Escaped(Uri address) =>
        address
            .AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);
}
