namespace MlGate.Reporting.Terminal;

/// <summary>A piece of a line with its style. The text holds no markup and no control characters.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Style">How.</param>
internal readonly record struct ConsoleSpan(string Text, ConsoleStyle Style = ConsoleStyle.Plain);

/// <summary>Styles; a terminal makes colours of them, a log ignores them.</summary>
internal enum ConsoleStyle
{
    Plain,
    Strong,
    Quiet,
    Good,
    Warning,
    Bad,
}

/// <summary>One line.</summary>
/// <param name="Spans">Its pieces; none for an empty line.</param>
internal sealed record ConsoleLine(params IReadOnlyList<ConsoleSpan> Spans)
{
    /// <summary>The line without styles.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));
}
