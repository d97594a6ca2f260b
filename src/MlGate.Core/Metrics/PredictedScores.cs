namespace MlGate.Metrics;

/// <summary>Scores that carry nothing but the predicted class.</summary>
internal static class PredictedScores
{
    /// <summary>1 for the predicted class, 0 for the others; one column for two classes, cut at 0.5.</summary>
    public static Scores For(IReadOnlyList<int> predicted, int classes)
    {
        if (classes == 2)
        {
            return new Scores([.. predicted.Select(of => (double)of)], 1);
        }

        var values = new double[predicted.Count * classes];
        for (var row = 0; row < predicted.Count; row++)
        {
            values[(row * classes) + predicted[row]] = 1;
        }

        return new Scores(values, classes);
    }
}
