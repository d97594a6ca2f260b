using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says who accepted what, why and until when.</summary>
internal static class WaiverWords
{
    /// <summary><c>accepted by Jane until 2026-12-31: the old labels were wrong</c>.</summary>
    public static Phrase Of(ReportedWaiver waiver) =>
        $"accepted by {Piece.Text(waiver.Owner)} until {Until(waiver)}: {Piece.Text(waiver.Reason)}";

    /// <summary>The last day, with a warning where it is near.</summary>
    public static Phrase Until(ReportedWaiver waiver)
    {
        // A day of a report has only digits and hyphens; as a number its hyphens would become signs.
        var day = new Piece(PieceKind.Words, waiver.Until);
        return waiver.ExpiresSoon ? Phrase.Of($"{day} (soon)") : Phrase.Of($"{day}");
    }
}
