namespace MlGate.Reporting.Terminal;

/// <summary>How much of a report is shown, and how wide.</summary>
internal sealed record ConsoleOptions
{
    /// <summary>Columns after which sentences go on in a new line; null for a log, which never wraps.</summary>
    public int? Width { get; init; }

    /// <summary>What the candidate is called in the table of metrics.</summary>
    public string Candidate { get; init; } = "now";

    /// <summary>Also list what passed.</summary>
    public bool Verbose { get; init; }
}
