namespace MlGate.Metrics;

/// <summary>A metric that is the share of successes among some of the rows: what makes the closed intervals of proportions possible.</summary>
/// <param name="Counts">Is a row of this (label, prediction) in the denominator?</param>
/// <param name="Succeeds">Is it in the numerator?</param>
/// <param name="Paired">Does the denominator depend on the label alone, so that baseline and candidate share it row by row?</param>
public sealed record ShareRule(Func<int, int, bool> Counts, Func<int, int, bool> Succeeds, bool Paired);
