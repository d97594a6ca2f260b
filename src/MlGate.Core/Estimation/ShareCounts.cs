using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Counts the rows on which a metric that is a share succeeds.</summary>
internal static class ShareCounts
{
    /// <summary>Successes of the candidate among the rows that count.</summary>
    public static (long Successes, long Rows) OfCandidate(ShareRule share, PairedObservations rows)
    {
        var (successes, n) = (0L, 0L);
        for (var row = 0; row < rows.Candidate.Rows; row++)
        {
            var counts = share.Counts(rows.Candidate, row);
            n += counts ? 1 : 0;
            successes += counts && share.Succeeds(rows.Candidate, row) ? 1 : 0;
        }

        return (successes, n);
    }

    /// <summary>On which rows both models succeed, one or none.</summary>
    public static PairedTable OfBoth(ShareRule share, PairedObservations rows)
    {
        var (both, gained, lost, neither) = (0L, 0L, 0L, 0L);
        for (var row = 0; row < rows.Candidate.Rows; row++)
        {
            if (share.Counts(rows.Candidate, row))
            {
                var (old, now) = (share.Succeeds(rows.Baseline!, row), share.Succeeds(rows.Candidate, row));
                (both, gained, lost, neither) = (
                    both + (old && now ? 1 : 0),
                    gained + (!old && now ? 1 : 0),
                    lost + (old && !now ? 1 : 0),
                    neither + (!old && !now ? 1 : 0)
                );
            }
        }

        return new PairedTable(both, gained, lost, neither);
    }
}
