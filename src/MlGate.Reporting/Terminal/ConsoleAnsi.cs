namespace MlGate.Reporting.Terminal;

/// <summary>Lines as text with ANSI colours, for a terminal that has them.</summary>
internal static class ConsoleAnsi
{
    private const string Reset = "\u001b[0m";

    /// <summary>The text, LF, with a final newline.</summary>
    public static string Of(IEnumerable<ConsoleLine> lines) => string.Concat(lines.Select(line => string.Concat(line.Spans.Select(Of)) + "\n"));

    private static string Of(ConsoleSpan span) => span.Style switch
    {
        ConsoleStyle.Strong => "\u001b[1m" + span.Text + Reset,
        ConsoleStyle.Quiet => "\u001b[2m" + span.Text + Reset,
        ConsoleStyle.Good => "\u001b[32m" + span.Text + Reset,
        ConsoleStyle.Warning => "\u001b[33m" + span.Text + Reset,
        ConsoleStyle.Bad => "\u001b[1;31m" + span.Text + Reset,
        _ => span.Text,
    };
}
