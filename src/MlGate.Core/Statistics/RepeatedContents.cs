namespace MlGate.Statistics;

/// <summary>Row contents of two datasets together that have the same number of copies.</summary>
/// <param name="Copies">Copies of each content in both datasets together, at least 1.</param>
/// <param name="Contents">Contents with that many copies.</param>
/// <param name="Split">Contents among them with a copy in both datasets.</param>
public sealed record RepeatedContents(long Copies, long Contents, long Split);
