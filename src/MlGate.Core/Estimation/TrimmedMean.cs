using System.Globalization;
using MlGate.Findings;

namespace MlGate.Estimation;

/// <summary>What is left of a change of losses without the rows of either end.</summary>
internal static class TrimmedMean
{
    private const double Share = 0.01;

    /// <summary>Mean without the smallest and the largest values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="share">The share that is left out at either end.</param>
    public static double Compute(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        var cut = (int)Math.Ceiling(share * sorted.Length);
        return 2 * cut >= sorted.Length ? sorted[sorted.Length / 2] : sorted[cut..^cut].Average();
    }

    /// <summary>A remark on heavy tails; null for a metric without a loss per row.</summary>
    public static string? Describe(EstimateRequest asked, PairedObservations rows, double kurtosis)
    {
        if (asked.Estimand == Estimand.Value || rows.Candidate.Weights is not null)
        {
            return null;
        }

        if ((asked.Metric.LossPerRow(rows.Candidate), asked.Metric.LossPerRow(rows.Baseline!)) is not ({ } now, { } old))
        {
            return null;
        }

        double[] changes = [.. now.Zip(old, (candidate, baseline) => candidate - baseline)];
        return string.Create(
                CultureInfo.InvariantCulture,
                $"heavy tails (kurtosis {kurtosis:F0}): the loss of a row changes by {changes.Average():G3} on average, by "
                    + $"{Compute(changes, Share):G3} without 1 % of the rows at either end"
            )
            .Replace('-', '−');
    }
}
