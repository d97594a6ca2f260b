using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// Variance and covariance of areas under ROC curves over the same rows (DeLong, DeLong and Clarke-Pearson 1988), in O(n log n) by
/// mid-ranks (Sun and Xu 2014).
/// A mean over classes, each against the rest, is the mean of the rows' contributions, its variance that within the classes of the labels;
/// for one class this is DeLong's.
/// </summary>
/// <param name="Baseline">Area of the baseline.</param>
/// <param name="Candidate">Area of the candidate.</param>
/// <param name="BaselineVariance">Variance of the baseline's area.</param>
/// <param name="CandidateVariance">Variance of the candidate's area.</param>
/// <param name="Covariance">Covariance of the two areas.</param>
/// <param name="ThirdMoment">Third central moment of candidate − baseline.</param>
/// <param name="Extremes">What one more row of each class like its worst, and one like its best, would add to the variance of candidate −
/// baseline.</param>
internal sealed record DeLong(
    double Baseline,
    double Candidate,
    double BaselineVariance,
    double CandidateVariance,
    double Covariance,
    double ThirdMoment,
    double Extremes
)
{
    /// <summary>Variance of candidate − baseline.</summary>
    public double ChangeVariance => Math.Max(0, BaselineVariance + CandidateVariance - (2 * Covariance));

    /// <summary>
    /// By how much the variance grows if each class had one more row like its worst and one like its best, as Agresti and Coull (1998)
    /// add to a proportion: few rows have not seen their extremes. 1 where the change does not vary.
    /// </summary>
    public double VarianceInflation => ChangeVariance > 0 ? 1 + (Extremes / ChangeVariance) : 1;

    /// <summary>Skewness of candidate − baseline; 0 where it does not vary.</summary>
    public double ChangeSkewness => ChangeVariance > 0 && double.IsFinite(ThirdMoment) ? ThirdMoment / Math.Pow(ChangeVariance, 1.5) : 0;

    /// <summary>Correlation of the two estimates; 0 where one does not vary.</summary>
    public double Correlation =>
        BaselineVariance > 0 && CandidateVariance > 0 ? Math.Clamp(Covariance / Math.Sqrt(BaselineVariance * CandidateVariance), -1, 1) : 0;

    /// <summary>Both models; without baseline its figures are those of the candidate.</summary>
    public static DeLong From(IAreaMetric metric, PairedObservations rows, int threads = -1)
    {
        Observations[] models = rows.Baseline is null ? [rows.Candidate] : [rows.Candidate, rows.Baseline];
        var parts = new (double Area, double[] Contributions)[models.Length];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
            parts[at] = metric.Contributions(models[at])
        );
        var ((candidate, ofCandidate), (baseline, ofBaseline)) = (parts[0], parts[^1]);
        var classes = Enumerable.Range(0, rows.Candidate.Classes).Select(_ => new Moments()).ToArray();
        for (var row = 0; row < ofCandidate.Length; row++)
        {
            classes[rows.Candidate.Label(row)].Count(ofBaseline[row], ofCandidate[row]);
        }

        for (var row = 0; row < ofCandidate.Length; row++)
        {
            classes[rows.Candidate.Label(row)].Spread(ofBaseline[row], ofCandidate[row]);
        }

        return new DeLong(
            baseline,
            candidate,
            classes.Sum(of => of.Baseline),
            classes.Sum(of => of.Candidate),
            classes.Sum(of => of.Covariance),
            classes.Sum(of => of.ThirdMoment),
            classes.Sum(of => of.Extremes)
        );
    }

    private sealed class Moments
    {
        private double n;
        private double baselines;
        private double candidates;
        private double baselineSquares;
        private double candidateSquares;
        private double products;
        private double cubes;
        private double lowest;
        private double highest;

        // A class of one row says nothing of its spread.
        private double Factor => n > 1 ? n / (n - 1) : double.PositiveInfinity;

        public double Baseline => n == 0 ? 0 : baselineSquares * Factor;

        public double Candidate => n == 0 ? 0 : candidateSquares * Factor;

        public double Covariance => n == 0 ? 0 : products * Factor;

        // The unbiased estimate of n times the third cumulant of a row.
        public double ThirdMoment =>
            n == 0 ? 0
            : n > 2 ? cubes * n * n / ((n - 1) * (n - 2))
            : double.PositiveInfinity;

        public double Extremes => n == 0 ? 0 : ((lowest * lowest) + (highest * highest)) * Factor;

        public void Count(double baseline, double candidate) =>
            (n, baselines, candidates) = (n + 1, baselines + baseline, candidates + candidate);

        public void Spread(double baseline, double candidate)
        {
            var (b, c) = (baseline - (baselines / n), candidate - (candidates / n));
            (baselineSquares, candidateSquares, products) = (baselineSquares + (b * b), candidateSquares + (c * c), products + (b * c));
            cubes += (c - b) * (c - b) * (c - b);
            (lowest, highest) = (Math.Min(lowest, c - b), Math.Max(highest, c - b));
        }
    }
}
