using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>What happened, why, and the one thing to do next.</summary>
internal static class VerdictPart
{
    private const int Most = 3;

    public static Markup Render(Headline headline, ReportReading reading)
    {
        Markup lead = headline.Lead is { } phrase ? Markup.From($"\n<p class=\"lead\">{phrase}</p>") : Markup.Empty;
        Markup reason = headline.Reason is { } basis ? Markup.From($"\n<p>{basis}</p>") : Markup.Empty;
        Markup next = headline.Next is { } action ? Markup.From($"\n<p class=\"next\"><b>What to do:</b> {action}.</p>") : Markup.Empty;
        return $"""
            <section class="verdict {TextPart.Own(ClassOf(headline.Form))}" aria-labelledby="verdict">
            <h1 id="verdict"><span class="mark">{TextPart.Own(headline.Word)}</span> {headline.Title}</h1>{lead}{reason}{next}
            {Versions(reading)}{Behind(reading)}
            </section>
            """;
    }

    private static string ClassOf(ReportForm form) =>
        form switch
        {
            ReportForm.Passed => "good",
            ReportForm.FirstMeasurement => "quiet",
            ReportForm.PassedWithWarnings
            or ReportForm.PassedWithWaivers
            or ReportForm.Undecided
            or ReportForm.NotComparable
            or ReportForm.BaselineRequired => "warn",
            _ => "bad",
        };

    private static Markup Versions(ReportReading reading)
    {
        var artifacts = reading.Main.Where(artifact => artifact.Candidate is not null).Take(Most);
        return Markup.Lines(
            artifacts.Select(artifact => (Markup)$"<p class=\"versions\">{VersionWords.For(artifact)}{Test(artifact)}</p>")
        );
    }

    private static Markup Behind(ReportReading reading) =>
        BehindWords.For(reading.Report) is { } sentence ? Markup.From($"\n<p class=\"versions\">{sentence}.</p>") : Markup.Empty;

    private static SafeText Test(ArtifactPart part) =>
        part is ModelPart { Test: { } test } ? (SafeText)$" of {TextPart.Name(test.Text)}" : $"";
}
