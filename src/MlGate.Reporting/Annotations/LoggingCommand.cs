namespace MlGate.Reporting.Annotations;

/// <summary>A line of a log that the agent of Azure Pipelines acts on. What it carries can neither end it nor start another.</summary>
internal static class LoggingCommand
{
    /// <param name="name"><c>task.logissue</c>, <c>task.setvariable</c>, <c>task.uploadsummary</c>.</param>
    /// <param name="properties">Names and values; those of the command, such as <c>sourcepath</c>.</param>
    /// <param name="message">What people read, or the command's value.</param>
    public static string From(string name, IReadOnlyList<(string Name, string Value)> properties, string message) =>
        $"##vso[{name} {string.Concat(properties.Select(property => $"{property.Name}={Property(property.Value)};"))}]{Data(message)}";

    // The agent undoes these, and %AZP25 for the percent sign itself.
    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
