using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Draws the replicates of bootstrap-t.</summary>
internal static class StudentisedBootstrap
{
    // A resample whose deviation is below this share of the estimate's has none.
    private const double Negligible = 1e-9;

    /// <summary>Resamples.</summary>
    /// <param name="influence">What is estimated.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replicates">How many replicates.</param>
    /// <param name="threads">Most threads; −1 for as many as there are. Has no influence on the result.</param>
    public static StudentisedReplicates Run(PairedInfluence influence, long seed, int replicates, int threads)
    {
        var (units, ratios) = (influence.Units, new double[replicates]);
        var (estimate, deviation) = influence.OfData();
        var blocks = (replicates + ResamplingUnits.BlockSize - 1) / ResamplingUnits.BlockSize;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            var draw = units.Draw(seed, block);
            var (drawn, influences, scratch, totals) = (
                new double[units.Rows],
                new double[units.Rows],
                new double[units.Rows],
                new double[units.Count]
            );
            for (var lane = 0; lane < ResamplingUnits.BlockSize && (block * ResamplingUnits.BlockSize) + lane < replicates; lane++)
            {
                draw(lane, drawn);
                var moved = influence.Evaluate(drawn, influences, scratch) - estimate;
                var own = influence.Deviation(drawn, influences, totals);
                ratios[(block * ResamplingUnits.BlockSize) + lane] = Ratio(moved, own, Negligible * deviation);
            }
        });
        return new StudentisedReplicates(estimate, deviation, ratios);
    }

    private static double Ratio(double moved, double deviation, double negligible) =>
        double.IsNaN(moved) || double.IsNaN(deviation) ? double.NaN
        : deviation > negligible ? moved / deviation
        : Math.Abs(moved) <= negligible ? 0
        : Math.Sign(moved) * double.PositiveInfinity;
}
