namespace MlGate.Reporting.Markdown;

/// <summary>A part of a summary or comment that is shown whole, in its short form or not at all.</summary>
/// <param name="Priority">0 is never dropped; the higher, the sooner.</param>
/// <param name="Title">What a reader is told when it is dropped.</param>
/// <param name="Body">Markdown, without line breaks at its ends; every tag, fence and table in it is closed.</param>
/// <param name="Short">What stands there instead when there is no room; null for nothing.</param>
internal sealed record MarkdownSection(int Priority, string Title, string Body, string? Short = null);
