namespace MlGate.Findings;

/// <summary>Words that other tools use for words of the gate file.</summary>
public static class Synonyms
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["classification"] = ["binary-classification", "multiclass-classification"],
        ["classifier"] = ["binary-classification", "multiclass-classification"],
        ["float"] = ["number"],
        ["double"] = ["number"],
        ["decimal"] = ["number"],
        ["numeric"] = ["number"],
        ["long"] = ["integer"],
        ["string"] = ["text", "category"],
        ["str"] = ["text", "category"],
        ["object"] = ["text", "category"],
        ["varchar"] = ["text"],
        ["factor"] = ["category"],
        ["enum"] = ["category"],
        ["datetime"] = ["timestamp"],
        ["target"] = ["label"],
        ["key"] = ["id"],
        ["protected"] = ["sensitive"],
        ["auroc"] = ["auc"],
        ["roc-auc"] = ["auc"],
        ["auc-roc"] = ["auc"],
        ["average-precision"] = ["pr-auc"],
        ["auc-pr"] = ["pr-auc"],
        ["sensitivity"] = ["recall"],
        ["tpr"] = ["recall"],
        ["cross-entropy"] = ["log-loss"],
        ["ece"] = ["calibration-error"],
        ["mean-absolute-error"] = ["mae"],
        ["mean-squared-error"] = ["mse"],
        ["root-mean-squared-error"] = ["rmse"],
        ["r-squared"] = ["r2"],
        ["critical"] = ["error"],
        ["fail"] = ["error"],
        ["enum-values"] = ["in"],
        ["values"] = ["in"],
        ["allowed"] = ["in"],
        ["nullable"] = ["missing"],
        ["required"] = ["missing"],
        ["pattern"] = ["regex"],
        ["dtype"] = ["type"],
        ["file"] = ["path"],
        ["data"] = ["datasets"],
        ["model"] = ["models"],
        ["tolerance"] = ["max-drop", "max-rise"],
        ["max-decrease"] = ["max-drop"],
        ["max-increase"] = ["max-rise"],
    };

    /// <summary>The words of the format that mean it, as far as they are among the known ones.</summary>
    public static IReadOnlyList<string> For(string word, IReadOnlyCollection<string> known) =>
        Known.TryGetValue(word.ToLowerInvariant().Replace('_', '-'), out var meant) ? [.. meant.Where(known.Contains)] : [];
}
