using MlGate.Reporting.Markdown;

namespace MlGate.Reporting.Comments;

/// <summary>The links of a comment that lead out of it: those that the run gave, and no others.</summary>
internal static class LinksSection
{
    public static MarkdownSection? Render(CommentOptions options)
    {
        string?[] links = [Link("Full report", options.FullReport), Link("Run log", options.RunLog)];
        var shown = links.OfType<string>().ToList();
        return shown.Count == 0 ? null : new(1, "links", string.Join(" · ", shown));
    }

    /// <summary>
    /// A link, or null where the address is none that a page may lead to. An absolute address is escaped but for what Markdown reads
    /// between angle brackets.
    /// </summary>
    public static string? Link(string words, Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
            ? $"[{words}](<{Escaped(address)}>)"
            : null;

    private static string Escaped(Uri address) =>
        address
            .AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);
}
