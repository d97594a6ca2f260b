using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>The answer to a question about a metric, and its derivative by the multiplicity of every row.</summary>
internal sealed class PairedInfluence
{
    // A deviation below this share of the value and of its deviation is rounding.
    private const double Negligible = 1e-10;

    private readonly Estimand question;
    private readonly Influence candidate;
    private readonly Influence? baseline;

    private PairedInfluence(Estimand question, Influence candidate, Influence? baseline, ResamplingUnits units)
    {
        (this.question, this.candidate, this.baseline, Units) = (question, candidate, baseline, units);
    }

    /// <summary>What is resampled.</summary>
    public ResamplingUnits Units { get; }

    /// <summary>Prepares a question; null where the metric has no influence function.</summary>
    public static PairedInfluence? For(EstimateRequest asked, PairedObservations rows)
    {
        var cells = asked.Metric is ICountingMetric && rows.IsSimple ? ConfusionCells.From(rows) : null;
        var (of, against) = cells is null
            ? (rows.Candidate, rows.Baseline)
            : (cells.Rows(one => one.Candidate), rows.Baseline is null ? null : cells.Rows(one => one.Baseline));
        return asked.Metric.InfluenceOver(of) is not { } candidate ? null
            : asked.Estimand == Estimand.Value ? new PairedInfluence(asked.Estimand, candidate, null, UnitsOf(rows, cells))
            : asked.Metric.InfluenceOver(against!) is { } baseline
                ? new PairedInfluence(asked.Estimand, candidate, baseline, UnitsOf(rows, cells))
            : null;
    }

    /// <summary>Per row its influence on the answer, over the data as they are; null where the metric has no influence function.</summary>
    public static double[]? OverRows(EstimateRequest asked, PairedObservations rows)
    {
        var isOfChange = asked.Estimand != Estimand.Value;
        var baseline = isOfChange ? asked.Metric.InfluenceOver(rows.Baseline!) : null;
        if (asked.Metric.InfluenceOver(rows.Candidate) is not { } candidate || (isOfChange && baseline is null))
        {
            return null;
        }

        var influences = new double[rows.Candidate.Rows];
        new PairedInfluence(asked.Estimand, candidate, baseline, ResamplingUnits.For(rows)).Evaluate(
            [.. Enumerable.Repeat(1.0, influences.Length)],
            influences,
            new double[influences.Length]
        );
        return influences;
    }

    /// <summary>Evaluates under multiplicities of the rows.</summary>
    /// <param name="multiplicities">How often each row counts.</param>
    /// <param name="influences">Receives the derivatives.</param>
    /// <param name="scratch">As long as the rows.</param>
    public double Evaluate(double[] multiplicities, double[] influences, double[] scratch)
    {
        var value = candidate.Evaluate(multiplicities, influences);
        if (baseline is null)
        {
            return value;
        }

        var against = baseline.Evaluate(multiplicities, scratch);
        var isRatio = question == Estimand.Ratio;
        for (var row = 0; row < influences.Length; row++)
        {
            influences[row] = isRatio ? (influences[row] / value) - (scratch[row] / against) : influences[row] - scratch[row];
        }

        return isRatio ? Math.Log(value / against) : value - against;
    }

    /// <summary>The answer over the data, and its deviation; 0 where that is rounding.</summary>
    public (double Value, double Deviation) OfData()
    {
        var (influences, scratch, totals) = (new double[Units.Rows], new double[Units.Rows], new double[Units.Count]);
        var size = Math.Abs(candidate.Evaluate(Units.Once, influences)) + Deviation(Units.Once, influences, totals);
        size /= question == Estimand.Ratio ? Math.Abs(candidate.Evaluate(Units.Once, influences)) : 1;
        var value = Evaluate(Units.Once, influences, scratch);
        var deviation = Deviation(Units.Once, influences, totals);
        return (value, deviation > Negligible * size ? deviation : 0);
    }

    /// <summary>The shape of the units' influences.</summary>
    public InfluenceShape Shape()
    {
        var (influences, totals, counts) = (new double[Units.Rows], new double[Units.Count], new double[Units.Count]);
        Evaluate(Units.Once, influences, new double[Units.Rows]);
        for (var row = 0; row < influences.Length; row++)
        {
            totals[Units.UnitOf[row]] += influences[row];
            counts[Units.UnitOf[row]] = Units.Once[row];
        }

        return InfluenceShape.From(totals, counts);
    }

    /// <summary>
    /// The infinitesimal jackknife's deviation: the root of the sum of squared influences, those of a group added up first.
    /// </summary>
    public double Deviation(double[] multiplicities, double[] influences, double[] totals)
    {
        var (unitOf, square) = (Units.UnitOf, 0.0);
        if (totals.Length == influences.Length)
        {
            for (var row = 0; row < influences.Length; row++)
            {
                square += multiplicities[row] * influences[row] * influences[row];
            }

            return Math.Sqrt(square);
        }

        // Rows of a group are drawn together: w times the square of the sum of their influences.
        Array.Clear(totals);
        for (var row = 0; row < influences.Length; row++)
        {
            totals[unitOf[row]] += Math.Sqrt(multiplicities[row]) * influences[row];
        }

        foreach (var total in totals)
        {
            square += total * total;
        }

        return Math.Sqrt(square);
    }

    private static ResamplingUnits UnitsOf(PairedObservations rows, ConfusionCells? cells) =>
        cells is null ? ResamplingUnits.For(rows) : ResamplingUnits.For(cells);
}
