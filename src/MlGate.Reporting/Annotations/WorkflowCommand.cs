namespace MlGate.Reporting.Annotations;

/// <summary>A line of a log that GitHub's runner acts on. What it carries can neither end it nor start another.</summary>
internal static class WorkflowCommand
{
    /// <param name="name"><c>error</c>, <c>warning</c>, <c>notice</c>.</param>
    /// <param name="properties">Names and values; those of the command, such as <c>file</c> and <c>line</c>.</param>
    /// <param name="message">What people read.</param>
    public static string From(string name, IReadOnlyList<(string Name, string Value)> properties, string message) =>
        $"::{name} {string.Join(',', properties.Select(property => $"{property.Name}={Property(property.Value)}"))}::{Data(message)}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
