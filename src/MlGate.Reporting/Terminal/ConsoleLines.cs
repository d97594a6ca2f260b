using System.Globalization;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Terminal;

/// <summary>Collects lines, and wraps them between words where a width is given.</summary>
internal sealed class ConsoleLines(int? width)
{
    private const int Narrowest = 40;
    private readonly List<ConsoleLine> lines = [];

    /// <summary>The lines so far, without an empty one at the end.</summary>
    public IReadOnlyList<ConsoleLine> Lines => lines.Count > 0 && lines[^1].Spans.Count == 0 ? lines[..^1] : lines;

    /// <summary>An empty line, unless there is one already.</summary>
    public void Gap()
    {
        if (lines.Count > 0 && lines[^1].Spans.Count > 0)
        {
            lines.Add(new ConsoleLine());
        }
    }

    /// <summary>A line of one style.</summary>
    public void Add(int indent, SafeText phrase, ConsoleStyle style = ConsoleStyle.Plain) =>
        AddSpans(indent, new ConsoleSpan(ConsoleText.From(phrase), style));

    /// <summary>A line; what does not fit goes on below, two columns further in.</summary>
    public void AddSpans(int indent, params IReadOnlyList<ConsoleSpan> spans)
    {
        var line = new List<ConsoleSpan> { new(new string(' ', indent)) };
        if (width is null)
        {
            lines.Add(Trimmed([.. line, .. spans]));
            return;
        }

        var (used, fits) = (indent, Math.Max(width.Value, Narrowest));
        foreach (var span in spans)
        {
            foreach (var word in Words(span.Text))
            {
                var columns = new StringInfo(word).LengthInTextElements;
                if (used + columns > fits && used > indent + 2)
                {
                    lines.Add(Trimmed(line));
                    line = [new(new string(' ', indent + 2))];
                    used = indent + 2;
                }

                line.Add(span with { Text = used == indent + 2 && line.Count == 1 ? word.TrimStart(' ') : word });
                used += columns;
            }
        }

        lines.Add(Trimmed(line));
    }

    /// <summary>A line of a table, which is not broken; cut where it is wider than the terminal.</summary>
    public void AddWhole(IReadOnlyList<ConsoleSpan> spans)
    {
        var line = new List<ConsoleSpan>();
        var left = width is { } known ? Math.Max(known, Narrowest) : int.MaxValue;
        foreach (var span in spans)
        {
            var text = new StringInfo(span.Text);
            line.Add(text.LengthInTextElements <= left ? span : span with { Text = text.SubstringByTextElements(0, left) });
            left = Math.Max(0, left - text.LengthInTextElements);
        }

        if (line.Count > 0)
        {
            line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd(' ') };
        }

        lines.Add(Trimmed(line));
    }

    // A word keeps the spaces before it.
    private static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }
            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    // Neighbours of one style are one span, so that coloured output stays short.
    private static ConsoleLine Trimmed(List<ConsoleSpan> spans)
    {
        var joined = new List<ConsoleSpan>();
        foreach (var span in spans.Where(span => span.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Style == span.Style)
            {
                joined[^1] = span with { Text = joined[^1].Text + span.Text };
            }
            else
            {
                joined.Add(span);
            }
        }

        return new ConsoleLine([.. joined]);
    }
}
