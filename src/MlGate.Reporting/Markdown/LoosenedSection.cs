using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What the gate file loosens in the policy that it extends: loud, because a reviewer must see it.</summary>
internal static class LoosenedSection
{
    private const int Most = 20;

    public static MarkdownSection? Render(ReportReading reading)
    {
        var loosened = reading.Report.Loosened;
        if (loosened.Count == 0)
        {
            return null;
        }

        if (loosened is [var only])
        {
            var line = $"⚠️ **The gate file is less strict than its policy:** {MarkdownText.Sentence(only)}";
            return new(1, "loosened policy", line, line);
        }

        var lines = loosened.Take(Most).Select(line => "- " + MarkdownText.Sentence(line)).ToList();
        if (loosened.Count > Most)
        {
            lines.Add(MarkdownText.From($"- *{(long)(loosened.Count - Most)} more*"));
        }

        return new(
            1,
            "loosened policy",
            $"⚠️ **The gate file is less strict than its policy:**\n\n{string.Join('\n', lines)}",
            MarkdownText.From($"⚠️ **The gate file is less strict than its policy, in {(long)loosened.Count} places.**")
        );
    }
}
