using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What to do, once; and the command that accepts exactly what fails.</summary>
internal static class ActionSection
{
    public static MarkdownSection? Render(ReportReading reading, Headline headline, SummaryOptions options, PlaceLinks places)
    {
        if (headline.Next is not { } next)
        {
            return null;
        }

        var first = reading.Worst ?? reading.WorstWarning;
        string?[] links =
        [
            first is { } worst ? Links.Code(worst.Code) : null,
            Links.From("report", options.FullReport) is { } link ? "the " + link : null,
        ];
        var report = links.Any(link => link is not null) ? $" See {string.Join(" and ", links.OfType<string>())}." : "";
        var acceptable = reading.Blocking.Count > 0 && reading.Blocking.All(finding => finding.IsWaivable);
        var end = next.Parts is [.., { Kind: TextPartKind.Text, Value: [.., '?'] }] ? "" : ".";
        var action = Linked(next, first?.Place, places);
        if (!acceptable)
        {
            return new(0, "what to do", $"**What to do:** {action}{end}{report}");
        }

        var command = AcceptCommand.OfFailing(reading.Report) is { } accept
            ? $"`dotnet mlgate {accept}`"
            : "`dotnet mlgate accept --failing` with `--reason`, `--until` and `--gate`";
        return new(
            0,
            "what to do",
            $"**What to do:** {action}{end}{report} Or accept the result; this writes a waiver " + $"to commit:\n{command}"
        );
    }

    private static string Linked(SafeText phrase, FilePlace? place, PlaceLinks places) =>
        string.Concat(
            phrase.Parts.Select(part =>
                place is not null && part == TextPart.Place(place) ? places.Place(place) : MarkdownText.From($"{part}")
            )
        );
}
