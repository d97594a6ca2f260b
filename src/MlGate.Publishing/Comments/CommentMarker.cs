using MlGate.Reports;

namespace MlGate.Publishing.Comments;

/// <summary>Finds a gate's comment by its first bytes.</summary>
internal static class CommentMarker
{
    /// <inheritdoc cref="ReportMarker.Of"/>
    public static string Of(string gate) => ReportMarker.Of(gate);

    // At the start only: a reply that quotes the comment, or a name in a table, holds the marker elsewhere.
    public static bool Begins(string? body, string gate) => body is not null && body.StartsWith(Of(gate), StringComparison.Ordinal);
}
