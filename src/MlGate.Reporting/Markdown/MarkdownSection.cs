namespace MlGate.Reporting.Markdown;

/// <summary>A whole part of a summary, dropped or kept as one: nothing is ever cut inside a table or a tag.</summary>
/// <param name="Priority">1 is never dropped; higher numbers go first.</param>
/// <param name="Title">What the reader is told when it had to go.</param>
/// <param name="Body">Markdown without empty lines at its ends.</param>
internal sealed record MarkdownSection(int Priority, string Title, string Body);
