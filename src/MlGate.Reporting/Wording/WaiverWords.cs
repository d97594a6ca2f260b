using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says who accepted what, why and until when.</summary>
internal static class WaiverWords
{
    /// <summary><c>accepted by Jane until 2026-12-31: the old labels were wrong</c>.</summary>
    public static SafeText For(ReportedWaiver waiver) =>
        $"accepted by {TextPart.Text(waiver.Owner)} until {Until(waiver)}: {TextPart.Text(waiver.Reason)}";

    /// <summary>The last day, with a warning where it is near.</summary>
    public static SafeText Until(ReportedWaiver waiver)
    {
        // A day of a report has only digits and hyphens; as a number its hyphens would become signs.
        var day = new TextPart(TextPartKind.Words, waiver.Until);
        return waiver.ExpiresSoon ? SafeText.From($"{day} (soon)") : SafeText.From($"{day}");
    }
}
