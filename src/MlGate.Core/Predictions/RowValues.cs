namespace MlGate.Predictions;

/// <summary>A column of the test set over the evaluated rows: what segments and groups are made of.</summary>
/// <param name="Texts">The distinct values in ordinal order.</param>
/// <param name="Codes">Per row the index of its value in <paramref name="Texts"/>; −1 where it is missing; n.</param>
public sealed record RowValues(IReadOnlyList<string> Texts, int[] Codes);
