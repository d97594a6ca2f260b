namespace MlGate.Metrics;

/// <summary>What a model predicts.</summary>
public enum ModelTask
{
    /// <summary>One of two classes, with the probability of the positive one.</summary>
    BinaryClassification,

    /// <summary>One of several classes, with a probability each.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,
}
