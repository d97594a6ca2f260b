namespace MlGate.Reporting.Markdown;

/// <summary>A part that opens with a click.</summary>
internal static class Details
{
    /// <summary>The part; title and summary are Markdown that is safe already.</summary>
    public static string From(string title, string summary, string body, bool open = false) =>
        $"""
            <details{(open ? " open" : "")}>
            <summary><b>{title}</b>: {summary}</summary>

            {body}

            </details>
            """;
}
