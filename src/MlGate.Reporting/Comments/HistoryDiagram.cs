using System.Globalization;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Comments;

/// <summary>
/// A history as a line chart in Mermaid's language, which GitHub draws itself, so that no picture leaves the host. Only lines: bars start
/// at the axis' end, where a small loss
/// looks like a small gain.
/// </summary>
internal static class HistoryDiagram
{
    // The first colour of its own palette is nearly invisible, and there is no legend: words beside the chart name the colours, which show
    // on light and on dark.
    private const string Palette =
        """%%{init: {"xyChart": {"height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "#218bff, #e5534b"}}}}%%""";

    // Longer titles are cut.
    private const int LongestTitle = 45;
    private const double Largest = 1e9;
    private const double Smallest = 1e-5;

    /// <summary>The chart without its fence; null for numbers that the language cannot write, which has no exponents.</summary>
    /// <param name="line">The values.</param>
    /// <param name="change">What the last of them is called.</param>
    public static string? Render(HistoryLine line, ChangeWords change)
    {
        var title = $" of accepted models, then {change.This}";
        var (least, most) = (line.Numbers.Min(), line.Numbers.Max());
        if (line.Numbers.Any(value => !(Math.Abs(value) <= Largest)) || (most > least && most - least < Smallest))
        {
            return null;
        }

        var room = most > least ? (most - least) / 8 : Math.Max(Math.Abs(most) / 100, 0.01);
        var (from, to) = (least >= 0 ? Math.Max(0, least - room) : least - room, most <= 1 ? Math.Min(1, most + room) : most + room);
        if (to <= from)
        {
            (from, to) = (from - room, to + room);
        }

        string Number(double value) =>
            value.ToString("F" + line.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string Numbers(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(Number))}]";

        var measure = MermaidText.Quoted(line.Measure, LongestTitle - title.Length);
        var alone = "\"Accepted models, then " + change.This;
        List<string> lines =
        [
            Palette,
            "xychart-beta",
            "    title " + (line.Measure.Length <= LongestTitle - title.Length ? measure[..^1] + title : alone) + "\"",
            $"    x-axis [{string.Join(", ", line.Labels.Append(change.This).Select(label => $"\"{label}\""))}]",
            $"    y-axis {MermaidText.Quoted(line.Measure, 24)} {Number(from)} --> {Number(to)}",
            $"    line {Numbers([.. line.Past.Select(value => value.Value), line.Now])}",
        ];
        if (line.Limit is { } limit)
        {
            lines.Add($"    line {Numbers(Enumerable.Repeat(limit, line.Past.Count + 1))}");
        }

        return string.Join('\n', lines);
    }
}
