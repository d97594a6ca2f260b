using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>What each drawn unit (a row, or a group of rows) changes in an estimate, as a direction and a length.</summary>
internal sealed class UnitInfluences
{
    private readonly ulong[] units;
    private readonly double[] values;

    private UnitInfluences(ulong[] units, double[] values, double length)
    {
        (this.units, this.values, Length) = (units, values, length);
    }

    /// <summary>The root of the sum of their squares: the infinitesimal jackknife's standard error.</summary>
    public double Length { get; }

    /// <summary>
    /// What each unit changes in the value of a metric of one model; null where it has no influence function, or nothing has any.
    /// </summary>
    public static UnitInfluences? Of(Metric metric, Observations rows, ulong[] streams)
    {
        if (metric.InfluenceOver(rows) is not { } influence)
        {
            return null;
        }

        var influences = new double[rows.Rows];
        influence.Evaluate([.. Enumerable.Repeat(1.0, rows.Rows)], influences);
        return From(streams, influences, 1);
    }

    /// <summary>Adds up the influences of each unit's rows.</summary>
    /// <param name="streams">Per row the key of its unit.</param>
    /// <param name="influences">Per row its influence.</param>
    /// <param name="sign">+1 or −1: the direction of the statistic.</param>
    /// <returns>Null where nothing has an influence.</returns>
    public static UnitInfluences? From(ulong[] streams, double[] influences, int sign)
    {
        var (keys, ordered) = (streams, influences);
        if (!IsSorted(keys))
        {
            (keys, ordered) = ((ulong[])streams.Clone(), (double[])influences.Clone());
            Array.Sort(keys, ordered);
        }

        var (units, values) = (new List<ulong>(keys.Length), new List<double>(keys.Length));
        for (var row = 0; row < keys.Length; row++)
        {
            if (row > 0 && keys[row] == keys[row - 1])
            {
                values[^1] += ordered[row];
            }
            else
            {
                units.Add(keys[row]);
                values.Add(ordered[row]);
            }
        }

        var length = Math.Sqrt(values.Sum(value => value * value));
        return length > 0 && double.IsFinite(length)
            ? new UnitInfluences([.. units], [.. values.Select(value => value * sign / length)], length)
            : null;
    }

    /// <summary>The covariance of two estimates.</summary>
    public double CovarianceWith(UnitInfluences other) => CorrelationWith(other) * Length * other.Length;

    /// <summary>The correlation of two estimates, from the units that both rest on; from −1 to 1.</summary>
    public double CorrelationWith(UnitInfluences other)
    {
        var (sum, mine, theirs) = (0.0, 0, 0);
        while (mine < units.Length && theirs < other.units.Length)
        {
            switch (units[mine].CompareTo(other.units[theirs]))
            {
                case < 0:
                    mine++;
                    break;
                case > 0:
                    theirs++;
                    break;
                default:
                    sum += values[mine++] * other.values[theirs++];
                    break;
            }
        }

        return Math.Clamp(sum, -1, 1);
    }

    private static bool IsSorted(ulong[] keys)
    {
        for (var at = 1; at < keys.Length; at++)
        {
            if (keys[at] < keys[at - 1])
            {
                return false;
            }
        }

        return true;
    }
}
