namespace MlGate.Metrics;

/// <summary>
/// Weighted totals of (label, prediction), enough for every metric that counts: per class the hits, the predictions and the labels.
/// </summary>
public sealed class ConfusionTotals(int classes)
{
    /// <summary>Number of classes: K.</summary>
    public int Classes { get; } = classes;

    /// <summary>Weight of the rows that are predicted right, per class; K.</summary>
    public double[] Hits { get; } = new double[classes];

    /// <summary>Weight of the rows that are predicted as the class; K.</summary>
    public double[] Predicted { get; } = new double[classes];

    /// <summary>Weight of the rows that are labelled as the class; K.</summary>
    public double[] Actual { get; } = new double[classes];

    /// <summary>Weight of all rows.</summary>
    public double Total { get; private set; }

    /// <summary>Weight of all rows that are predicted right.</summary>
    public double AllHits { get; private set; }

    /// <summary>True positives, of binary classification.</summary>
    public double TruePositives => Hits[1];

    /// <summary>False positives, of binary classification.</summary>
    public double FalsePositives => Predicted[1] - Hits[1];

    /// <summary>False negatives, of binary classification.</summary>
    public double FalseNegatives => Actual[1] - Hits[1];

    /// <summary>True negatives, of binary classification.</summary>
    public double TrueNegatives => Hits[0];

    /// <summary>Adds rows.</summary>
    public void Add(int label, int predicted, double weight)
    {
        Actual[label] += weight;
        Predicted[predicted] += weight;
        Total += weight;
        if (label == predicted)
        {
            Hits[label] += weight;
            AllHits += weight;
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        Array.Clear(Hits);
        Array.Clear(Predicted);
        Array.Clear(Actual);
        (Total, AllHits) = (0, 0);
    }
}
