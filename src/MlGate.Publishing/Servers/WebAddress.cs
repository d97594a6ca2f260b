namespace MlGate.Publishing.Servers;

/// <summary>The address of a repository's first page, which its other pages lie below.</summary>
internal sealed class WebAddress
{
    private readonly string root;

    private WebAddress(string root) => this.root = root;

    /// <summary>Of a page below a server's address; null unless that is https, without user, query and fragment.</summary>
    /// <param name="server">The server's address, with or without a path.</param>
    /// <param name="path">Below it; each part is escaped.</param>
    public static WebAddress? From(string? server, string path) =>
        Uri.TryCreate(server?.Trim(), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? new WebAddress($"{uri.AbsoluteUri.TrimEnd('/')}/{Escape(path)}".TrimEnd('/'))
            : null;

    /// <summary>A path whose parts mean nothing to an address.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A page below it.</summary>
    public Uri Below(string rest) => new($"{root}/{rest}");

    /// <summary>Itself with a query.</summary>
    public Uri With(string query) => new(root + query);
}
