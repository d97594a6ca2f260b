using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>The checks that a pull request takes away: loud, because what is not checked any more cannot fail.</summary>
internal static class GonePart
{
    public static Markup Render(ReportReading reading) =>
        PreviewWords.Gone(reading) is not { } title
            ? Markup.Empty
            : $"""
                <section class="loosened" aria-labelledby="gone">
                <h2 id="gone">{title}</h2>
                <p>{PreviewWords.GoneNames(reading.Report)}. The old checks still apply to this pull request, but not after the merge.</p>
                </section>
                """;
}
