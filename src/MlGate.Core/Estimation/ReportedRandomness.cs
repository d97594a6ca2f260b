namespace MlGate.Estimation;

/// <summary>How random numbers were drawn.</summary>
/// <param name="Generator">Name of the generator.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Replicates">Bootstrap replicates.</param>
public sealed record ReportedRandomness(string Generator, long Seed, int Replicates);
