using MlGate.Estimation;
using MlGate.Statistics;

namespace MlGate.Plots;

/// <summary>Counts the rows on which two classifiers decide differently.</summary>
internal static class FlipCounts
{
    /// <summary>The counts; null without a baseline or without rows.</summary>
    public static Flips? Count(PairedObservations rows)
    {
        if (rows.Baseline is not { } before || before.Rows == 0)
        {
            return null;
        }

        var now = rows.Candidate;
        var changed = Enumerable.Range(0, now.Rows).LongCount(row => before.Predicted[row] != now.Predicted[row]);
        var right = Table(_ => true);
        var binary = now.Classes == 2;
        return new Flips(
            right,
            changed,
            rows.IsSimple ? McNemar.MidP(right.Gained, right.Lost) : null,
            binary ? Table(label => label == 1) : null,
            binary ? Table(label => label == 0) : null
        );

        PairedTable Table(Predicate<int> counts)
        {
            var (both, gained, lost, neither) = (0L, 0L, 0L, 0L);
            for (var row = 0; row < now.Rows; row++)
            {
                var label = now.Label(row);
                if (!counts(label))
                {
                    continue;
                }

                switch (before.Predicted[row] == label, now.Predicted[row] == label)
                {
                    case (true, true):
                        both++;
                        break;
                    case (false, true):
                        gained++;
                        break;
                    case (true, false):
                        lost++;
                        break;
                    default:
                        neither++;
                        break;
                }
            }

            return new PairedTable(both, gained, lost, neither);
        }
    }
}
