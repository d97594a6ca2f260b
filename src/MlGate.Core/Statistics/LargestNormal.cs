namespace MlGate.Statistics;

/// <summary>
/// The distribution of the largest of K correlated standard normal statistics, by simulation: the single-step max-T method (Hothorn, Bretz
/// and Westfall 2008, "Simultaneous inference in general parametric models"). Equal statistics count once, independent ones as Šidák's
/// adjustment has it.
/// </summary>
internal sealed class LargestNormal
{
    private const int Fewest = 20_000;
    private const double PerTail = 1_000;

    // What is left of a statistic's variance when the ones before it are known: below it there is nothing new in it.
    private const double Singular = 1e-9;

    private readonly double[] largest;

    private LargestNormal(double[] largest) => this.largest = largest;

    /// <summary>Simulates the largest of K statistics.</summary>
    /// <param name="correlations">K × K, symmetric, 1 on the diagonal.</param>
    /// <param name="alpha">The smallest level that is asked for: about 1,000 draws lie beyond it.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Most threads; −1 for as many as there are. Has no influence on the result.</param>
    public static LargestNormal Simulate(double[,] correlations, double alpha, long seed, int threads = -1) =>
        Simulate(
            correlations,
            values =>
            {
                var most = double.NegativeInfinity;
                foreach (var value in values)
                {
                    most = Math.Max(most, value);
                }

                return most;
            },
            alpha,
            seed,
            threads
        );

    /// <summary>Simulates the largest of statistics that are made of K normal values.</summary>
    /// <param name="covariances">K × K, symmetric.</param>
    /// <param name="largestOf">The largest statistic, each with a variance of 1, from K values.</param>
    /// <param name="alpha">The smallest level that is asked for.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Most threads; −1 for as many as there are. Has no influence on the result.</param>
    public static LargestNormal Simulate(double[,] covariances, Func<double[], double> largestOf, double alpha, long seed, int threads = -1)
    {
        var (count, root) = (covariances.GetLength(0), Root(covariances));
        var largest = new double[Math.Max(Fewest, (int)Math.Ceiling(PerTail / alpha))];
        Parallel.For(
            0,
            largest.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Normals: new double[count + (count % 2)], Values: new double[count]),
            (draw, _, own) =>
            {
                var (normals, values) = own;
                Fill(seed, draw, normals);
                for (var row = 0; row < count; row++)
                {
                    var value = 0.0;
                    for (var column = 0; column <= row; column++)
                    {
                        value += root[row][column] * normals[column];
                    }

                    values[row] = value;
                }

                largest[draw] = largestOf(values);
                return own;
            },
            _ => { }
        );
        Array.Sort(largest);
        return new LargestNormal(largest);
    }

    /// <summary>The share of draws at or above z, which is never 0: p of a single statistic, adjusted for all of them.</summary>
    public double P(double z)
    {
        var below = Array.BinarySearch(largest, z);
        below = below < 0 ? ~below : below;
        while (below > 0 && largest[below - 1] == z)
        {
            below--;
        }

        return (1.0 + largest.Length - below) / (1 + largest.Length);
    }

    /// <summary>The one-sided level of each statistic at which all of them hold together with a level of α.</summary>
    public double LevelOfEach(double alpha)
    {
        var rank = (int)Math.Ceiling((1 - alpha) * (1 + largest.Length)) - 1;
        return Math.Min(alpha, Gaussian.Cdf(-largest[Math.Clamp(rank, 0, largest.Length - 1)]));
    }

    // Cholesky's root of a matrix that may be singular: equal statistics.
    private static double[][] Root(double[,] covariances)
    {
        var count = covariances.GetLength(0);
        var root = new double[count][];
        for (var row = 0; row < count; row++)
        {
            root[row] = new double[count];
            for (var column = 0; column <= row; column++)
            {
                var rest = covariances[row, column];
                for (var at = 0; at < column; at++)
                {
                    rest -= root[row][at] * root[column][at];
                }

                root[row][column] =
                    row == column ? (rest > Singular * covariances[row, row] ? Math.Sqrt(rest) : 0)
                    : root[column][column] > 0 ? rest / root[column][column]
                    : 0;
            }
        }

        return root;
    }

    // Box and Muller 1958, from one counter for two numbers.
    private static void Fill(long seed, int draw, double[] normals)
    {
        for (var at = 0; at < normals.Length; at += 2)
        {
            var (x0, x1, x2, x3) = Philox.Words((uint)draw, (uint)at, 0, 0, (uint)seed, (uint)(seed >> 32));
            var radius = Math.Sqrt(-2 * Math.Log(Share(x0, x1)));
            var (sin, cos) = Math.SinCos(2 * Math.PI * Share(x2, x3));
            (normals[at], normals[at + 1]) = (radius * cos, radius * sin);
        }
    }

    // In (0, 1].
    private static double Share(uint high, uint low) => (((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1UL << 53));
}
