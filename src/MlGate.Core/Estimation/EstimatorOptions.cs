namespace MlGate.Estimation;

/// <summary>How to estimate.</summary>
/// <param name="Seed">Seed of the bootstrap.</param>
/// <param name="Replicates">Replicates of the bootstrap.</param>
/// <param name="Strict">Exact methods for proportions.</param>
/// <param name="Threads">Most threads; −1 for as many as there are.</param>
/// <param name="SmallestLevel">The smallest level at which a p is judged: α over the number of limits.</param>
internal sealed record EstimatorOptions(long Seed, int Replicates, bool Strict = false, int Threads = -1, double SmallestLevel = 1)
{
    /// <summary>
    /// B replicates cannot show a p below 1/(B + 1) (Phipson and Smyth 2010), unless time forbids as many as the level needs: then the tail
    /// is taken as normal.
    /// </summary>
    public double SmallestP => Math.Min(SmallestLevel, 1.0 / (Replicates + 1));
}
