using MlGate.Reports;

namespace MlGate.Publishing.Comments;

/// <summary>Finds a gate's comment by its first bytes.</summary>
internal static class CommentMarker
{
    /// <inheritdoc cref="ReportMarker.From"/>
    public static string From(string gate) => ReportMarker.From(gate);

    // At the start only: a reply that quotes the comment, or a name in a table, holds the marker elsewhere.
    public static bool Begins(string? body, string gate) => body is not null && body.StartsWith(From(gate), StringComparison.Ordinal);
}
