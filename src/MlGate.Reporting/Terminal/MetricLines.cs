using System.Globalization;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Terminal;

/// <summary>All metrics of all models as a table, failures first; narrow enough for 80 columns where no name is long.</summary>
internal static class MetricLines
{
    private const int Gap = 2;
    private const int Narrowest = 8;
    private const int Widest = 40;
    private const int Most = 12;

    public static void Write(ConsoleLines text, ReportReading reading, ConsoleOptions options)
    {
        var rows = reading.Metrics;
        if (rows.Count == 0)
        {
            return;
        }

        var (shown, others) = options.Verbose ? (rows, []) : reading.ShortMetrics(Most);
        List<Cells> cells =
        [
            new Cells(
                "",
                "",
                ConsoleText.From($"{VersionWords.BaselineName(reading)} → {TextPart.Text(options.Candidate)}"),
                $"change ({Numbers.Percent(1 - (2 * reading.Report.Alpha))} confidence)",
                ["allowed"],
                ConsoleStyle.Quiet,
                ConsoleStyle.Quiet
            ),
            .. shown.Select(row => From(row, named: reading.Models.Count > 1)),
        ];
        var (outcome, values, change) = (
            cells.Max(row => Length(row.Outcome)) + Gap,
            cells.Max(row => Length(row.Values)) + Gap,
            cells.Max(row => Length(row.Change)) + Gap
        );

        // A long name stands on a line of its own; where even a short one leaves no room, the limits stand below the numbers.
        var free = (options.Width ?? int.MaxValue) - outcome - values - change - Gap;
        var allowed = cells.Max(row => row.Limits.Max(Length));
        var longest = cells.Max(row => Length(row.Name));
        var isNarrow = free - allowed < Math.Min(longest, Narrowest);
        var name = options.Width is null
            ? longest + Gap
            : Math.Min(longest, Math.Clamp(isNarrow ? free + Gap : free - allowed, Narrowest, Widest)) + Gap;
        var widths = new Widths(outcome, name, values, change);
        foreach (var row in cells)
        {
            Write(text, row, widths, isNarrow);
        }

        if (others.Count > 0)
        {
            var what = others.All(row => row.Segment is not null) ? "more on segments" : "more";
            text.Add(Gap, $"and {(long)others.Count} {TextPart.Own(what)}: {OutcomeCounts.OfRest([.. others.Select(row => row.Worst)])}");
        }

        text.Gap();
    }

    private static Cells From(MetricRow row, bool named)
    {
        SafeText whose = named ? SafeText.From($"{TextPart.Name(row.Model.Name ?? row.Model.Text)} ") : SafeText.Empty;
        var limits = row.Findings.Select(finding => LimitWords.For(finding.Evidence)).OfType<SafeText>().Select(ConsoleText.From).ToList();
        return new Cells(
            OutcomeWords.From(row.Worst).Word,
            ConsoleText.From($"{whose}{row.Name}"),
            ConsoleText.From(row.Values),
            ConsoleText.From(row.Change),
            limits.Count == 0 ? ["–"] : limits,
            FindingLines.StyleOf(row.Worst),
            ConsoleStyle.Strong
        );
    }

    private static void Write(ConsoleLines text, Cells row, Widths widths, bool isNarrow)
    {
        var plain = row.Style == ConsoleStyle.Quiet ? ConsoleStyle.Quiet : ConsoleStyle.Plain;
        List<ConsoleSpan> line = [new(Padded(row.Outcome, widths.Outcome), row.Style), new(Padded(row.Name, widths.Name), row.NameStyle)];
        if (Length(row.Name) > widths.Name - Gap)
        {
            text.AddWhole(line);
            line = [new(new string(' ', widths.Outcome + widths.Name))];
        }

        line.Add(new(Padded(row.Values, widths.Values) + Padded(row.Change, widths.Change) + (isNarrow ? "" : row.Limits[0]), plain));
        text.AddWhole(line);
        var left = isNarrow ? widths.Outcome + widths.Name : widths.Numbers;
        foreach (var limit in isNarrow && plain == ConsoleStyle.Plain ? row.Limits : row.Limits.Skip(1))
        {
            text.AddWhole([new(new string(' ', left) + limit, plain)]);
        }
    }

    private static string Padded(string cell, int width) => cell + new string(' ', Math.Max(width - Length(cell), 0));

    private static int Length(string cell) => new StringInfo(cell).LengthInTextElements;

    private sealed record Cells(
        string Outcome,
        string Name,
        string Values,
        string Change,
        IReadOnlyList<string> Limits,
        ConsoleStyle Style,
        ConsoleStyle NameStyle
    );

    private sealed record Widths(int Outcome, int Name, int Values, int Change)
    {
        public int Numbers => Outcome + Name + Values + Change;
    }
}
