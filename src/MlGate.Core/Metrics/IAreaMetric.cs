namespace MlGate.Metrics;

/// <summary>An area under ROC curves, or a mean of them: DeLong's variance holds.</summary>
internal interface IAreaMetric
{
    /// <summary>
    /// The area, and per row its contribution: the structural component over the size of its class (DeLong, DeLong and Clarke-Pearson
    /// 1988).
    /// </summary>
    (double Area, double[] Contributions) Contributions(Observations rows);
}
