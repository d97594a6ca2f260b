using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Data that fast and slow ways are both run on.</summary>
internal static class TwinData
{
    public static PredictionSet Rounded(PredictionSet set, int decimals) =>
        set with
        {
            Candidate = new Scores([.. set.Candidate.Values.Select(score => Math.Round(score, decimals))], 1),
            Baseline = new Scores([.. set.Baseline!.Values.Select(score => Math.Round(score, decimals))], 1),
        };
}
